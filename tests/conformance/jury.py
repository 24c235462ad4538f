"""The judges that are not ours: each tells what it finds wrong with a filing, or nothing."""

import hashlib
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from asn1crypto import cms

from filingdesk.core.seen import seen
from filingdesk.core.signature import Level
from tests.conformance.filed import Filed
from tests.conformance.java import Bench

FORMATS = {
    Level.B_B: "PAdES-BASELINE-B",
    Level.B_T: "PAdES-BASELINE-T",
    Level.B_LT: "PAdES-BASELINE-LT",
    Level.B_LTA: "PAdES-BASELINE-LTA",
}
# Below B-LT nothing in the file proves that a certificate still held, and no judge may ask.
UNPROVEN = {
    "The certificate validation is not conclusive!",
    "No revocation data found for the certificate!",
}
STAMP = "signature_time_stamp_token"


@dataclass(frozen=True)
class Told:
    """What a program said, on both its channels."""

    code: int
    out: str
    complaints: str


def ask(*command: str | Path) -> Told:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
    )
    return Told(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode())


# -------------------------------------------------------------------- archive and signatures


def archive(filed: Filed, bench: Bench) -> list[str]:
    """veraPDF: PDF/A-3a."""
    return _broken(filed, bench, "pdfa3a")


def accessible(filed: Filed, bench: Bench) -> list[str]:
    """veraPDF: PDF/UA-1."""
    return _broken(filed, bench, "pdfua1")


def _broken(filed: Filed, bench: Bench, standard: str) -> list[str]:
    told = bench.judge(filed.pdf, filed.trusted)
    if "unreadable" in told:
        return [told["unreadable"]]
    found = told[standard]
    return [*found["failedRules"], *([] if found["passed"] else ["not passed"])]


def union(filed: Filed, bench: Bench) -> list[str]:
    """The EU's DSS: the level of each signature as made, its bytes whole, its signer trusted."""
    told = bench.judge(filed.pdf, filed.trusted)
    if "unreadable" in told:
        return [told["unreadable"]]
    found = told["signatures"]
    wanted = [(field, FORMATS[level]) for field, level in filed.signed]
    levels = [(each["field"], each["format"]) for each in found]
    faults = [] if levels == wanted else [f"{levels} for {wanted}"]
    for each, (_, level) in zip(found, filed.signed, strict=False):
        unproven = UNPROVEN if level in (Level.B_B, Level.B_T) else set()
        faults += [] if each["intact"] else ["not intact"]
        faults += [*each["changes"], *each["structure"], *each["warnings"]]
        faults += sorted(set(each["errors"]) - unproven)
        faults += [f"{one['kind']} broken" for one in each["timestamps"] if not one["intact"]]
        if each["indication"] != "TOTAL_PASSED" and not (
            each["indication"] == "INDETERMINATE" and set(each["errors"]) == unproven
        ):
            faults.append(f"{each['indication']} {each['subIndication']}")
    return faults


def poppler_signatures(filed: Filed) -> list[str]:
    """pdfsig: each valid, the last over the whole file unless proofs came after it (B-LT)."""
    told = ask("pdfsig", "-nocert", filed.pdf).out
    valid = told.count("Signature Validation: Signature is Valid.")
    whole = len(re.findall(r"^  - Total document signed", told, re.MULTILINE))
    wanted = len(filed.signed), int(filed.signed[-1][1] is not Level.B_LT)
    return [] if (valid, whole) == wanted else [told]


def openssl_signatures(filed: Filed) -> list[str]:
    """What an agency does that trusts no PDF program: CMS over the bytes (ISO 32000, 12.8)."""
    content, faults = filed.pdf.read_bytes(), []
    for covered, signature in _signatures(content):
        against = [word for each in filed.trusted for word in ("-CAfile", each)]
        verify = ("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-purpose", "any")
        data, der = filed.pdf.with_suffix(".data"), filed.pdf.with_suffix(".der")
        data.write_bytes(covered)
        der.write_bytes(signature)
        told = ask(*verify, *against, "-in", der, "-content", data, "-out", "/dev/null")
        faults += [told.complaints] if told.code else []
    return faults if faults or filed.signed else ["no signature"]


def openssl_stamps(filed: Filed) -> list[str]:
    """openssl ts: each time stamp is over the value of its signature (RFC 3161)."""
    faults, found = [], 0
    for _, signature in _signatures(filed.pdf.read_bytes()):
        info = cms.ContentInfo.load(signature)["content"]["signer_infos"][0]
        value = hashlib.sha256(info["signature"].native).hexdigest()
        for each in info["unsigned_attrs"]:
            if each["type"].native != STAMP:
                continue
            found += 1
            token = filed.pdf.with_suffix(".tst")
            token.write_bytes(each["values"][0].dump())
            against = [word for one in filed.trusted for word in ("-CAfile", one)]
            verify = ("openssl", "ts", "-verify", "-digest", value, "-token_in", "-in", token)
            told = ask(*verify, *against)
            faults += [told.complaints] if told.code else []
    wanted = sum(level is not Level.B_B for _, level in filed.signed)
    return faults if found == wanted else [*faults, f"{found} stamps for {wanted}"]


