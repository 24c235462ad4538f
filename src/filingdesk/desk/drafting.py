"""A filing being made: begun, answered, checked, advised; and the papers that belong to it."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial

from filingdesk.core.advice import Advice, Remedy, advise
from filingdesk.core.answers import Answers, AttachedFile, MaterialAnswer, MaterialState
from filingdesk.core.checks import bring_fault, check_answers, check_page
from filingdesk.core.file_name import shown_name
from filingdesk.core.filing import Act, places_of
from filingdesk.core.interview import Interview, compile_interview, kind_of
from filingdesk.core.pack import Material, Pack, Shows
from filingdesk.core.pages import kept_bytes, kept_ids
from filingdesk.core.ports import AnswersFile, Doors, Draft, SafeFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import AnswerType, Part
from filingdesk.core.reference import new_reference
from filingdesk.core.route import named_by
from filingdesk.core.seen import is_unseen
from filingdesk.core.wording import answered, fill
from filingdesk.words.catalogue import PackWords, Words

JURISDICTION = "jurisdiction"
"""The question that names the place."""

ROOT = "cn"
"""The jurisdiction before the person has said where."""

MOST_MEGABYTES = 200
"""All papers of a filing together: as many as an agency's mail and a small stick still take."""

_MEGABYTE = 1024 * 1024


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


