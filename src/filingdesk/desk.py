"""The verbs of the product: begin, advise, assemble, sign, record, due. No window, no disk."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from filingdesk.core.advice import Advice, Remedy, advise
from filingdesk.core.answers import Answers, AttachedFile, MaterialAnswer, MaterialState
from filingdesk.core.case import (
    Case,
    ClockState,
    Event,
    EventKind,
    NextStep,
    RunningClock,
    clocks_today,
    next_step,
)
from filingdesk.core.checks import EARLIEST, check_answers, check_page
from filingdesk.core.deadline import Clock, Deadline, OwedBy, due
from filingdesk.core.document import Attachment, Document, ExhibitPage, Stroke
from filingdesk.core.filing import Act, Filing, assemble, places_of
from filingdesk.core.interview import Interview, compile_interview
from filingdesk.core.letter import compose
from filingdesk.core.pack import Material, Pack, Shows
from filingdesk.core.payload import payload
from filingdesk.core.ports import AnswersFile, Doors, Draft, Signer
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import AnswerType
from filingdesk.core.reference import new_reference
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.core.wording import answered, fill
from filingdesk.words.catalogue import OFFICIAL, PackWords, Words

JURISDICTION = "jurisdiction"
"""The question that names the place."""

ROOT = "cn"
"""The jurisdiction before the person has said where."""


@dataclass(frozen=True, slots=True)
class CaseToday:
    """A case as the clerk sees it: its clocks and what comes next."""

    case: Case
    clocks: tuple[RunningClock, ...]
    next_step: NextStep

    @property
    def next_due(self) -> date | None:
        """The nearest day that still matters: one of the person's own that is over does not."""
        days = (
            each.deadline.due_on
            for each in self.clocks
            if each.deadline
            and (
                each.state is ClockState.RUNNING
                or (each.state is ClockState.OVERDUE and each.clock.owed_by is OwedBy.AGENCY)
            )
        )
        return min(days, default=None)


@contextmanager
def _told_at(where: str) -> Iterator[None]:
    """Which of several files could not be taken in."""
    try:
        yield
    except UserProblem as refused:
        found = refused.problems
        raise UserProblem(
            *(replace(each, where=where) if each.where == "file" else each for each in found)
        ) from None


