"""Somebody with an answers file in the hand, who walks through the real window with it."""

from itertools import chain

from filingdesk.core.answers import Difference, MaterialAnswer, MaterialState
from filingdesk.core.pack import Role
from filingdesk.core.ports import AnswersFile
from filingdesk.core.question import NOT_SURE, AnswerType, Question
from filingdesk.desk import Desk
from filingdesk.words.catalogue import LANGUAGES, PackWords, Words, alone
from filingdesk.words.terms import MATERIAL_STATES
from tests.long.eyes import Thing
from tests.long.visitor import Visitor


class Walker:
    """What the answers say decides where the hand goes; `desk` tells what is asked, and how.

    `passphrase` is a clerk's, who has seen the originals.
    """

    def __init__(
        self, visitor: Visitor, desk: Desk, file: AnswersFile, language: str, passphrase: str
    ) -> None:
        self.visitor, self.desk, self.file, self.passphrase = visitor, desk, file, passphrase
        self.draft = desk.draft_of(file)
        self.answers = self.draft.answers
        self.words = Words(language)
        self.say = self.words.say
        self.law = PackWords(self.words, desk.pack(self.answers).lineage).text

    def begins(self) -> None:
        """On the start page, in the own language."""
        self.visitor.touches(f"{LANGUAGES[self.words.language]}. ")
        self.visitor.comes_to(self.say("What happens with what you type"))
        self.visitor.chooses(self.say("I have read this and I agree"))
        self.goes_on("I agree, start")

    def tells_everything(self) -> None:
        """Page by page, to the last one before the pages that are signed."""
        interview = self.desk.interview(self.draft)
        *pages, check = interview.path(self.answers)
        for page in pages:
            asked = interview.asked(page.id, self.answers)
            if asked:
                self.visitor.waits_for(self.law(page.title), ("heading",))
            for question in asked:
                self._answers(question)
            self.visitor.keeps_picture(page.id)
            self.goes_on("Continue")
        self.visitor.comes_to(self.law(check.title))
        self.goes_on("Show the pages to be signed")

    def signs(self) -> None:
        """By hand, on the screen."""
        visitor, say = self.visitor, self.say
        visitor.reads(say("Page {number} of {count}", number=1, count="")[:-1])
        visitor.keeps_picture("the pages")
        self.goes_on("Go on to sign")
        visitor.chooses(say("I have read the pages, and this is true"))
        visitor.draws_in(say("Your signature"))
        visitor.keeps_picture("signature")
        whom = self.law(self.addressee)
        visitor.touches(say("Sign the filing for {authority}", authority=whom))
        visitor.comes_to(say("Your filing is signed"))

    @property
    def addressee(self) -> str:
        """To whom the letter goes."""
        route = self.desk.advise(self.draft).route
        assert route is not None
        return route.name

    def takes_a_copy(self) -> str:
        """On the stick; the answer is the reference. Then the screen is free."""
        visitor, say = self.visitor, self.say
        spelled = visitor.waits_for("F D, ", ("heading",)).name
        reference = spelled.replace(", ", "-").replace(" ", "")
        visitor.touches(say("Save to a stick"))
        name = f"{reference}.pdf"
        visitor.reads(say("Saved to your stick as {name}. You can take it out now.", name=name))
        visitor.keeps_picture("saved")
        visitor.touches(say("Finish and clear the screen"))
        visitor.waits_for(f"{LANGUAGES[self.words.language]}. ")
        return reference

    def goes_on(self, button: str) -> None:
        """To another page; one that comes again has shown something to be seen once."""
        before, after = self._leaves(button)
        if after.name == before.name:
            self.visitor.keeps_picture("seen once")
            self._leaves(button)

    def _leaves(self, button: str) -> tuple[Thing, Thing]:
        """The headings before and after."""
        before = self.visitor.waits_for("", ("heading",))
        self.visitor.touches(self.say(button))
        return before, self.visitor.leaves(before)

    # ---------------------------------------------------------------- answers

    def _answers(self, question: Question) -> None:
        said, name = self.answers.text(question.id), self._label(question)
        match question.type:
            case AnswerType.CHOICE | AnswerType.CHOICES:
                self._chooses(question)
            case AnswerType.JURISDICTION:
                pack = self.desk.doors.shelf.pack(said)
                place = PackWords(self.words, pack.lineage).text(pack.name)
                self.visitor.chooses(place, among=name)
            case AnswerType.AUTHORITY:
                self._names_the_organ(name, said)
            case AnswerType.MATERIALS:
                self._lays_papers_down(self.answers.materials(question.id))
            case AnswerType.DIFFERENCES:
                self._compares(self.answers.differences(question.id))
            case AnswerType.DATE if said:
                year, *others = said.split("-")
                self.visitor.types(f"{name} {self.say('Year')}", year)
                for part, number in zip(("Month", "Day"), others, strict=True):
                    self.visitor.types_on(f"{name} {self.say(part)}", number)
            case _ if said:
                self.visitor.types(name, said)

    def _label(self, question: Question) -> str:
        text = self.law(question.text)
        return self.say("{question} (optional)", question=text) if question.optional else text

    def _chooses(self, question: Question) -> None:
        texts = {each.id: alone(self.law(each.text)) for each in question.choices}
        texts[NOT_SURE] = self.say("I am not sure")
        for each in self.answers.chosen(question.id):
            self.visitor.chooses(texts[each], among=self._label(question))

    def _names_the_organ(self, name: str, said: str) -> None:
        pack, today = self.desk.pack(self.answers), self.desk.doors.time.today()
        known = pack.authority(said)
        if known and known.effect.covers(today):
            self.visitor.chooses(self.law(known.name), among=name)
            return
        if pack.holding(Role.RECOGNISING, today):
            self.visitor.chooses(self.say("Another organ"), among=name)
            name = self.say("Name of the organ")
        self.visitor.types(name, known.name if known else said)

    def _compares(self, rows: tuple[Difference, ...]) -> None:
        parts = ("Which entry is wrong", "What the record shows", "What is true")
        for number, row in enumerate(rows, 1):
            if number > 1:
                self.visitor.touches(self.say("Add another line"))
            line = self.say("Line {number}", number=number)
            for part, text in zip(parts, (row.field, row.shown, row.true), strict=True):
                if text:
                    self.visitor.types(f"{line}: {self.say(part)}", text)

    def _lays_papers_down(self, papers: tuple[MaterialAnswer, ...]) -> None:
        names = {each.id: self.law(each.text) for each in self.desk.materials(self.draft)}
        for each in papers:
            files = self.file.files.get(each.material, ())
            if each.state is not MaterialState.CLERK_SAW:
                state = MaterialState.ATTACHED if files else each.state
                self.visitor.chooses(self.say(MATERIAL_STATES[state]), among=names[each.material])
            for file in files:
                self._attaches(names[each.material], file)
        saw = MaterialState.CLERK_SAW
        self._shows_to_a_clerk([names[each.material] for each in papers if each.state is saw])

    def _attaches(self, paper: str, file: str) -> None:
        visitor, say = self.visitor, self.say
        visitor.touches(f"{say('Choose files')}: {paper}")
        visitor.picks_file(say("Which files?"), file, take=say("Attach what is ticked"))
        visitor.reads(say("File {number}, pages: {pages}", number=1, pages=1))

    def _shows_to_a_clerk(self, papers: list[str]) -> None:
        if not papers:
            return
        first, *others = papers
        here = self.say("A clerk confirms this here")
        self.visitor.touches(self.say(MATERIAL_STATES[MaterialState.CLERK_SAW]), among=first)
        self.visitor.waits_for(here, ("dialog",))
        for each in others:
            self.visitor.chooses(each, among=here)
        self.visitor.types(self.say("Passphrase"), self.passphrase, hidden=True)
        self.visitor.touches(self.say("Confirm"), among=here)
        self.visitor.loses(here, ("dialog",))


def letters_of(file: AnswersFile) -> str:
    """Every letter that somebody types who has these answers."""
    rows = (file.answers.differences(each) for each in file.answers.values)
    compared = ((row.field, row.shown, row.true) for row in chain.from_iterable(rows))
    typed = (file.answers.text(each) for each in file.answers.values)
    return "".join((*chain.from_iterable(compared), *typed))
