"""A filing judged as the agency judges it that it was handed to."""

from collections.abc import Iterator, Mapping, Sequence

import filingdesk
from filingdesk.core.fingerprint import check_code, digest_in
from filingdesk.core.payload import FORMAT, Payload
from filingdesk.core.ports import Doors
from filingdesk.core.problem import UserProblem
from filingdesk.core.verdict import (
    PAYLOAD,
    About,
    Mark,
    Pages,
    Point,
    Verdict,
    code_points,
    file_points,
    form_points,
    in_order,
    page_points,
    signature_points,
)

_OLD = "payload-of-old-format"


class Judging:
    """What anybody may ask of a PDF; nothing of a case is needed for it."""

    doors: Doors

    def judge(self, untrusted_pdf: bytes, trust: Sequence[bytes] = ()) -> Verdict:
        """Everything that can be told of a file from anywhere.

        `trust`: PEM certificates; where none is named, that of this desk is used if it is open, and
        those that it trusts by its settings.
        Raises UserProblem: pdf-not-readable, pdf-locked, pdf-cut-off, certificate-not-readable.
        """
        roots = trust or self._own_trust()
        verifier = self.doors.verifier
        signatures = verifier.verify(untrusted_pdf, roots).signatures
        files = verifier.extract(untrusted_pdf)
        payload, data_points = self._payload(files)
        points = [*signature_points(signatures, named=bool(trust)), *data_points]
        points += form_points(verifier.form(untrusted_pdf))
        check = ""
        if payload is not None:
            digest = digest_in(files[PAYLOAD])
            check = check_code(digest)
            pages = self._pages(untrusted_pdf)
            points += [*page_points(payload, pages)]
            points += file_points(payload, files, filingdesk.__version__)
            points += self._about_code(payload, digest, pages)
        return Verdict(in_order(points), signatures, payload, check, files)

    # ---------------------------------------------------------------- inside

    def _own_trust(self) -> tuple[bytes, ...]:
        try:
            own, others = self.doors.certificate(), self.doors.signing().trust
        except UserProblem:
            return ()
        return (own, others) if others else (own,)

    def _payload(self, files: Mapping[str, bytes]) -> tuple[Payload | None, list[Point]]:
        if PAYLOAD not in files:
            return None, [Point(About.DATA, "payload-missing", Mark.RESERVED)]
        try:
            payload = self.doors.read_payload(files[PAYLOAD])
        except UserProblem as refused:
            is_old = refused.codes == (_OLD,)
            mark = Mark.NOTE if is_old else Mark.WRONG
            code = "payload-old" if is_old else "payload-not-read"
            return None, [Point(About.DATA, code, mark)]
        return payload, [Point(About.DATA, "payload-read", Mark.GOOD, {"format": FORMAT})]

    def _pages(self, untrusted_pdf: bytes) -> Pages | None:
        try:
            return self.doors.intake.said_on(untrusted_pdf)
        except UserProblem:
            return None

    def _about_code(self, payload: Payload, digest: bytes, pages: Pages | None) -> Iterator[Point]:
        code, verifier = payload.code, self.doors.verifier
        read = verifier.read_code(code.content) if code else None
        is_signed = (
            code is not None and read is not None and verifier.is_signed(read, digest, code.key)
        )
        yield from code_points(payload, check_code(digest), read, pages, is_signed=is_signed)
