"""The way back: receipts and replies of agencies, and papers that a square code leads to."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from filingdesk.core.case import Event
from filingdesk.core.checks import EARLIEST
from filingdesk.core.fingerprint import ReadCode, digest_in
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.reply import KeptReply, Reply, ReplyKind, receipt_in, signed_on
from filingdesk.core.verdict import PAYLOAD, Verdict, as_paper
from filingdesk.desk.casework import Casework
from filingdesk.desk.judging import Judging
from filingdesk.desk.today import CaseToday

_PDF = b"%PDF-"
_HEAD = 1024
"""Bytes: a reader looks for the head of a PDF within so many (ISO 32000-1, annex H.3.4.1)."""


@dataclass(frozen=True, slots=True, repr=False)
class Scanned:
    """The case that a paper belongs to. `is_ours`: its code was made for just this filing."""

    found: CaseToday
    is_ours: bool


class Replies(Casework, Judging):
    """What comes back for a case."""

    def look_at_reply(self, id: str, untrusted_file: bytes) -> Reply:
        """What a file is that came back for a case; nothing is kept yet.

        A PDF is judged as it is, a picture becomes safe pages. Raises UserProblem:
        reply-changed, reply-of-another-case (reference), reply-of-unknown-case, pdf-not-readable,
        pdf-locked, pdf-cut-off, and as `Intake.read`.
        """
        case = self.doors.store.case(id)
        if _PDF not in untrusted_file[:_HEAD]:
            return self._picture(untrusted_file, case.reference)
        verdict = self.judge(untrusted_file)
        if verdict.payload is None and PAYLOAD not in verdict.files:
            return self._other(untrusted_file, verdict)
        if verdict.files[PAYLOAD] != self.doors.store.filing(id):
            if verdict.payload is None:
                raise UserProblem(Problem("file", "reply-of-unknown-case"))
            reference = verdict.payload.reference
            if reference == case.reference:
                raise UserProblem(Problem("file", "reply-changed"))
            raise UserProblem(Problem("file", "reply-of-another-case", {"reference": reference}))
        return self._own(untrusted_file, verdict)

    def take_reply(self, id: str, reply: Reply, day: date | None = None) -> CaseToday:
        """Keep a file with its case; `day`, which a person has confirmed, is written down too.

        Raises UserProblem: reply-changed, reply-not-signed, reply-known, date-in-future,
        date-too-early.
        """
        if reply.refusal:
            raise UserProblem(Problem("file", reply.refusal))
        if day is not None and day > self.doors.time.today():
            raise UserProblem(Problem("day", "date-in-future"))
        if day is not None and day < EARLIEST:
            raise UserProblem(Problem("day", "date-too-early"))
        now = self.doors.time.now()
        digest, size = sha256(reply.content).hexdigest(), len(reply.content)
        kept = KeptReply(reply.kind, digest, size, reply.signer, reply.day, now)
        events: tuple[Event, ...] = ()
        if day is not None and reply.event is not None:
            events = (Event(reply.event, day, now, reply.signer),)
        self.doors.store.keep_reply(id, kept, reply.content, events)
        return self.case(id)

    def replies(self, id: str) -> tuple[KeptReply, ...]:
        """What came back for a case, in the order in which it was kept."""
        return tuple(self.doors.store.replies(id))

    def reply(self, id: str, sha256: str) -> tuple[bytes, Verdict | None]:
        """A kept file, and its own verdict as of today; none for a picture.

        Raises UserProblem: file-unknown.
        """
        content = self.doors.store.reply(id, sha256)
        kinds = {each.sha256: each.kind for each in self.doors.store.replies(id)}
        if kinds[sha256] is ReplyKind.SCAN:
            return content, None
        verdict = self.judge(content)
        return content, as_paper(verdict) if kinds[sha256] is ReplyKind.REPLY else verdict

    def find_scan(self, untrusted_content: bytes) -> Scanned:
        """The case of a printed filing, by the square code on a photo or a scan of it.

        Raises UserProblem: scan-without-code, scan-of-another-desk (reference), and as
        `Intake.read`.
        """
        pages = self.doors.intake.read(untrusted_content).pages
        texts = self.doors.intake.codes_on(pages)
        codes = (self.doors.verifier.read_code(each) for each in texts)
        code = next((each for each in codes if each is not None), None)
        if code is None:
            raise UserProblem(Problem("file", "scan-without-code"))
        try:
            found = self.case(code.reference)
        except UserProblem as refused:
            if refused.codes != ("case-unknown",):
                raise
            facts = {"reference": code.reference}
            raise UserProblem(Problem("file", "scan-of-another-desk", facts)) from None
        return Scanned(found, self._is_ours(code, found))

    # ---------------------------------------------------------------- inside

    def _picture(self, untrusted_file: bytes, reference: str) -> Reply:
        safe = self.doors.intake.read(untrusted_file)
        return Reply(ReplyKind.SCAN, self.doors.intake.attachment(safe, reference, "").content)

    def _is_ours(self, code: ReadCode, found: CaseToday) -> bool:
        data = self.doors.store.filing(found.case.id)
        own = self.doors.read_payload(data).code
        return own is not None and self.doors.verifier.is_signed(code, digest_in(data), own.key)

    def _own(self, untrusted_pdf: bytes, verdict: Verdict) -> Reply:
        """Our own file: with a receipt, or as it left the desk."""
        found = receipt_in(verdict)
        if found is None:
            return Reply(ReplyKind.RETURNED, untrusted_pdf, verdict)
        day = signed_on(found, self.doors.time.now().tzinfo)
        return Reply(ReplyKind.RECEIPT, untrusted_pdf, verdict, day, found.signer)

    def _other(self, untrusted_pdf: bytes, verdict: Verdict) -> Reply:
        """A paper of the agency's own: who signed it last, if anybody did."""
        reply = Reply(ReplyKind.REPLY, untrusted_pdf, as_paper(verdict))
        if not verdict.signatures:
            return reply
        last = verdict.signatures[-1]
        day = signed_on(last, self.doors.time.now().tzinfo)
        return replace(reply, day=day, signer=last.signer)
