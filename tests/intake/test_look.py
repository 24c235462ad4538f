"""What pages say and which codes they bear, told by a process that may not harm."""

from io import BytesIO

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from filingdesk.core.problem import UserProblem
from filingdesk.intake import limits
from filingdesk.intake.look import codes_on, pages_said
from tests.intake.making import deflate_bomb
from tests.sign.making import letter, saved


def square(text: str) -> Image.Image:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    return Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=4)).convert("RGB")


def jpeg(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()


def test_every_page_tells_its_text() -> None:
    with pikepdf.open(BytesIO(letter("One"))) as pdf:
        with pikepdf.open(BytesIO(letter("Two"))) as other:
            pdf.pages.extend(other.pages)
        told = pages_said(saved(pdf))
    assert [each.strip() for each in told.texts] == ["One", "Two"]
    assert told.codes == ()


def test_the_codes_of_all_pages_are_found() -> None:
    pages = [jpeg(Image.new("RGB", (300, 300), "white")), jpeg(square("HELLO"))]
    assert codes_on([*pages, jpeg(square("AGAIN").rotate(90))]) == ("HELLO", "AGAIN")


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7", letter()[:200], b"\0" * 1000])
def test_junk_is_told(junk: bytes) -> None:
    with pytest.raises(UserProblem) as told:
        pages_said(junk)
    assert told.value.problems[0].code == "file-not-readable"


def test_a_bomb_ends_only_its_process() -> None:
    with pytest.raises(UserProblem) as told:
        pages_said(deflate_bomb())
    assert told.value.problems[0].code == "file-not-readable"


def test_more_pages_than_anybody_files_are_not_read() -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        page = pdf.pages[0]
        for _ in range(limits.MOST_PAGES):
            pdf.pages.append(page)
        many = saved(pdf)
    with pytest.raises(UserProblem):
        pages_said(many)
