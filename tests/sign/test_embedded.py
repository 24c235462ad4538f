"""The files that travel inside a filing come out again, whatever they call themselves."""

import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity
from filingdesk.sign.session import KeySigner
from filingdesk.sign.verify import PdfVerifier
from tests.sign.making import AT, amended, judged_by, letter, saved, stream, with_files

FILES = {
    "filing.json": b'{"reference": "FD-1"}',
    "行政处罚决定书.jpg": b"\xff\xd8jpeg\xff\xd9",
    "a": b"",
}


def test_files_come_out_of_a_sealed_filing_byte_for_byte(signer: KeySigner, tmp_path: Path) -> None:
    sealed = signer.sign(with_files(FILES), Capacity.CENTRE_SEAL, AT).pdf
    assert PdfVerifier().extract(sealed) == FILES
    file = tmp_path / "sealed.pdf"
    file.write_bytes(sealed)
    assert "3 embedded files" in judged_by("pdfdetach", "-list", file)


def test_pikepdfs_own_attachments_come_out() -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        for name, content in FILES.items():
            pdf.attachments[name] = content
        attached = saved(pdf)
    assert PdfVerifier().extract(attached) == FILES


def test_a_letter_alone_holds_no_files() -> None:
    assert PdfVerifier().extract(letter()) == {}


def test_no_name_leads_out_of_the_folder_and_no_file_takes_the_place_of_another() -> None:
    hostile = {
        "../../etc/passwd": b"1",
        "C:\\Windows\\passwd": b"2",
        "PASSWD": b"3",
        "/": b"4",
        "..": b"5",
        "con.txt": b"6",
    }
    assert PdfVerifier().extract(with_files(hostile)) == {
        "passwd": b"1",
        "passwd (2)": b"2",
        "PASSWD (3)": b"3",
        "file": b"4",
        "file (2)": b"5",
        "_con.txt": b"6",
    }


def test_a_file_that_inflates_without_end_is_refused() -> None:
    bomb = zlib.compress(zlib.compress(b"\0" * 20_000_000, 9), 9)
    with pikepdf.open(BytesIO(with_files({"a": b""}))) as pdf:
        number = pdf.Root.Names.EmbeddedFiles.Names[1].EF.F.objgen[0]
    content = stream(bomb, b"/Filter [ /FlateDecode /FlateDecode ]")
    small = amended(with_files({"a": b""}), {number: content})
    assert len(small) < 5_000
    with pytest.raises(UserProblem) as told:
        PdfVerifier().extract(small)
    assert told.value.problems[0].code == "pdf-not-readable"


def test_a_tree_of_names_that_leads_back_to_itself_ends() -> None:
    with pikepdf.open(BytesIO(with_files({"a": b""}))) as pdf:
        tree = pdf.make_indirect(pikepdf.Dictionary())
        tree.Kids = pikepdf.Array([tree, tree])
        pdf.Root.Names.EmbeddedFiles = tree
        endless = saved(pdf)
    with pytest.raises(UserProblem) as told:
        PdfVerifier().extract(endless)
    assert told.value.problems[0].code == "pdf-not-readable"