class Desk:
    """One desk of a service centre. Every verb raises UserProblem for what a person can mend."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors
        self._interviews: dict[tuple[str, str], Interview] = {}

    # ---------------------------------------------------------------- the filing being made

    def begin(self, language: str, consent: str, kind: str = "objection") -> Draft:
        """A new draft under a fresh reference."""
        reference = new_reference(self.doors.chance.below)
        first = self._interview(ROOT, kind).first
        return Draft(reference, Answers(), first, language, kind, consent)

    def begin_from(
        self, file: AnswersFile, read: Callable[[str], bytes], consent: str = ""
    ) -> Draft:
        """A draft with the answers of a file; `read` gives the content of a path it names.

        Where a file cannot be taken in, nothing of the draft stays.
        """
        draft = self.keep(replace(self.draft_of(file), consent=consent))
        try:
            for material, paths in file.files.items():
                for number, path in enumerate(paths, 1):
                    with _told_at(f"materials:{material} {number}"):
                        draft = self.attach(draft, material, read(path))
            return self.keep(draft)
        except BaseException:
            self.erase(draft)
            raise

    def draft_of(self, file: AnswersFile) -> Draft:
        """A draft with the answers of a file, its attachments left out; kept nowhere."""
        draft = self.begin(file.language, "", file.kind)
        return replace(draft, answers=file.answers.say(JURISDICTION, file.jurisdiction))

    def keep(self, draft: Draft) -> Draft:
        """Save a draft; what comes back is what is on the disk."""
        saved = replace(draft, saved_at=self.doors.time.now())
        self.doors.store.save_draft(saved)
        return saved

    def interrupted(self) -> Draft | None:
        """The draft that a crash or a power cut left, newest first; a filed one is swept away."""
        for draft in self.doors.store.drafts():
            if not self._is_filed(draft.id):
                return draft
            self.erase(draft)
        return None

    def erase(self, draft: Draft) -> None:
        """Nothing of a draft stays: not its answers, not its files."""
        self.doors.store.erase_draft(draft.id)

    def pack(self, answers: Answers) -> Pack:
        """The pack of the place the answers name; the country's before they do."""
        return self.doors.shelf.pack(self._jurisdiction(answers))

    def interview(self, draft: Draft) -> Interview:
        """The interview of the draft's kind in the place its answers name."""
        return self._interview(self._jurisdiction(draft.answers), draft.kind)

    def problems(self, draft: Draft, page: str) -> tuple[Problem, ...]:
        """What stands against going on from a page, warnings included."""
        interview = self.interview(draft)
        found = check_page(interview, page, draft.answers, self.doors.time.today())
        shows = interview.pages[page].shows
        if shows in (Shows.FINDING, Shows.AUTHORITY):
            found += self._advice_problems(self.advise(draft), shows)
        found = self._with_papers(found, interview, draft, page)
        return found + self._unprintable(interview, draft, page)

    def all_problems(self, draft: Draft) -> tuple[Problem, ...]:
        """The same for the whole way: none that blocks, and the filing can be made."""
        interview = self.interview(draft)
        found = check_answers(interview, draft.answers, self.doors.time.today())
        for page in interview.path(draft.answers):
            found = self._with_papers(found, interview, draft, page.id)
            found += self._unprintable(interview, draft, page.id)
        if any(each.blocks for each in found):
            return found
        return found + self._advice_problems(self.advise(draft), Shows.AUTHORITY)

    def advise(self, draft: Draft) -> Advice:
        """Grounds, authority, display period, clocks and what is uncertain, as of today."""
        return advise(
            self.pack(draft.answers),
            self.interview(draft),
            draft.answers,
            self.doors.shelf.calendar(),
            self.doors.time.today(),
        )

    def way_out(self, draft: Draft) -> str:
        """Where a person is helped whom an objection does not serve: a pack text, or empty."""
        interview = self.interview(draft)
        last = interview.path(draft.answers)[-1]
        if last.shows is Shows.ELSEWHERE:
            return last.intro
        return interview.kind.repair if last.shows is Shows.REPAIR else ""

    def say_in(self, draft: Draft, advice: Advice, words: Words) -> Callable[[str], str]:
        """How pack sentences of this advice read in a language, their places filled."""
        pack = self.pack(draft.answers)
        wording = PackWords(words, pack.lineage)
        pruned = self.interview(draft).pruned(draft.answers)
        asked = self.interview(draft).asked_on_path(draft.answers)
        found = (answered(each, pruned, pack, wording) for each in asked)
        said = tuple(each for each in found if each)
        places = places_of(said, advice, Act(draft.id, self.doors.time.today()), wording)

        route = advice.route
        names = {route.name, *(each.name for each in route.near)} if route else set()

        def say(pack_text: str) -> str:
            if pack_text in names:  # it may have been typed, and is no template
                return wording.text(pack_text)
            sentence = fill(pack_text, places, wording)
            return sentence.text if sentence else ""

        return say

    # ---------------------------------------------------------------- materials

    def attach(self, draft: Draft, material: str, untrusted_content: bytes) -> Draft:
        """Take a file in as safe pages, and add it to a material's slot."""
        safe = self.doors.intake.read(untrusted_content)
        id = f"{self.doors.chance.below(16**16):016x}"
        file = AttachedFile(id, len(safe.pages), safe.sha256, safe.size)
        self.doors.store.save_file(draft.id, file, safe)
        old = self.said_of(draft, material)
        return self.say_of(
            draft, MaterialAnswer(material, MaterialState.ATTACHED, (*old.files, file))
        )

    def detach(self, draft: Draft, material: str, file: str) -> Draft:
        """Take a file out of a slot, and off the disk."""
        self.doors.store.erase_file(draft.id, file)
        old = self.said_of(draft, material)
        kept = tuple(each for each in old.files if each.id != file)
        return self.say_of(draft, replace(old, files=kept))

    def said_of(self, draft: Draft, material: str) -> MaterialAnswer:
        """What was said of a material; nothing yet counts as attached without a file."""
        said = self.materials_said(draft)
        nothing = MaterialAnswer(material, MaterialState.ATTACHED)
        return next((each for each in said if each.material == material), nothing)

    def materials_said(self, draft: Draft) -> tuple[MaterialAnswer, ...]:
        """What was said of the papers so far."""
        return draft.answers.materials(self._materials_question(draft))

    def say_of(self, draft: Draft, answer: MaterialAnswer) -> Draft:
        """A draft with one material's answer changed."""
        others = (each for each in self.materials_said(draft) if each.material != answer.material)
        question = self._materials_question(draft)
        return replace(draft, answers=draft.answers.say(question, (*others, answer)))

    def materials(self, draft: Draft) -> tuple[Material, ...]:
        """The papers this filing asks for."""
        return self.advise(draft).materials

    # ---------------------------------------------------------------- document and signature

    def assemble(self, draft: Draft, language: str = OFFICIAL) -> Filing:
        """The filing of a draft. Raises UserProblem with everything that still blocks it."""
        blocking = tuple(each for each in self.all_problems(draft) if each.blocks)
        if blocking:
            raise UserProblem(*blocking)
        act = Act(draft.id, self.doors.time.today(), draft.consent)
        pack = self.pack(draft.answers)
        wording = PackWords(Words(language), pack.lineage)
        return assemble(
            pack, self.interview(draft), draft.answers, self.advise(draft), act, wording
        )

    def document(
        self, draft: Draft, language: str = OFFICIAL, strokes: Sequence[Stroke] = ()
    ) -> Document:
        """The document that is signed; in another language, its reading copy."""
        filing = self.assemble(draft, language)
        kind = filing.pack.kinds[filing.kind]
        wording = PackWords(Words(language), filing.pack.lineage)
        letter = compose(filing, kind, wording, strokes, official=language == OFFICIAL)
        return replace(
            letter, blocks=(*letter.blocks, *self._exhibit_pages(draft, filing, wording))
        )

    def preview(self, draft: Draft, language: str = OFFICIAL) -> bytes:
        """The pages as they will be signed, or a reading copy of them."""
        return self.doors.renderer.render(self.document(draft, language))

    def sign(
        self, draft: Draft, strokes: Sequence[Stroke] = (), seal: Signer | None = None
    ) -> Case:
        """Sign a draft and keep it as a case. A draft that is already filed raises already-filed.

        Without `seal` the centre's own is used; it vouches for integrity, not for the citizen.
        """
        if self._is_filed(draft.id):
            raise UserProblem(Problem("filing", "already-filed", {"reference": draft.id}))
        filing = self.assemble(draft)
        data = payload(filing, "drawn" if strokes else "on_paper")
        pdf = self.doors.renderer.render(
            self.document(draft, strokes=strokes), self._attachments(draft, filing, data)
        )
        now = self.doors.time.now()
        with seal or self.doors.seal() as signer:
            signed = signer.sign(pdf, Capacity.CENTRE_SEAL, now)
        case = self._case_of(filing, signed)
        self.doors.store.open_case(case, data, signed)
        self.erase(draft)
        return case

    # ---------------------------------------------------------------- cases and clocks

    def cases(self, search: str = "") -> tuple[CaseToday, ...]:
        """Cases as of today; the nearest day first, then those without one, newest first."""
        found = tuple(self._today(case) for case in self.doors.store.cases(search))
        return tuple(sorted(found, key=lambda each: each.next_due or date.max))

    def case(self, id: str) -> CaseToday:
        """One case as of today, by id or reference."""
        return self._today(self.doors.store.case(id))

    def record(self, id: str, kind: EventKind, day: date, note: str = "") -> CaseToday:
        """Write down what happened to a case on a day."""
        if day > self.doors.time.today():
            raise UserProblem(Problem("day", "date-in-future"))
        if day < EARLIEST:
            raise UserProblem(Problem("day", "date-too-early"))
        event = Event(kind, day, self.doors.time.now(), note)
        return self._today(self.doors.store.record(id, event))

    def signed_pdf(self, id: str) -> bytes:
        """The signed file of a case, byte for byte."""
        return self.doors.store.signed_pdf(id)

    def clock(self, id: str, jurisdiction: str = "") -> Clock:
        """A clock such as cn/reconsideration-filing. Raises UserProblem: clock-unknown."""
        place = jurisdiction or id.partition("/")[0]
        is_known = jurisdiction or place in self.doors.shelf.jurisdictions()
        kinds = self.doors.shelf.pack(place).kinds.values() if is_known else ()
        clocks = (each for kind in kinds for each in kind.clocks)
        found = next((each for each in clocks if each.id == id), None)
        if found is None:
            raise UserProblem(Problem("clock", "clock-unknown", {"name": id}))
        return found

    def due(self, clock: str, event: date, jurisdiction: str = "") -> Deadline:
        """When a clock ends that starts on a day.

        Raises UserProblem: clock-unknown, clock-not-verified, date-out-of-range.
        """
        return due(self.clock(clock, jurisdiction), event, self.doors.shelf.calendar())

    # ---------------------------------------------------------------- inside

    def _jurisdiction(self, answers: Answers) -> str:
        named = answers.text(JURISDICTION)
        return named if named in self.doors.shelf.jurisdictions() else ROOT

    def _interview(self, jurisdiction: str, kind: str) -> Interview:
        key = (jurisdiction, kind)
        if key not in self._interviews:
            self._interviews[key] = compile_interview(
                self.doors.shelf.pack(jurisdiction).kinds[kind]
            )
        return self._interviews[key]

    def _materials_question(self, draft: Draft) -> str:
        """The question about papers; empty for a kind that asks for none."""
        questions = self.interview(draft).kind.questions.values()
        return next((each.id for each in questions if each.type is AnswerType.MATERIALS), "")

    def _advice_problems(self, advice: Advice, shows: Shows) -> tuple[Problem, ...]:
        if advice.remedy is Remedy.REPAIR:
            return (Problem("remedy", "repair-not-objection"),)
        if advice.remedy is Remedy.ELSEWHERE:
            return (Problem("remedy", "other-body-deals-with-it"),)
        if not advice.grounds:
            return (Problem("ground", "no-ground"),)
        if shows is Shows.AUTHORITY and advice.route is None:
            return (Problem("deciding_authority", "no-authority"),)
        return ()

    def _with_papers(
        self, found: tuple[Problem, ...], interview: Interview, draft: Draft, page: str
    ) -> tuple[Problem, ...]:
        """And each required paper of which nothing was said: "I do not have it" is an answer."""
        asked = interview.asked(page, draft.answers)
        question = next((each for each in asked if each.type is AnswerType.MATERIALS), None)
        if question is None:
            return found
        said = {each.material for each in draft.answers.materials(question.id)}
        unsaid = tuple(
            Problem(f"{question.id}:{each.id}", "material-unanswered")
            for each in self.materials(draft)
            if each.required and each.id not in said
        )
        vague = Problem(question.id, "answer-missing")
        return tuple(each for each in found if not unsaid or each != vague) + unsaid

    def _unprintable(self, interview: Interview, draft: Draft, page: str) -> tuple[Problem, ...]:
        """A character that no font has prints as 〓: the person is told which, and may go on."""
        found = []
        for question in interview.asked(page, draft.answers):
            rows = draft.answers.differences(question.id)
            texts = [text for row in rows for text in (row.field, row.shown, row.true)]
            typed = "".join((draft.answers.text(question.id), *texts))
            missing = self.doors.renderer.missing_characters(typed)
            if missing:
                named = ", ".join(f"{each} (U+{ord(each):04X})" for each in missing)
                facts = {"characters": named}
                found.append(Problem(question.id, "characters-not-printable", facts, blocks=False))
        return tuple(found)

    def _exhibit_pages(
        self, draft: Draft, filing: Filing, wording: PackWords
    ) -> tuple[ExhibitPage, ...]:
        return tuple(
            ExhibitPage(
                f"{wording.text('证据')} {each.number} · {wording.text(each.material.text)}", jpeg
            )
            for each in filing.exhibits
            for file in each.files
            for jpeg in self.doors.store.file(draft.id, file.id).pages
        )

    def _attachments(self, draft: Draft, filing: Filing, data: bytes) -> tuple[Attachment, ...]:
        json = Attachment("filing.json", "application/json", data, "filing.json", "Data")
        return (json, *self._exhibit_files(draft, filing))

    def _exhibit_files(self, draft: Draft, filing: Filing) -> tuple[Attachment, ...]:
        files = []
        for exhibit in filing.exhibits:
            for place, file in enumerate(exhibit.files, 1):
                safe = self.doors.store.file(draft.id, file.id)
                name = f"exhibit-{exhibit.number:02d}-{place:02d}"
                files.append(self.doors.intake.attachment(safe, name, exhibit.material.text))
        return tuple(files)

    def _case_of(self, filing: Filing, signed: SignedFile) -> Case:
        events = [Event(EventKind.SIGNED, filing.made_on, signed.signed_at)]
        learned = filing.answers.day("learned_on")
        if learned:
            events.insert(0, Event(EventKind.LEARNED, learned, signed.signed_at))
        return Case(
            id=filing.reference,
            reference=filing.reference,
            jurisdiction=filing.pack.id,
            kind=filing.kind,
            person=filing.person,
            title=filing.answers.text("record_title"),
            authority=filing.authority,
            events=tuple(events),
        )

    def _today(self, case: Case) -> CaseToday:
        kind = self.doors.shelf.pack(case.jurisdiction).kinds[case.kind]
        calendar = self.doors.shelf.calendar()
        clocks = clocks_today(case, kind.clocks, calendar, self.doors.time.today())
        return CaseToday(case, clocks, next_step(case, clocks))

    def _is_filed(self, reference: str) -> bool:
        return any(each.reference == reference for each in self.doors.store.cases(reference))
