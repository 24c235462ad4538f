"""Somebody changes a real filing after it was signed: our own verify tells it, each time."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

from filingdesk.core.signature import ChangeKind, Level
from filingdesk.desk.making import Paper
from tests.conformance.filed import Maker
from tests.conformance.jury import ask
from tests.desk.furnished import example
from tests.sign.making import amended, new_number, saved, stream

COVER = b"q 1 g 60 380 480 200 re f Q"
FORM = b"/Type /XObject /Subtype /Form /BBox [ 0 0 595 842 ]"
Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def paper(maker: Maker) -> Paper:
    """A filing with a photographed exhibit."""
    draft = maker.draft(example("cn-tianjin/tianjin-expired"))
    photo = BytesIO()
    Image.new("RGB", (600, 400), "teal").save(photo, "JPEG")
    wanted = maker.desk.materials(draft)[0]
    return maker.desk.paper(maker.desk.attach(draft, wanted.id, photo.getvalue()))


@pytest.fixture(scope="module")
def pages(maker: Maker, paper: Paper) -> bytes:
    return maker.desk.doors.renderer.render(paper.document, paper.attachments)


Signed = Callable[[bytes, Level], bytes]


@pytest.fixture
def signed(maker: Maker, paper: Paper) -> Signed:
    """Signs pages twice, and proves that the filing is good before anybody touches it."""

    def sign(content: bytes, level: Level) -> bytes:
        pdf = maker.signed("before", content, paper, level, signers=2).pdf.read_bytes()
        verified = maker.desk.doors.verifier.verify(pdf, [maker.servers.pki.root.pem])
        assert verified.good
        return pdf

    return sign


def told(maker: Maker, forged: bytes) -> None:
    """The signatures hold over what they covered, and what came after is forbidden."""
    found = maker.desk.doors.verifier.verify(forged, [maker.servers.pki.root.pem])
    assert not found.good
    assert all(each.intact for each in found.signatures)
    assert not any(each.whole for each in found.signatures)
    assert all(each.changes[-1].kind is ChangeKind.FORBIDDEN for each in found.signatures)


# --------------------------------------------------------------------- after it was signed


def laid_over(pdf: bytes) -> bytes:
    """A line over page one."""
    with pikepdf.open(BytesIO(pdf)) as read:
        page, line = read.pages[0].obj, new_number(pdf)
        contents = b" ".join(_reference(each) for each in _streams(page))
        changed = _with_entry(page, "/Contents", b"[ %s %d 0 R ]" % (contents, line))
        number = page.objgen[0]
    return amended(pdf, {number: changed, line: stream(COVER)})


def an_exhibit_replaced(pdf: bytes) -> bytes:
    return _embedded_replaced(pdf, "exhibit-01-01.jpg")


def the_data_edited(pdf: bytes) -> bytes:
    return _embedded_replaced(pdf, "filing.json")


def a_page_removed(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as read:
        tree, kept = read.Root.Pages, [each.obj for each in read.pages][:-1]
        kids = b" ".join(map(_reference, kept))
        body = b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (len(kept), kids)
        return amended(pdf, {tree.objgen[0]: body})


@pytest.mark.parametrize("level", [Level.B_B, Level.B_LTA])
@pytest.mark.parametrize(
    "change", [laid_over, an_exhibit_replaced, the_data_edited, a_page_removed]
)
def test_a_change_after_signing_is_told(
    change: Change, level: Level, maker: Maker, pages: bytes, signed: Signed, tmp_path: Path
) -> None:
    forged = change(signed(pages, level))
    file = tmp_path / "forged.pdf"
    file.write_bytes(forged)
    assert "Signature is Valid" in ask("pdfsig", "-nocert", file).out
    told(maker, forged)


# ------------------------------------------------- prepared before, brought to light after


def covered(pdf: Pdf) -> None:
    """Part of page one lies under a white cover when it is signed."""
    page = pdf.pages[0].obj
    cover = pdf.make_stream(COVER, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])
    page.Resources.XObject = Dictionary(Cover=cover)
    pdf.pages[0].contents_add(b"/Cover Do")


def uncovered(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as read:
        number = read.pages[0].obj.Resources.XObject.Cover.objgen[0]
    return amended(pdf, {number: stream(b"", FORM)})


def nothing_prepared(_: Pdf) -> None:
    """Fonts are there anyway."""


def other_figures(pdf: bytes) -> bytes:
    """The same codes are drawn, and read, as other characters."""
    with pikepdf.open(BytesIO(pdf)) as read:
        fonts = list(read.pages[0].obj.Resources.Font.values())
        first, second = fonts[0], fonts[1]
        assert first.objgen != second.objgen
        return amended(pdf, {first.objgen[0]: second.unparse(resolved=True)})


def a_second_letter(pdf: Pdf) -> None:
    """Lies in the file, and no page leads to it."""
    page = pdf.make_indirect(Dictionary(dict(pdf.pages[1].obj.items())))
    pages = Dictionary(Type=Name.Pages, Count=1, Kids=[page])
    pdf.Root.Spare = pdf.make_indirect(pages)
    page.Parent = pdf.Root.Spare


def the_second_letter_shown(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as read:
        root = read.Root
        spare = _reference(root.Spare)
        return amended(pdf, {root.objgen[0]: _with_entry(root, "/Pages", spare)})


@pytest.mark.parametrize(
    ("prepare", "change"),
    [
        (covered, uncovered),
        (nothing_prepared, other_figures),
        (a_second_letter, the_second_letter_shown),
    ],
    ids=["hide", "replace", "hide and replace"],
)
def test_a_shadow_attack_is_told(
    prepare: Callable[[Pdf], None], change: Change, maker: Maker, pages: bytes, signed: Signed
) -> None:
    with pikepdf.open(BytesIO(pages)) as pdf:
        prepare(pdf)
        prepared = saved(pdf)
    told(maker, change(signed(prepared, Level.B_T)))


# ---------------------------------------------------------------------------------- by hand


def _reference(each: pikepdf.Object) -> bytes:
    return b"%d %d R" % each.objgen


def _streams(page: pikepdf.Object) -> list[pikepdf.Object]:
    contents = page.Contents
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def _with_entry(dictionary: pikepdf.Object, key: str, value: bytes) -> bytes:
    """A dictionary as it is written, one of its entries another."""
    mark = Name("/Marked-here")
    changed = Dictionary(dict(dictionary.items()))
    changed[key] = mark
    return changed.unparse(resolved=True).replace(mark.unparse(), value)


def _embedded_replaced(pdf: bytes, name: str) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as read:
        number = read.attachments[name].obj.EF.F.objgen[0]
    other = stream(b"something else", b"/Type /EmbeddedFile /Subtype /application#2Fjson")
    return amended(pdf, {number: other})
