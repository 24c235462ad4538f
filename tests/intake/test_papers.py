"""A person brings a PDF on a stick: its pages come in as they look, and nothing that acts."""

from io import BytesIO

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from filingdesk.intake.limits import LONGEST_SIDE, MOST_PAGES
from filingdesk.intake.read import SafeIntake
from tests.intake.making import letter, locked, seen


def ink(image: Image.Image) -> int:
    """How many pixels are dark."""
    return sum(image.convert("L").histogram()[:100])


def test_a_page_of_a4_comes_in_at_150_dots_an_inch() -> None:
    image = seen(SafeIntake().read(letter()))
    assert image.format == "JPEG"
    assert abs(image.width - 1240) <= 1
    assert abs(image.height - 1754) <= 1
    assert image.info["dpi"] == (150, 150)
    assert ink(image) > 500


def test_as_many_pages_as_are_allowed_come_in_order() -> None:
    safe = SafeIntake().read(letter(MOST_PAGES, size=(320, 150)))
    assert len(safe.pages) == MOST_PAGES
    assert len(set(safe.pages)) == MOST_PAGES


def test_a_sheet_as_large_as_pdf_allows_is_reduced() -> None:
    image = seen(SafeIntake().read(letter(size=(14_400, 7_200))))
    assert LONGEST_SIDE - 2 <= image.width <= LONGEST_SIDE
    assert abs(image.height - LONGEST_SIDE / 2) <= 1


def test_what_was_typed_into_a_form_is_seen() -> None:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.acroForm.textfield(value="Paid in full", x=72, y=600, width=300, height=40, fontSize=30)
    canvas.showPage()
    canvas.save()
    empty = BytesIO()
    canvas = Canvas(empty)
    canvas.acroForm.textfield(value="", x=72, y=600, width=300, height=40, fontSize=30)
    canvas.showPage()
    canvas.save()
    filled, blank = (seen(SafeIntake().read(each.getvalue())) for each in (file, empty))
    assert ink(filled) > ink(blank) + 500


def test_a_paper_that_may_not_be_changed_can_still_be_read() -> None:
    assert ink(seen(SafeIntake().read(locked(user="", owner="secret")))) > 500


def test_nothing_that_acts_and_nobodys_name_comes_in() -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('hello')")
        pdf.Root.OpenAction = action
        pdf.docinfo["/Author"] = "Zhang San"
        pdf.attachments["virus.exe"] = b"MZ an unwanted program"
        file = BytesIO()
        pdf.save(file, compress_streams=False)
    assert b"Zhang San" in file.getvalue()
    page = SafeIntake().read(file.getvalue()).pages[0]
    for trace in (b"JavaScript", b"alert", b"Zhang", b"unwanted", b"%PDF"):
        assert trace not in page


def test_a_pdf_with_something_before_its_head_can_be_read() -> None:
    assert ink(seen(SafeIntake().read(b"\r\n\r\n" + letter()))) > 500
