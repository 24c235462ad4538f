"""A draft becomes a document, is signed, and is kept as a case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from filingdesk.core.answers import Answers
from filingdesk.core.case import (
    Case,
    Event,
    EventKind,
)
from filingdesk.core.clock import LEARNED_ON, Clock, Trigger
from filingdesk.core.document import Attachment, Document, ExhibitPage, Stroke
from filingdesk.core.filing import Act, Filing, assemble
from filingdesk.core.identifiers import paper_numbers
from filingdesk.core.letter import compose
from filingdesk.core.payload import payload
from filingdesk.core.ports import Draft, Signer
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.core.term import concerning
from filingdesk.desk.drafting import Drafting
from filingdesk.words.catalogue import OFFICIAL, PackWords, Words


def _days_named(clocks: Sequence[Clock], answers: Answers, at: datetime) -> list[Event]:
    """The days that start a clock because the person knew them; learned_on has its own event."""
    own = (Trigger.KNOWN, LEARNED_ON)
    asked = (each for each in clocks if each.start and (each.trigger, each.start) != own)
    days = ((each.id, answers.day(each.start)) for each in asked)
    return [Event(EventKind.STARTED, day, at, clock=id) for id, day in days if day]


class Signing(Drafting):
    """What is done with a draft that is complete."""

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
        self.doors.packs.keep(filing.pack.versions)
        self.doors.store.open_case(case, data, signed)
        self.doors.store.erase_reminder(draft.id)
        self.erase(draft)
        return case

    # ---------------------------------------------------------------- inside

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
