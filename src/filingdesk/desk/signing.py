"""A draft becomes a document, is signed, and is kept as a case."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from enum import IntEnum
from hashlib import sha256

from filingdesk.core.answers import Answers
from filingdesk.core.case import (
    Case,
    Event,
    EventKind,
)
from filingdesk.core.clock import LEARNED_ON, Clock, Trigger
from filingdesk.core.document import Document, Stroke
from filingdesk.core.enclosed import attached_in, originals_in
from filingdesk.core.filing import Act, Filing, assemble
from filingdesk.core.identifiers import paper_numbers
from filingdesk.core.interview import compile_interview
from filingdesk.core.paper import capacities
from filingdesk.core.payload import EmbeddedFile, Payload
from filingdesk.core.ports import Draft, SafeFile, Signatory, Signer
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.core.term import concerning
from filingdesk.desk.making import Given, Paper, make_paper, reading_copy, words_of
from filingdesk.desk.papers import Papers
from filingdesk.desk.signatures import countersigned, in_order, signed_by
from filingdesk.words.catalogue import OFFICIAL


def _days_named(clocks: Sequence[Clock], answers: Answers, at: datetime) -> list[Event]:
    """The days that start a clock because the person knew them; learned_on has its own event."""
    own = (Trigger.KNOWN, LEARNED_ON)
    asked = (each for each in clocks if each.start and (each.trigger, each.start) != own)
    days = ((each.id, answers.day(each.start)) for each in asked)
    return [Event(EventKind.STARTED, day, at, clock=id) for id, day in days if day]


def _originals_of(payload: Payload, embedded: Mapping[str, bytes]) -> dict[str, bytes]:
    """Raises UserProblem: exhibit-missing, exhibit-differs."""
    found = {}
    for name, original in originals_in(payload).items():
        if name not in embedded:
            raise UserProblem(Problem(name, "exhibit-missing"))
        if sha256(embedded[name]).hexdigest() != original.sha256:
            raise UserProblem(Problem(name, "exhibit-differs"))
        found[original.sha256] = embedded[name]
    return found


class Step(IntEnum):
    """What signing is at, in this order."""

    PAPERS = 0
    PAGES = 1
    SIGNATURES = 2
    CASE = 3


class Signing(Papers):
    """What is done with a draft that is complete."""

    def assemble(self, draft: Draft, language: str = OFFICIAL) -> Filing:
        """The filing of a draft. Raises UserProblem with everything that still blocks it."""
        self._must_be_complete(draft)
        pack, advice = self.pack(draft.answers), self.advise(draft)
        interview, answers = self.interview(draft), self.leaving(draft)
        wording = words_of(pack, language)
        return assemble(pack, interview, answers, advice, self._act(draft), wording)

    def paper(self, draft: Draft, strokes: Sequence[Stroke] = ()) -> Paper:
        """All that is signed, in the authority's language; raises as `assemble` does."""
        given = replace(self._given(draft, draft.language), strokes=tuple(strokes))
        return make_paper(self.doors, given, self.doors.code)

    def document(
        self, draft: Draft, language: str = OFFICIAL, strokes: Sequence[Stroke] = ()
    ) -> Document:
        """The document that is signed; in another language, its reading copy.

        Raises UserProblem with everything that still blocks it.
        """
        if language != OFFICIAL:
            return reading_copy(self.doors, self._given(draft, language))
        return self.paper(draft, strokes).document

    def preview(self, draft: Draft, language: str = OFFICIAL) -> bytes:
        """The pages as they will be signed, or a reading copy of them."""
        return self.doors.renderer.render(self.document(draft, language))

    def sign(
        self,
        draft: Draft,
        strokes: Sequence[Stroke] = (),
        seal: Signer | None = None,
        signers: Sequence[Signatory] = (),
        told: Callable[[Step], None] = lambda _step: None,
    ) -> Case:
        """Sign a draft and keep it as a case. A draft that is already filed raises already-filed.

        `signers` sign before the centre does, each in the place of their capacity; their keys are
        closed at the end, whatever happened. Without `seal` the centre's own is used; it vouches
        for integrity, not for the citizen. Until the case is kept, the draft stays. `told` hears
        each step as it begins; an exception out of it gives the signing up.
        Raises UserProblem: no-place-to-sign, and as the keys do.
        """
        with ExitStack() as keys:
            for each in signers:
                keys.enter_context(each.signer)
            if self._is_filed(draft.id):
                raise UserProblem(Problem("filing", "already-filed", {"reference": draft.id}))
            told(Step.PAPERS)
            paper = self.paper(draft, strokes)
            own = in_order(signers, capacities(paper.filing))
            last = Signatory(Capacity.CENTRE_SEAL, keys.enter_context(seal or self.doors.seal()))
            told(Step.PAGES)
            # Neither the attachments nor the unsigned pages are held while a large file is signed.
            pages = [self.doors.renderer.render(paper.document, paper.attachments)]
            paper = replace(paper, document=replace(paper.document, blocks=()), attachments=())
            told(Step.SIGNATURES)
            signed = signed_by(self.doors, pages.pop(), (*own, last))
        told(Step.CASE)
        also = [countersigned(each, paper.filing.made_on, signed.signed_at) for each in own]
        case = self._case_of(paper.filing, signed, also)
        self.doors.packs.keep(paper.filing.pack.versions)
        self.doors.store.open_case(case, paper.data, signed)
        self.doors.store.erase_reminder(draft.id)
        self.erase(draft)
        return case

    def own_capacity(self, draft: Draft) -> Capacity:
        """In which capacity the person at the desk signs: the citizen's own, or as an agent."""
        return capacities(self.assemble(draft))[0]

    def render_again(self, untrusted_payload: bytes, embedded: Mapping[str, bytes]) -> bytes:
        """The pages that a filing.json was signed with, byte for byte, before any signature.

        `embedded` are the exhibits by their names in it. Raises UserProblem: payload-not-readable,
        payload-of-old-format, pack-version-missing, exhibit-missing, exhibit-differs.
        """
        payload = self.doors.read_payload(untrusted_payload)
        versions = tuple((each.id, each.version) for each in payload.packs)
        pack = self.doors.shelf.pack(payload.jurisdiction, versions)
        given = Given(
            pack=pack,
            interview=compile_interview(pack.kinds[payload.kind]),
            answers=Answers(payload.answers),
            act=Act(payload.reference, payload.made_on, payload.consented.consent_version),
            language=payload.read_in.replace("-", "_"),
            strokes=payload.strokes,
            files=self._exhibits_of(payload, embedded),
            originals=_originals_of(payload, embedded),
        )
        code = payload.code
        if code is None:
            raise UserProblem(Problem("payload", "payload-not-readable"))
        paper = make_paper(self.doors, given, lambda _reference, _digest: code)
        return self.doors.renderer.render(paper.document, paper.attachments)

    # ---------------------------------------------------------------- inside

    def _given(self, draft: Draft, language: str) -> Given:
        files = self._files(draft)
        # On another core: the store lets go of the interpreter while it deciphers.
        with ThreadPoolExecutor(1) as beside:
            originals = [beside.submit(self.originals, draft, file) for file in files]
            self._must_be_complete(draft)
            return Given(
                pack=self.pack(draft.answers),
                interview=self.interview(draft),
                answers=self.leaving(draft),
                act=self._act(draft),
                language=language,
                files={each.id: self.shown(draft, each) for each in files},
                originals={
                    each.sha256: content for kept in originals for each, content in kept.result()
                },
            )

    def _must_be_complete(self, draft: Draft) -> None:
        blocking = tuple(each for each in self.all_problems(draft) if each.blocks)
        if blocking:
            raise UserProblem(*blocking)

    def _act(self, draft: Draft) -> Act:
        return Act(draft.id, self.doors.time.today(), draft.consent)

    def _exhibits_of(self, payload: Payload, embedded: Mapping[str, bytes]) -> dict[str, SafeFile]:
        """The safe files of a payload's exhibits, by the ids that its answers call them."""
        return {file.id: self._exhibit(listed, embedded) for listed, file in attached_in(payload)}

    def _exhibit(self, listed: EmbeddedFile, embedded: Mapping[str, bytes]) -> SafeFile:
        content = embedded.get(listed.name)
        if content is None:
            raise UserProblem(Problem(listed.name, "exhibit-missing", {"name": listed.name}))
        if sha256(content).hexdigest() != listed.sha256:
            raise UserProblem(Problem(listed.name, "exhibit-differs", {"name": listed.name}))
        pages = self.doors.intake.pages_of(content)
        return SafeFile(pages, listed.source_sha256, sum(map(len, pages)))

    def _case_of(self, filing: Filing, signed: SignedFile, also: Sequence[Event]) -> Case:
        events = [Event(EventKind.SIGNED, filing.made_on, signed.signed_at), *also]
        learned = filing.answers.day(LEARNED_ON)
        if learned:
            events.insert(0, Event(EventKind.LEARNED, learned, signed.signed_at))
        clocks = concerning(filing.pack.kinds[filing.kind], filing.answers)
        events[:0] = _days_named(clocks, filing.answers, signed.signed_at)
        return Case(
            id=filing.reference,
            reference=filing.reference,
            jurisdiction=filing.pack.id,
            kind=filing.kind,
            person=filing.person,
            title=filing.answers.text("record_title"),
            authority=filing.authority,
            events=tuple(events),
            versions=filing.pack.versions,
            clocks=tuple(each.id for each in clocks),
            document_number=paper_numbers(filing.answers.text),
        )