class Drafting:
    """What is done with a draft before it is signed."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors
        self._interviews: dict[tuple[str, str], Interview] = {}

    def begin(self, language: str, consent: str) -> Draft:
        """A new draft under a fresh reference; its answers will say what kind of filing it is."""
        draft = Draft(new_reference(self.doors.chance.below), Answers(), "", language, consent)
        return replace(draft, page=self.interview(draft).first)

    def begin_next(self, draft: Draft) -> Draft:
        """A further filing of the same kind for the same person, under a reference of its own.

        It has what was said to come to this kind, of the applicant and of the agent; no more.
        """
        pack, interview = self.pack(draft.answers), self.interview(draft)
        said = interview.pruned(draft.answers)
        questions = interview.kind.questions.values()
        own = (each.id for each in questions if each.part in (Part.APPLICANT, Part.AGENT))
        kept = said.only((JURISDICTION, *pack.triage.questions, *own))
        fresh = replace(self.begin(draft.language, draft.consent), answers=kept)
        faulty = (
            page.id
            for page in interview.path(kept)
            if any(each.blocks for each in self.problems(fresh, page.id))
        )
        return replace(fresh, page=next(faulty, fresh.page))

    def begin_from(
        self, file: AnswersFile, read: Callable[[str], bytes], consent: str = ""
    ) -> Draft:
        """A draft with the answers of a file; `read` gives the content of a path it names.

        Where a file cannot be taken in, nothing of the draft stays.
        """
        draft = self.keep(replace(self.draft_of(file), consent=consent))
        named = [
            (material, number, path)
            for material, paths in file.files.items()
            for number, path in enumerate(paths, 1)
        ]
        try:
            opened = [partial(read, path) for _, _, path in named]
            with closing(self.doors.intake.read_each(opened)) as papers:
                for (material, number, _), found in zip(named, papers, strict=True):
                    with _told_at(f"materials:{material} {number}"):
                        if isinstance(found, UserProblem):
                            raise found
                        draft = self._take_in(draft, material, found)
            return self.keep(draft)
        except BaseException:
            self.erase(draft)
            raise

    def draft_of(self, file: AnswersFile) -> Draft:
        """A draft with the answers of a file, its attachments left out; kept nowhere."""
        draft = self.begin(file.language, "")
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

    def kind(self, draft: Draft) -> str:
        """The kind of filing that the draft's answers lead to."""
        return kind_of(self.pack(draft.answers), draft.answers)

    def interview(self, draft: Draft) -> Interview:
        """The interview of the draft's kind in the place its answers name."""
        return self._interview(self._jurisdiction(draft.answers), self.kind(draft))

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
        """Where a person is helped whom no filing serves: a pack text, or empty."""
        last = self.interview(draft).path(draft.answers)[-1]
        return last.intro if last.shows is Shows.ELSEWHERE else ""

    def say_in(self, draft: Draft, advice: Advice, words: Words) -> Callable[[str], str]:
        """How pack sentences of this advice read in a language, their places filled."""
        pack, interview = self.pack(draft.answers), self.interview(draft)
        wording = PackWords(words, pack.lineage)
        pruned = interview.pruned(draft.answers)
        asked = interview.asked_on_path(draft.answers)
        found = (answered(each, pruned, pack, wording) for each in asked)
        said = tuple(each for each in found if each)
        act = Act(draft.id, self.doors.time.today())
        places = places_of(interview.kind, said, advice, act, wording)

        route = advice.route
        names = {route.name, *(each.name for each in route.near)} if route else set()

        def say(pack_text: str) -> str:
            if pack_text in names:  # it may have been typed, and is no template
                return wording.text(pack_text)
            sentence = fill(pack_text, places, wording)
            return sentence.text if sentence else ""

        return say

    # ---------------------------------------------------------------- materials

    def attach(
        self,
        draft: Draft,
        material: str,
        untrusted_content: bytes,
        *,
        password: str = "",
        untrusted_name: str = "",
        keep_original: bool = False,
    ) -> Draft:
        """Take a file in as safe pages, and add it to a material's slot.

        Raises UserProblem: what intake finds, and filing-too-large (most: MB).
        """
        safe = self.doors.intake.read(untrusted_content, password)
        kept = untrusted_content if keep_original else b""
        return self._take_in(draft, material, safe, untrusted_name, kept)

    def detach(self, draft: Draft, material: str, file: str) -> Draft:
        """Take a file out of a slot, and off the disk what no other file shows."""
        old = self.said_of(draft, material)
        gone = [each for each in old.files if each.id == file]
        kept = tuple(each for each in old.files if each.id != file)
        left = self.say_of(draft, replace(old, files=kept))
        for id in sorted(kept_ids(gone) - kept_ids(self._files(left))):
            self.doors.store.erase_file(draft.id, id)
        return left

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
        if advice.remedy is Remedy.WAIT:
            day = advice.earliest
            code = "too-early-until" if day else "too-early"
            return (Problem("remedy", code, {"from_day": day.isoformat()} if day else {}),)
        if advice.remedy is Remedy.ELSEWHERE:
            return (Problem("remedy", "other-body-deals-with-it"),)
        if not advice.grounds:
            return (Problem("ground", "no-ground"),)
        if shows is Shows.AUTHORITY and advice.route is None:
            return (Problem(named_by(advice.grounds), "no-authority"),)
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
        today = self.doors.time.today()
        vain = tuple(
            Problem(f"{question.id}:{each.material}:by", fault)
            for each in draft.answers.materials(question.id)
            if (fault := bring_fault(each, today))
        )
        return tuple(each for each in found if not unsaid or each != vague) + unsaid + vain

    def _unprintable(self, interview: Interview, draft: Draft, page: str) -> tuple[Problem, ...]:
        """A character that no font has prints as 〓, an invisible one not at all.

        The person is told which, and may go on.
        """
        found = []
        for question in interview.asked(page, draft.answers):
            rows = draft.answers.differences(question.id)
            texts = [text for row in rows for text in (row.field, row.shown, row.true)]
            typed = "".join((draft.answers.text(question.id), *texts))
            missing = self.doors.renderer.missing_characters(typed)
            squares = [f"{each} (U+{ord(each):04X})" for each in missing if not is_unseen(each)]
            unseen = [f"U+{ord(each):04X}" for each in missing if is_unseen(each)]
            for code, named in (
                ("characters-not-printable", squares),
                ("characters-invisible", unseen),
            ):
                if named:
                    facts = {"characters": ", ".join(named)}
                    found.append(Problem(question.id, code, facts, blocks=False))
        return tuple(found)

    def _take_in(
        self,
        draft: Draft,
        material: str,
        safe: SafeFile,
        untrusted_name: str = "",
        untrusted_original: bytes = b"",
    ) -> Draft:
        file = AttachedFile(
            self._new_id(),
            len(safe.pages),
            safe.sha256,
            safe.size,
            ending=safe.ending,
            name=shown_name(untrusted_name),
            camera=safe.taken,
            original_size=len(untrusted_original),
        )
        if kept_bytes((*self._files(draft), file)) > MOST_MEGABYTES * _MEGABYTE:
            facts = {"most": str(MOST_MEGABYTES)}
            raise UserProblem(Problem("file", "filing-too-large", facts))
        self.doors.store.save_file(draft.id, file, safe)
        if untrusted_original:
            self.doors.store.save_original(draft.id, file.id, untrusted_original)
        old = self.said_of(draft, material)
        attached = replace(old, state=MaterialState.ATTACHED, files=(*old.files, file))
        return self.say_of(draft, attached)

    def _files(self, draft: Draft) -> tuple[AttachedFile, ...]:
        return tuple(file for said in self.materials_said(draft) for file in said.files)

    def _new_id(self) -> str:
        return f"{self.doors.chance.below(16**16):016x}"

    def _is_filed(self, reference: str) -> bool:
        try:
            return self.doors.store.case(reference).reference == reference
        except UserProblem as refused:
            if refused.codes != ("case-unknown",):
                raise
            return False
