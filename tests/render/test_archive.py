"""The file says of itself that it is for archives and for all, and holds what that takes."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image, ImageCms

from filingdesk.core.document import Attachment, Document, ExhibitPage
from filingdesk.render.colour import srgb
from filingdesk.render.pages import PdfRenderer


def test_it_claims_both_standards_and_names_its_title_and_language(
    renderer: PdfRenderer, objection: Document
) -> None:
    titled = replace(objection, title="异议 <申请书> & 附件")
    with pikepdf.open(BytesIO(renderer.render(titled))) as pdf, pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == titled.title == str(pdf.docinfo["/Title"])
        assert "pdfuaid" in str(xmp)
        ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
        assert "/Filter" not in pdf.Root.Metadata


def test_only_the_day_of_the_document_gets_into_the_file(
    renderer: PdfRenderer, objection: Document, materials: tuple[Attachment, ...]
) -> None:
    dated = replace(objection, made_on=date(2026, 4, 22))
    with pikepdf.open(BytesIO(renderer.render(dated, materials))) as pdf:
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
        assert [str(each.EF.F.Params.ModDate) for each in pdf.Root.AF] == ["D:20260422"] * 3
        with pdf.open_metadata() as xmp:
            assert xmp["xmp:CreateDate"] == "2026-04-22"


def test_the_profile_of_its_colours_is_srgb(renderer: PdfRenderer, objection: Document) -> None:
    with pikepdf.open(BytesIO(renderer.render(objection))) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes() == srgb()
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    theirs = ImageCms.createProfile("sRGB")
    every = bytes(level for red in range(0, 256, 15) for level in (red, 255 - red, red * 7 % 256))
    picture = Image.frombytes("RGB", (len(every) // 3, 1), every)
    shown = ImageCms.profileToProfile(picture, ours, theirs)
    assert shown is not None
    assert all(abs(a - b) <= 1 for a, b in zip(every, shown.tobytes(), strict=True))


def test_a_picture_in_the_colours_of_a_press_is_refused_and_a_grey_one_is_not(
    renderer: PdfRenderer, objection: Document
) -> None:
    for mode, accepted in (("L", True), ("RGB", True), ("CMYK", False)):
        content = BytesIO()
        Image.new(mode, (60, 80)).save(content, "JPEG")
        told = replace(objection, blocks=(ExhibitPage("证据一", content.getvalue()),))
        if accepted:
            renderer.render(told)
        else:
            with pytest.raises(ValueError, match="4 colours"):
                renderer.render(told)
