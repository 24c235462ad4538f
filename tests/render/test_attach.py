"""Files travel inside the PDF and come out byte for byte."""

import hashlib
import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from filingdesk.core.document import Attachment, Document
from filingdesk.render.pages import PdfRenderer
from tests.render.conftest import Tool


def test_every_material_is_listed_and_comes_out_equal(
    renderer: PdfRenderer,
    objection: Document,
    materials: tuple[Attachment, ...],
    judge: Tool,
    tmp_path: Path,
) -> None:
    pdf = renderer.render(objection, materials)
    listed = judge(pdf, "pdfdetach", "-enc", "UTF-8", "-list", "FILE").decode()
    assert listed.startswith("3 embedded files")
    judge(pdf, "pdfdetach", "-enc", "UTF-8", "-saveall", "FILE")
    for material in materials:
        assert f": {material.name}\n" in listed
        assert (tmp_path / material.name).read_bytes() == material.content


def test_each_is_tied_to_the_document_with_what_it_is(
    renderer: PdfRenderer, objection: Document, materials: tuple[Attachment, ...]
) -> None:
    with pikepdf.open(BytesIO(renderer.render(objection, materials))) as pdf:
        files = list(pdf.Root.AF)
        assert [str(file.UF) for file in files] == [each.name for each in materials]
        for file, material in zip(files, materials, strict=True):
            embedded = file.EF.F
            assert file.AFRelationship == f"/{material.relationship}"
            assert str(file.F) == str(file.UF) == material.name
            assert str(file.Desc) == material.description
            assert embedded.Subtype == f"/{material.media_type}"
            assert embedded.Params.Size == len(material.content)
            assert bytes(embedded.Params.CheckSum) == hashlib.md5(material.content).digest()


def test_qpdf_reads_the_data_as_json(
    renderer: PdfRenderer, objection: Document, materials: tuple[Attachment, ...], judge: Tool
) -> None:
    pdf = renderer.render(objection, materials)
    assert json.loads(judge(pdf, "qpdf", "--show-attachment=filing.json", "FILE")) == {"format": 1}
    assert b"No syntax or stream encoding errors" in judge(pdf, "qpdf", "--check", "FILE")


def test_two_files_of_one_name_are_refused_rather_than_one_lost(
    renderer: PdfRenderer, objection: Document, materials: tuple[Attachment, ...]
) -> None:
    with pytest.raises(ValueError, match="one name"):
        renderer.render(objection, (*materials, materials[0]))


def test_the_file_says_its_title_and_language_but_no_person_and_no_time(
    renderer: PdfRenderer, objection: Document, judge: Tool
) -> None:
    pdf = renderer.render(objection)
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.Root.Lang == "zh-CN"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert "/Names" not in file.Root
        assert set(file.docinfo.keys()) == {"/Title", "/Producer", "/Creator"}
        assert file.docinfo.Title == objection.title
        with file.open_metadata() as xmp:
            assert xmp["dc:title"] == objection.title
            assert xmp["dc:language"] == {"zh-CN"}
    xmp_text = judge(pdf, "pdfinfo", "-meta", "FILE").decode()
    assert "𠮷野䶮" not in xmp_text
    assert "Date" not in xmp_text
