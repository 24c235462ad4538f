"""Time stamps, and proofs of certificates, for what was signed before, without anybody's key."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Level, StampedFile
from filingdesk.sign.raising import Raising


class DeskStamper:
    """Raises signed files to the desk's level, or at least to B-T."""

    def __init__(self, raising: Raising) -> None:
        wanted = Level.B_T if raising.level is Level.B_B else raising.level
        self._raising = replace(raising, level=wanted)

    def stamp(self, pdf: bytes) -> StampedFile:
        """The file with what all its signatures lack; what could not be had, `lacking` tells.

        Raises UserProblem: tsa-missing, tsa-unreachable, certificate-revoked, pdf-not-signed,
        pdf-not-readable.
        """
        from filingdesk.sign.lift import Lift  # loads pyHanko, which takes 0.85 s

        _prove_signed(pdf)
        lift = Lift(self._raising)
        content = lift.raised(pdf)
        if lift.level is Level.B_B:
            raise UserProblem(Problem("file", lift.lacking))
        return StampedFile(content, sha256(content).hexdigest(), lift.level, lift.lacking)


def _prove_signed(untrusted_pdf: bytes) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        signatures = list(PdfFileReader(BytesIO(untrusted_pdf)).embedded_regular_signatures)
    except Exception:
        # A hostile file can break a reader anywhere, and then it is not readable.
        raise UserProblem(Problem("file", "pdf-not-readable")) from None
    if not signatures:
        raise UserProblem(Problem("file", "pdf-not-signed"))
