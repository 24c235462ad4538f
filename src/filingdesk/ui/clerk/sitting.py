"""What the clerk's pages share while one clerk sits at the desk."""

from datetime import date

from filingdesk.core.case import Case
from filingdesk.core.pack import Versions
from filingdesk.core.reminder import Reminder
from filingdesk.core.signature import SigningSettings
from filingdesk.desk import Desk
from filingdesk.ui.theme.tokens import Look
from filingdesk.words.catalogue import PackWords, Words


class Sitting:
    """The desk, the words and the look; and what is to be found again when a page is built anew.

    `search` is what was searched for, `case` the id of the case that was looked at last, `half`
    the fields of a record form that was left, by case, `settings` those that were left unkept.
    """

    def __init__(self, desk: Desk, words: Words, look: Look) -> None:
        self.desk, self.words, self.look = desk, words, look
        self.search = ""
        self.case = ""
        self.half: dict[str, dict[str, str]] = {}
        self.settings: SigningSettings | None = None
        self._pack_words: dict[tuple[str, Versions], PackWords] = {}

    @property
    def today(self) -> date:
        """The day on the wall."""
        return self.desk.doors.time.today()

    def speak(self, words: Words) -> None:
        """Say everything in another language from now on."""
        self.words = words
        self._pack_words = {}

    def forget(self) -> None:
        """Nothing that was typed or looked at stays."""
        self.search, self.case, self.half, self.settings = "", "", {}, None

    def text(self, case: Case, pack_text: str) -> str:
        """A text of the case's pack in the clerk's language."""
        return self.wording(case).text(pack_text)

    def wording(self, case: Case) -> PackWords:
        """The words of the case's pack in the clerk's language."""
        key = (case.jurisdiction, case.versions)
        if key not in self._pack_words:
            self._pack_words[key] = PackWords(self.words, self.desk.pack_of(case).lineage)
        return self._pack_words[key]

    def kind_name(self, reminder: Reminder) -> str:
        """What the filing is called that somebody is reminded of."""
        pack = self.desk.pack(reminder.answers)
        kind = pack.kinds.get(reminder.kind)
        return PackWords(self.words, pack.lineage).text(kind.name) if kind else reminder.kind

    def longest_day(self, *, weekday: bool = True) -> str:
        """A day in words, about as long as they get in this language."""
        days = (date(2026, 9, 30), date(2026, 12, 30))
        return max((self.words.day(each, weekday=weekday) for each in days), key=len)

    def away(self, day: date) -> str:
        """How far a day is from today, in words."""
        say, days = self.words.say, (day - self.today).days
        match days:
            case 0:
                return say("today")
            case 1:
                return say("tomorrow")
            case -1:
                return say("yesterday")
            case _ if days > 0:
                return say("in {count} days", count=self.words.number(days))
            case _:
                return say("{count} days ago", count=self.words.number(-days))
