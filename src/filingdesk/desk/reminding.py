"""Who came too early: the first day, why it is that day, and a reminder of it."""

from dataclasses import replace
from datetime import date

from filingdesk.core.advice import Advice, advise
from filingdesk.core.deadline import Deadline
from filingdesk.core.display import RuleResult, counted
from filingdesk.core.pack import Shows
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.proof import Proof, proof_sheet
from filingdesk.core.reminder import CalendarEntry, Reminder, earliest_sheet, without_files
from filingdesk.core.term import started_by
from filingdesk.desk.drafting import Drafting
from filingdesk.words.catalogue import PackWords, Words
from filingdesk.words.proof import ProofWords

_TITLES = ("record_title", "published_title")


class Reminding(Drafting):
    """What is done about a day before anything is filed."""

    def proof_said(self, draft: Draft, deadline: Deadline) -> Proof:
        """Why a period that an answer started ends on its day."""
        return Proof(deadline, named=self._label(draft, started_by(deadline.clock)))

    def proof_shown(self, draft: Draft, result: RuleResult) -> Proof:
        """Why a record may, or must, be shown until that day.

        Raises UserProblem: clock-not-verified.
        """
        deadline = counted(result, self.doors.shelf.calendar())
        return Proof(deadline, named=self._label(draft, result.rule.start))

    def proof_awaited(self, draft: Draft) -> Proof:
        """Why that day must be over first. Raises UserProblem: no-date-yet."""
        return self._awaited(draft, self.advise(draft))

    def proof_reminded(self, reminder: Reminder) -> Proof:
        """The same, as it was when the reminder was made. Raises UserProblem: no-date-yet."""
        draft = _draft_of(reminder)
        made_on, calendar = reminder.made_at.date(), self.doors.shelf.calendar()
        pack, interview = self.pack(draft.answers), self.interview(draft)
        return self._awaited(draft, advise(pack, interview, draft.answers, calendar, made_on))

    def reminder_sheet(self, reminder: Reminder, language: str) -> bytes:
        """The first day as PDF pages, with its proof. Raises UserProblem: no-date-yet."""
        proof = self.proof_reminded(reminder)
        return self._earliest_sheet(_draft_of(reminder), proof, reminder.day, language)

    def draft_proof_sheet(self, draft: Draft, proof: Proof, language: str) -> bytes:
        """A proof as PDF pages, in the words of the draft's pack."""
        return self.doors.renderer.render(proof_sheet(proof, self._speech(draft, language)))

    def earliest_sheet(self, draft: Draft, language: str) -> bytes:
        """The first day as PDF pages, with its proof. Raises UserProblem: no-date-yet."""
        day = _earliest(self.advise(draft))
        return self._earliest_sheet(draft, self.proof_awaited(draft), day, language)

    def calendar_entry(self, draft: Draft, language: str) -> CalendarEntry:
        """The first day for the person's own calendar: it names neither them nor the record.

        Raises UserProblem: no-date-yet.
        """
        return self._entry(draft, _earliest(self.advise(draft)), language)

    def calendar_file(self, draft: Draft, language: str) -> bytes:
        """The entry as a file that calendars take in. Raises UserProblem: no-date-yet."""
        return self.doors.calendar_file(self.calendar_entry(draft, language))

    def reminder_calendar_file(self, reminder: Reminder, language: str) -> bytes:
        """The same of a reminder that is kept, also when its day has come."""
        entry = self._entry(_draft_of(reminder), reminder.day, language)
        return self.doors.calendar_file(entry)

    def remind(self, draft: Draft, person: str, contact: str = "") -> Reminder:
        """Keep a reminder, in place of an older one of the same draft.

        Raises UserProblem: reminder-name-missing, no-date-yet.
        """
        day = _earliest(self.advise(draft))
        if not person.strip():
            raise UserProblem(Problem("person", "reminder-name-missing"))
        reminder = Reminder(
            id=draft.id,
            day=day,
            jurisdiction=self.pack(draft.answers).id,
            kind=self.kind(draft),
            person=person.strip(),
            contact=contact.strip(),
            title=self.title_of(draft),
            answers=without_files(draft.answers),
            language=draft.language,
            consent=draft.consent,
            made_at=self.doors.time.now(),
        )
        self.doors.store.keep_reminder(reminder)
        return reminder

    def reminders(self) -> tuple[Reminder, ...]:
        """All that are kept, the nearest day first."""
        return tuple(self.doors.store.reminders())

    def reminder(self, id: str) -> Reminder:
        """One of them. Raises UserProblem: reminder-unknown."""
        found = next((each for each in self.reminders() if each.id == id), None)
        if found is None:
            raise UserProblem(Problem("reminder", "reminder-unknown"))
        return found

    def begin_reminded(self, id: str) -> Draft:
        """A draft with the answers that were kept; it stands where the day was told.

        The reminder stays until the filing is signed. Raises UserProblem: reminder-unknown.
        """
        kept = self.reminder(id)
        draft = _draft_of(kept)
        path = self.interview(draft).path(draft.answers)
        told = next((page.id for page in path if page.shows is Shows.FINDING), path[-1].id)
        return self.keep(replace(draft, page=told))

    def dismiss(self, id: str) -> None:
        """Nothing of a reminder stays."""
        self.doors.store.erase_reminder(id)

    def title_of(self, draft: Draft) -> str:
        """What the person calls the record."""
        return next(filter(None, (draft.answers.text(each) for each in _TITLES)), "")

    # ---------------------------------------------------------------- inside

    def _awaited(self, draft: Draft, advice: Advice) -> Proof:
        wait = advice.wait
        if wait is None or wait.ends_on is None:
            raise UserProblem(Problem("reminder", "no-date-yet"))
        meant = (wait.name, wait.ends_on)
        for deadline in advice.deadlines:
            if (deadline.clock.name, deadline.due_on) == meant:
                return self.proof_said(draft, deadline)
        shown = (*advice.minimum.results, *advice.display.results)
        result = next(each for each in shown if (each.rule.name, each.ends_on) == meant)
        return self.proof_shown(draft, result)

    def _entry(self, draft: Draft, day: date, language: str) -> CalendarEntry:
        speech = self._speech(draft, language)
        kind = speech.text(self.interview(draft).kind.name)
        asked = speech.say(
            "Ask at {centre}, and say your reference number.", centre=self.doors.centre()
        )
        title = speech.say("From today you can file: {kind}", kind=kind)
        return CalendarEntry(draft.id, day, title, f"{asked} {draft.id}", self.doors.time.now())

    def _earliest_sheet(self, draft: Draft, proof: Proof, day: date, language: str) -> bytes:
        speech = self._speech(draft, language)
        about = (
            (speech.say("Record"), self.title_of(draft)),
            (speech.say("Filing"), speech.text(self.interview(draft).kind.name)),
        )
        sheet = earliest_sheet(proof, speech, day, about, draft.id)
        return self.doors.renderer.render(sheet)

    def _speech(self, draft: Draft, language: str) -> ProofWords:
        return ProofWords(PackWords(Words(language), self.pack(draft.answers).lineage))

    def _label(self, draft: Draft, question: str) -> str:
        found = self.interview(draft).kind.questions.get(question)
        return found.label if found else ""


def _draft_of(reminder: Reminder) -> Draft:
    return Draft(reminder.id, reminder.answers, "", reminder.language, reminder.consent)


def _earliest(advice: Advice) -> date:
    if advice.earliest is None:
        raise UserProblem(Problem("reminder", "no-date-yet"))
    return advice.earliest
