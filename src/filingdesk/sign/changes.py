"""What came into a PDF after a signature, told one by one."""

import re
from collections.abc import Iterable, Iterator

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.rw_common import PdfHandler
from pyhanko.sign.diff_analysis import DiffResult
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from filingdesk.core.signature import Change, ChangeKind
from filingdesk.sign.certificates import owner
from filingdesk.sign.marks import capacity_of

_MOST_REVISIONS = 200
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")


def changes_after(
    signature: EmbeddedPdfSignature, all_of_them: Iterable[EmbeddedPdfSignature], harmless: bool
) -> tuple[Change, ...]:
    """Oldest first; unless all of it was harmless, FORBIDDEN stands last."""
    reader, since = signature.reader, signature.signed_revision
    found = [(revision, Change(ChangeKind.REVOCATION_DATA)) for revision in _proofs(reader, since)]
    found += [
        (each.signed_revision, _told(each)) for each in all_of_them if each.signed_revision > since
    ]
    told = [change for _, change in sorted(found, key=lambda each: each[0])]
    return (*told, *(() if harmless else (Change(ChangeKind.FORBIDDEN),)))


def is_harmless(signature: EmbeddedPdfSignature) -> bool:
    """Whether only signatures, time stamps and proofs came after it, and were allowed.

    Certifying leaves forms open for those who sign later (DocMDP 2), and with them every text field
    that a page may have: what somebody fills into one is not harmless.
    """
    if not signature.summarise_integrity_info()["docmdp_ok"]:
        return False
    found = signature.diff_result
    filled: set[str] = found.changed_form_fields if isinstance(found, DiffResult) else set()
    return filled <= {name for name, _, _ in enumerate_sig_fields(signature.reader)}


def is_accounted_for(
    signature: EmbeddedPdfSignature,
    all_of_them: Iterable[EmbeddedPdfSignature],
    untrusted_pdf: bytes,
) -> bool:
    """Whether every later version of the file brought a signature, a time stamp or proofs.

    One that brought none was somebody's saving: pyHanko lets a new title or another claim of form
    pass. A loosely written file has no versions to rely on, and bytes after the last are none.
    """
    reader, since = signature.reader, signature.signed_revision
    last = reader.xrefs.total_revisions - 1
    ends = {each.signed_revision: sum([*each.byte_range][2:]) for each in all_of_them}
    later = set(range(since + 1, last + 1))
    if later and not (reader.strict and later <= {*ends, *_proofs(reader, since)}):
        return False
    end = ends.get(last)
    if end is None:
        end = max((each.end() for each in _END.finditer(untrusted_pdf)), default=0)
    return not untrusted_pdf[end:].strip(b"\0\t\n\f\r ")


def is_time_stamp(signature: EmbeddedPdfSignature) -> bool:
    """Whether it stamps a document rather than signs it (ISO 32000-2, 12.8.5)."""
    return bool(signature.sig_object_type == "/DocTimeStamp")


def _told(signature: EmbeddedPdfSignature) -> Change:
    kind = ChangeKind.TIME_STAMP if is_time_stamp(signature) else ChangeKind.SIGNATURE
    field = signature.field_name
    return Change(kind, field, owner(signature.signer_cert), capacity_of(field))


def _proofs(reader: PdfFileReader, since: int) -> Iterator[int]:
    """The revisions that brought proofs of certificates."""
    last = min(reader.xrefs.total_revisions, since + _MOST_REVISIONS)
    before = _counted(reader.get_historical_resolver(since))
    for revision in range(since + 1, last):
        now = _counted(reader.get_historical_resolver(revision))
        if now != before:
            yield revision
        before = now


def _counted(handler: PdfHandler) -> tuple[int, ...]:
    if "/DSS" not in handler.root:
        return ()
    store = handler.root["/DSS"]
    return tuple(len(store[key]) if key in store else 0 for key in ("/Certs", "/OCSPs", "/CRLs"))
