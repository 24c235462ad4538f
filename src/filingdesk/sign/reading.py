"""Opening a PDF from anywhere to look at it; loads pyHanko, so import it late."""

from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader

from filingdesk.core.problem import Problem, UserProblem

_MARGIN = 1024
"""Bytes: readers look for a file's head and end within so many (ISO 32000-1, annex H.3.4.1)."""


def read_pdf(untrusted_pdf: bytes) -> PdfFileReader:
    """By the letter of the standard, or as viewers do where a program wrote it loosely.

    Who may not edit a file may still read it: that lock opens without a password. Raises
    UserProblem: pdf-locked, pdf-cut-off, pdf-not-readable.
    """
    for strict in (True, False):
        try:
            reader = PdfFileReader(BytesIO(untrusted_pdf), strict=strict)
            is_open = not reader.encrypted or _opens(reader)
            if is_open:
                _ = reader.root
        except Exception:
            # A hostile file can break a reader anywhere.
            continue
        if not is_open:
            raise UserProblem(Problem("file", "pdf-locked"))
        return reader
    is_cut = _is_cut_off(untrusted_pdf)
    raise UserProblem(Problem("file", "pdf-cut-off" if is_cut else "pdf-not-readable"))


def _opens(reader: PdfFileReader) -> bool:
    """Whether nobody is asked for a password (ISO 32000-1, 7.6.3.1)."""
    from pyhanko.pdf_utils.crypt import AuthStatus

    return bool(reader.decrypt(b"").status != AuthStatus.FAILED)


def _is_cut_off(untrusted_pdf: bytes) -> bool:
    """Whether a PDF begins here, and nothing ends it."""
    begins = b"%PDF-" in untrusted_pdf[:_MARGIN]
    return begins and b"%%EOF" not in untrusted_pdf[-_MARGIN:]