def _signatures(pdf: bytes) -> list[tuple[bytes, bytes]]:
    """The bytes that each signature covers, and its CMS; stamps over the whole file aside."""
    found = []
    for each in re.finditer(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf):
        first, length, second, rest = map(int, each.groups())
        content = cms.ContentInfo.load(bytes.fromhex(pdf[length + 1 : second - 1].decode()))
        if content["content"]["encap_content_info"]["content_type"].native == "data":
            covered = pdf[first:length] + pdf[second : second + rest]
            found.append((covered, content.dump()))
    return found


# ------------------------------------------------------------------------- syntax and fonts


def qpdf(filed: Filed) -> list[str]:
    """Syntax and every stream."""
    told = ask("qpdf", "--check", filed.pdf)
    return [told.out + told.complaints] if told.code else []


def mupdf(filed: Filed) -> list[str]:
    """Reads and writes the whole file without a warning."""
    told = ask("mutool", "clean", filed.pdf, filed.pdf.with_suffix(".clean.pdf"))
    return [told.complaints] if told.code or told.complaints else []


def fonts(filed: Filed) -> list[str]:
    """pdffonts: each embedded, each with the way back to text."""
    rows = ask("pdffonts", filed.pdf).out.splitlines()[2:]
    names = [row for row in rows if row.split()[-5:-2] != ["yes", "yes", "yes"]]
    return names if rows else ["no fonts"]


# ------------------------------------------------------------------------------ what it says


def poppler_text(filed: Filed) -> list[str]:
    """pdftotext: pages and signed fields say what was said, and nothing else."""
    pages = ask("pdftotext", "-raw", "-enc", "UTF-8", filed.pdf, "-").out.split("\f")[:-1]
    return _unequal(pages, (*filed.said, *filed.shown), filed.foot)


def pdfium_text(filed: Filed) -> list[str]:
    """The browser's reader: the same, of the pages alone."""
    with pypdfium2.PdfDocument(BytesIO(filed.pdf.read_bytes())) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    return _unequal(pages, filed.said, filed.foot)


def _unequal(pages: Sequence[str], said: Sequence[str], foot: str) -> list[str]:
    found = seen(pages, said, foot)
    return [f"missing: {each}" for each in found.missing] + [
        f"unknown: {each}" for each in found.unknown
    ]


def reading_order(filed: Filed) -> list[str]:
    """pdfinfo -struct-text: what a screen reader says, in the order of the letter."""
    told = ask("pdfinfo", "-struct-text", filed.pdf).out
    heard = _packed("".join(re.findall(r'^\s*"(.*)"$', told, re.MULTILINE)))
    place, lost = 0, []
    for text in filed.payload["text"]:
        found = heard.find(_packed(text), place)
        if found < 0:
            lost.append(text)
        else:
            place = found + len(_packed(text))
    return lost


def square_code(filed: Filed) -> list[str]:
    """zbarimg: page one as a scanner sees it, at 150 dpi."""
    picture = filed.pdf.with_suffix("")
    first = ("-f", "1", "-l", "1", "-singlefile")
    ask("pdftoppm", "-r", "150", "-gray", *first, filed.pdf, picture)
    told = ask("zbarimg", "--quiet", "--raw", picture.with_suffix(".pgm")).out.rstrip("\n")
    return [] if told == filed.payload["code"]["content"] else [f"read: {told!r}"]


def data_inside(filed: Filed) -> list[str]:
    """pdfdetach: filing.json, byte for byte."""
    out = filed.pdf.with_suffix(".json")
    ask("pdfdetach", "-savefile", "filing.json", "-o", out, filed.pdf)
    return [] if out.read_bytes() == filed.data else ["another filing.json"]


def _packed(text: str) -> str:
    return "".join(text.split())


IN_JAVA: dict[str, Callable[[Filed, Bench], list[str]]] = {
    "veraPDF PDF/A-3a": archive,
    "veraPDF PDF/UA-1": accessible,
    "DSS": union,
}
HERE: dict[str, Callable[[Filed], list[str]]] = {
    "pdfsig": poppler_signatures,
    "openssl cms": openssl_signatures,
    "openssl ts": openssl_stamps,
    "qpdf": qpdf,
    "mutool": mupdf,
    "pdffonts": fonts,
    "pdftotext": poppler_text,
    "pdfium": pdfium_text,
    "pdfinfo": reading_order,
    "zbarimg": square_code,
    "pdfdetach": data_inside,
}
