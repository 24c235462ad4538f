"""Examining a PDF's signatures with pyHanko; loads it, so import this late."""

from collections.abc import Sequence

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Verification
from filingdesk.sign.certificates import all_certificates, owner
from filingdesk.sign.judge import Judge, unreadable
from filingdesk.sign.quiet import silence
from filingdesk.sign.reading import read_pdf

silence()


def examine(untrusted_pdf: bytes, trust: Sequence[bytes]) -> Verification:
    """The verdict that `PdfVerifier.verify` returns."""
    roots = all_certificates(trust)
    reader = read_pdf(untrusted_pdf)
    try:
        fields = list(enumerate_sig_fields(reader, filled_status=True))
    except Exception:
        # A hostile file can break a reader anywhere, and then it is not readable.
        raise UserProblem(Problem("file", "pdf-not-readable")) from None
    read = {(told := _told(name)): _read(reader, told, field) for name, _, field in fields}
    judge = Judge(untrusted_pdf, reader, roots, [each for each in read.values() if each])
    in_turn = sorted(read.items(), key=lambda each: _revision(each[1]))
    return Verification(
        tuple(judge.judged(each) if each else unreadable(name) for name, each in in_turn)
    )


def _told(untrusted_name: str | bytes) -> str:
    """A field's name as text; bytes in no encoding of PDF texts stay bytes in pyHanko."""
    return untrusted_name.decode("latin1") if isinstance(untrusted_name, bytes) else untrusted_name


def _revision(signature: EmbeddedPdfSignature | None) -> int:
    """Which of the file's versions it signs; the time that it claims could be any."""
    return int(signature.signed_revision) if signature else -1


def _read(reader: PdfFileReader, name: str, field: DictionaryObject) -> EmbeddedPdfSignature | None:
    """None when the signature cannot be read; a hostile one can break anywhere."""
    try:
        signature = EmbeddedPdfSignature(reader, field, name)
        owner(signature.signer_cert)
    except Exception:
        return None
    return signature
