"""What a filing is worth to the agency that it was handed to: points, each with a mark."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256

from filingdesk.core.as_table import as_table
from filingdesk.core.enclosed import enclosed
from filingdesk.core.fingerprint import ReadCode
from filingdesk.core.payload import Payload
from filingdesk.core.seen import seen
from filingdesk.core.signature import Capacity, ChangeKind, FoundSignature

PAYLOAD = "filing.json"
TABLE = "filing.csv"


class Mark(StrEnum):
    """How a point weighs: a NOTE is only to be known."""

    GOOD = "good"
    NOTE = "note"
    RESERVED = "reserved"
    WRONG = "wrong"


class About(StrEnum):
    """What a point is about, in the order in which points are told."""

    SIGNATURES = "signatures"
    DATA = "data"
    EXHIBITS = "exhibits"
    CODE = "code"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was looked at. `code` is a stable name; `words` holds its sentence.

    `facts` fill the places of that sentence; `capacity` is the signer's. `found` quotes what is
    wrong, and is personal.
    """

    about: About
    code: str
    mark: Mark
    facts: Mapping[str, str] = field(default_factory=dict)
    capacity: Capacity | None = None
    found: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Form:
    """What a PDF says of its own form, and what was seen of it.

    `claims` such as PDF/A-3a and PDF/UA-1; `bare_fonts` are those not embedded, `active` what could
    run or lead out of the file, such as JavaScript; `overlays` notes and stamps over the pages.
    """

    claims: tuple[str, ...] = ()
    bare_fonts: tuple[str, ...] = ()
    active: tuple[str, ...] = ()
    overlays: int = 0
    is_encrypted: bool = False
    has_intent: bool = False
    is_marked: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Pages:
    """What the pages say as text, and the square codes on the first of them."""

    texts: tuple[str, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Verdict:
    """All points, who signed, and the data where they could be read.

    `check` is the check code that belongs to the data, to be compared with the paper; `files` are
    those inside, by name. `is_filing` is False for a paper of which no filing is asked.
    """

    points: tuple[Point, ...]
    signatures: tuple[FoundSignature, ...]
    payload: Payload | None
    check: str
    files: Mapping[str, bytes]
    is_filing: bool = True

    @property
    def overall(self) -> Mark:
        """WRONG, RESERVED, or GOOD: the worst of its points."""
        marks = {each.mark for each in self.points}
        return next((each for each in (Mark.WRONG, Mark.RESERVED) if each in marks), Mark.GOOD)


def as_paper(found: Verdict) -> Verdict:
    """The same of an agency's own paper: it holds no data, and need be neither signed nor archival.

    Who signed it, where anybody did, and what in it could run, weigh as in a filing.
    """
    unsigned = Point(About.SIGNATURES, "paper-not-signed", Mark.NOTE)
    points = (unsigned if each.code == "not-signed" else each for each in found.points)
    idle = ("payload-missing", "form-not-claimed")
    return replace(
        found, points=tuple(each for each in points if each.code not in idle), is_filing=False
    )


def signature_points(found: Sequence[FoundSignature], *, named: bool) -> Iterator[Point]:
    """Who signed what. `named`: the caller named whom to trust, and so an unknown one is wrong."""
    if not found:
        yield Point(About.SIGNATURES, "not-signed", Mark.WRONG)
    for each in found:
        for code, mark, facts in _signature(each, named=named):
            yield Point(
                About.SIGNATURES,
                code,
                mark,
                {"signer": each.signer or each.field, **facts},
                each.capacity,
            )


_Judged = tuple[str, Mark, dict[str, str]]


def _signature(found: FoundSignature, *, named: bool) -> Iterator[_Judged]:
    later = {change.kind for change in found.changes}
    if not found.intact:
        # Anybody can copy a certificate: beside a broken signature it tells nothing, nor its time.
        yield "signature-broken", Mark.WRONG, {}
        return
    if not found.whole or ChangeKind.FORBIDDEN in later:
        yield "changed-since", Mark.WRONG, {}
    else:
        yield "signature-holds-added" if later else "signature-holds", Mark.GOOD, {}
    if found.level == "time stamp":
        return
    if found.trusted is None:
        yield "signer-not-checked", Mark.RESERVED, {}
    elif not found.trusted:
        yield (
            ("signer-not-trusted", Mark.WRONG, {})
            if named
            else ("signer-not-of-this-desk", Mark.RESERVED, {})
        )
    else:
        yield "signer-trusted", Mark.GOOD, {}
    if found.revoked_at is not None:
        yield "certificate-withdrawn", Mark.WRONG, {"day": found.revoked_at.date().isoformat()}
    yield from _time(found)


def _time(found: FoundSignature) -> Iterator[_Judged]:
    if found.stamped_at is None:
        yield "time-claimed", Mark.NOTE, {}
        return
    facts = {"moment": found.stamped_at.isoformat(), "authority": found.stamped_by}
    if found.stamp_trusted:
        yield "time-proved", Mark.GOOD, facts
    else:
        yield "time-stamped", Mark.NOTE, facts


def page_points(payload: Payload, pages: Pages | None) -> Iterator[Point]:
    """Whether the pages say what the data say, and the data's own parts what their text says."""
    lost = _claimed_elsewhere(payload)
    if lost:
        yield Point(About.DATA, "sentences-differ", Mark.WRONG, found=lost)
    if pages is None:
        yield Point(About.DATA, "pages-not-read", Mark.RESERVED)
        return
    check = (payload.code.check,) if payload.code else ()
    own = payload.packs[0] if payload.packs else None
    foot = f"{payload.reference} {own.id} {own.version}" if own else payload.reference
    compared = seen(pages.texts, (*payload.text, *check), foot)
    if compared.missing:
        facts = {"count": str(len(compared.missing))}
        yield Point(About.DATA, "pages-lack", Mark.WRONG, facts, found=compared.missing)
    if compared.unknown:
        facts = {"count": str(len(compared.unknown))}
        yield Point(About.DATA, "pages-say-more", Mark.WRONG, facts, found=compared.unknown)
    if compared.unprinted:
        named = ", ".join(f"{each} (U+{ord(each):04X})" for each in compared.unprinted)
        facts = {"count": str(len(compared.unprinted))}
        yield Point(About.DATA, "pages-lack-signs", Mark.RESERVED, facts, found=(named,))
    elif compared.same and not lost:
        yield Point(About.DATA, "pages-equal", Mark.GOOD)


def _claimed_elsewhere(payload: Payload) -> tuple[str, ...]:
    """What the data claim, ask for or show, and their own text does not say.

    An answer that only led the way is not printed; one whose label is printed is, beside it. What
    was written in several lines may stand in as many paragraphs.
    """
    said = {_packed(each) for each in payload.text}
    all_of_it = "\0".join(said)
    rows = (row for row in payload.statement if _packed(row.field) in said)
    wanted = [
        payload.reference,
        payload.authority.name,
        payload.consented.truth,
        *(claim.text for ground in payload.grounds for claim in ground.claims),
        *(each.text for each in payload.requests),
        *(each.text for each in payload.said if _packed(each.label) in said),
        *(cell for row in rows for cell in (row.shown, row.true, row.asked)),
        *(each.name for each in payload.exhibits),
    ]
    lines = (line for text in dict.fromkeys(wanted) for line in text.splitlines())
    return tuple(each for each in dict.fromkeys(lines) if _packed(each) not in all_of_it)


def _packed(text: str) -> str:
    return "".join(text.split())


def file_points(payload: Payload, files: Mapping[str, bytes], program: str) -> Iterator[Point]:
    """Whether every exhibit is inside, is the one that was filed, and nothing else is there.

    The table is made again where this version of the program has made it.
    """
    is_own = payload.program == program
    if is_own and TABLE in files and files[TABLE] != as_table(payload):
        yield Point(About.DATA, "table-differs", Mark.WRONG, {"name": TABLE})
    try:
        wanted = enclosed(payload)
    except ValueError:
        yield Point(About.EXHIBITS, "exhibits-confused", Mark.WRONG)
        return
    for name in sorted({*wanted, *files} - {PAYLOAD, TABLE}):
        if name not in files:
            yield Point(About.EXHIBITS, "exhibit-missing", Mark.WRONG, {"name": name})
        elif name not in wanted:
            yield Point(About.EXHIBITS, "exhibit-extra", Mark.RESERVED, {"name": name})
        elif sha256(files[name]).hexdigest() != wanted[name]:
            yield Point(About.EXHIBITS, "exhibit-differs", Mark.WRONG, {"name": name})
    if all(sha256(files.get(name, b"")).hexdigest() == digest for name, digest in wanted.items()):
        code = "exhibits-equal" if wanted else "exhibits-none"
        facts = {"count": str(len(wanted))} if wanted else {}
        yield Point(About.EXHIBITS, code, Mark.GOOD if wanted else Mark.NOTE, facts)


def code_points(
    payload: Payload, check: str, read: ReadCode | None, pages: Pages | None, *, is_signed: bool
) -> Iterator[Point]:
    """Whether code and check code belong to the data; `check` does.

    `read` is what the code of the data says, `is_signed` whether it was made for these data.
    """
    code, facts = payload.code, {"check": check}
    if code is None:
        yield Point(About.CODE, "code-missing", Mark.RESERVED, facts)
        return
    if code.check != check or read is None or read.reference != payload.reference:
        yield Point(About.CODE, "code-differs", Mark.WRONG, facts)
    elif not is_signed:
        yield Point(About.CODE, "code-not-signed", Mark.WRONG, facts)
    elif pages is not None and pages.texts and code.content not in pages.codes:
        yield Point(About.CODE, "code-not-printed", Mark.RESERVED, facts)
    else:
        yield Point(About.CODE, "code-fits", Mark.GOOD, facts)


def form_points(form: Form) -> Iterator[Point]:
    """Whether it will be readable in thirty years and by everybody, as far as this can tell.

    What runs or covers is told of any file; the rest weighs where a file claims to be archival.
    """
    claims = {"claims": ", ".join(form.claims)}
    is_claimed = set(form.claims) >= {"PDF/A-3a", "PDF/UA-1"}
    if form.active:
        yield Point(About.FORM, "form-active", Mark.WRONG, {"kinds": ", ".join(form.active)})
    if form.overlays:
        yield Point(About.FORM, "form-overlay", Mark.RESERVED, {"count": str(form.overlays)})
    if not is_claimed:
        yield Point(About.FORM, "form-not-claimed", Mark.NOTE)
        return
    faults = tuple(_form_faults(form))
    if faults:
        yield Point(About.FORM, "form-not-kept", Mark.RESERVED, claims, found=faults)
    elif not form.active:
        yield Point(About.FORM, "form-claimed", Mark.GOOD, claims)


def _form_faults(form: Form) -> Iterator[str]:
    """In the words of the standard (ISO 19005-3, 6.1.3, 6.2.11.4, 6.2.3, 6.7.2.2)."""
    if form.is_encrypted:
        yield "Encrypt"
    if not form.has_intent:
        yield "OutputIntent"
    if not form.is_marked:
        yield "MarkInfo"
    yield from (f"FontFile: {name}" for name in form.bare_fonts)


def in_order(points: Iterable[Point]) -> tuple[Point, ...]:
    """As they are told: by what they are about, as they were found within it."""
    return tuple(sorted(points, key=lambda each: [*About].index(each.about)))
