"""Papers that were photographed and scanned: in the list, on the pages and inside the file."""

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from filingdesk.core.document import ExhibitPage
from filingdesk.desk import Desk
from tests.conformance.conftest import Judge
from tests.desk.furnished import answers_of, example

PAPERS = """
[[material]]
id = "identity"
state = "attached"
files = ["card-front.jpg", "card-back.jpg"]

[[material]]
id = "record-page"
state = "clerk_saw"

[[material]]
id = "decision"
state = "attached"
files = ["scans/decision.pdf"]
"""
FILES = {"card-front.jpg": 1, "card-back.jpg": 1, "scans/decision.pdf": 2}
WORDS = b"taken at home, 12 Example Street"


@dataclass(frozen=True)
class Handed:
    """A filing with papers, as its agency gets it."""

    pdf: Path
    data: dict[str, Any]
    pages: list[ExhibitPage]
    originals: dict[str, bytes]


def photo(colour: str) -> bytes:
    """A card on a table, taken with a telephone that writes down more than it should."""
    exif = Image.Exif()
    exif[0x010E] = WORDS.decode()  # ImageDescription
    file = BytesIO()
    Image.new("RGB", (1000, 630), colour).save(file, "JPEG", exif=exif)
    return file.getvalue()


def scan() -> bytes:
    """A decision of two pages."""
    sheets = [Image.new("RGB", (620, 877), colour) for colour in ("ivory", "lavender")]
    file = BytesIO()
    sheets[0].save(file, "PDF", save_all=True, append_images=sheets[1:])
    return file.getvalue() + b"%" + WORDS


@pytest.fixture(scope="module")
def handed(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Handed:
    """The Tianjin example, its papers at hand this time."""
    folder = tmp_path_factory.mktemp("papers")
    originals = {
        "card-front.jpg": photo("teal"),
        "card-back.jpg": photo("olive"),
        "scans/decision.pdf": scan(),
    }
    text = example("cn-tianjin/tianjin-expired").read_text("utf-8")
    head, _, rest = text.partition("[[material]]")
    answers = folder / "answers.toml"
    answers.write_text(head + PAPERS + rest[rest.index("[expect]") :], "utf-8")
    draft = desk.begin_from(answers_of(desk, answers), originals.__getitem__)
    blocks = desk.document(draft).blocks
    case = desk.sign(draft)
    pdf = folder / "out.pdf"
    pdf.write_bytes(desk.signed_pdf(case.id))
    data = json.loads(desk.doors.store.filing(case.id))
    pages = [each for each in blocks if isinstance(each, ExhibitPage)]
    return Handed(pdf, data, pages, originals)


def test_papers_at_hand_are_numbered_in_the_order_they_are_asked_for(handed: Handed) -> None:
    listed = [(each["number"], each["material"], each["state"]) for each in handed.data["exhibits"]]
    assert listed == [
        (1, "identity", "attached"),
        (2, "record-page", "clerk_saw"),
        (3, "decision", "attached"),
    ]


def test_the_list_names_each_file_by_its_pages_and_its_fingerprint(handed: Handed) -> None:
    listed = [
        (each["pages"], each["source_sha256"])
        for exhibit in handed.data["exhibits"]
        for each in exhibit["files"]
    ]
    assert listed == [
        (pages, sha256(handed.originals[name]).hexdigest()) for name, pages in FILES.items()
    ]


def test_the_list_names_what_is_embedded_too(handed: Handed) -> None:
    with pikepdf.open(handed.pdf) as pdf:
        inside = {
            name: sha256(each.get_file().read_bytes()).hexdigest()
            for name, each in pdf.attachments.items()
        }
    for exhibit in handed.data["exhibits"]:
        for each in exhibit["files"]:
            assert inside[each["name"]] == each["sha256"]


def test_every_page_is_drawn_under_its_number(handed: Handed, judge: Judge) -> None:
    captions = [each.caption.partition(" · ")[0] for each in handed.pages]
    assert captions == ["证据 1", "证据 1", "证据 3", "证据 3"]
    texts = judge("pdftotext", "-raw", "-enc", "UTF-8", handed.pdf, "-").split("\f")[:-1]
    drawn = [
        found.group(1) for text in texts if (found := re.match(r"证据\s*(\d+)\s*·", text.strip()))
    ]
    assert drawn == ["1", "1", "3", "3"]
    pictures = judge("pdfimages", "-list", handed.pdf).splitlines()[2:]
    sheets = len(texts)
    assert [int(row.split()[0]) for row in pictures] == list(range(sheets - 3, sheets + 1))


def test_the_letter_lists_what_is_attached(handed: Handed, judge: Judge) -> None:
    text = "".join(judge("pdftotext", "-raw", handed.pdf, "-").split())
    assert "1申请人的身份证件附后" in text
    assert "2显示这条记录的网页截图或者信用报告原件已由窗口工作人员核对" in text
    assert "3作出记录所依据的决定书附后" in text


def test_the_pages_travel_inside_the_file(handed: Handed, judge: Judge, tmp_path: Path) -> None:
    judge("pdfdetach", "-saveall", "-o", tmp_path, handed.pdf)
    names = sorted(each.name for each in tmp_path.iterdir())
    assert names == [
        "exhibit-01-01.jpg",
        "exhibit-01-02.jpg",
        "exhibit-03-01.pdf",
        "filing.csv",
        "filing.json",
    ]
    front, back = (Image.open(tmp_path / each) for each in names[:2])
    assert front.getpixel((500, 300)) != back.getpixel((500, 300))
    assert "Pages:           2" in judge("pdfinfo", tmp_path / "exhibit-03-01.pdf")


def test_what_is_embedded_is_what_is_drawn(handed: Handed, judge: Judge, tmp_path: Path) -> None:
    """The same pictures, byte for byte: nobody signs one and hands over another."""
    judge("pdfdetach", "-saveall", "-o", tmp_path, handed.pdf)
    drawn = [each.jpeg for each in handed.pages]
    assert (tmp_path / "exhibit-01-01.jpg").read_bytes() == drawn[0]
    assert (tmp_path / "exhibit-01-02.jpg").read_bytes() == drawn[1]
    scanned = (tmp_path / "exhibit-03-01.pdf").read_bytes()
    assert all(jpeg in scanned for jpeg in drawn[2:])


def test_nothing_else_of_the_originals_travels(handed: Handed) -> None:
    """No place, no camera, no author: only pixels were let in."""
    assert all(WORDS in each for each in handed.originals.values())
    with pikepdf.open(handed.pdf) as pdf:
        inside = [each.get_file().read_bytes() for each in pdf.attachments.values()]
    assert len(inside) == 5
    assert not [each for each in (handed.pdf.read_bytes(), *inside) if WORDS in each]


def test_with_papers_it_is_as_valid_as_without(handed: Handed, judge: Judge) -> None:
    assert "Signature is Valid." in judge("pdfsig", handed.pdf)
    assert "Total document signed" in judge("pdfsig", handed.pdf)
    judge("qpdf", "--check", handed.pdf)
