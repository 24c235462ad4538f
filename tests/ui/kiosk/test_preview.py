"""A person reads the very pages that will be signed; a translation is called one."""

from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.kiosk.preview import PreviewPage
from filingdesk.ui.theme.tokens import TextSize
from filingdesk.ui.widgets.pdf_pages import PdfDocument, PdfPages
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visit, Visitor

OFFICIAL = "The Chinese pages that are signed"
TRANSLATION = "A translation to read"


def pages_of(citizen: Visitor) -> PdfPages:
    citizen.waits()
    pages = citizen.at(PreviewPage).pages
    assert pages is not None
    return pages


def count_of(citizen: Visitor) -> int:
    """How many pages the renderer makes, with the sheet of two languages at their end."""
    with pikepdf.open(BytesIO(citizen.desk.preview(citizen.session.here))) as pdf:
        return len(pdf.pages)


def test_what_is_shown_is_what_the_renderer_makes(visit: Visit) -> None:
    citizen = visit("preview", language="zh_CN")
    pdf = citizen.desk.preview(citizen.session.here)
    shown = pages_of(citizen)
    assert len(shown.sheets) == len(pikepdf.open(BytesIO(pdf)).pages)
    drawn = PdfDocument(pdf)
    first = shown.sheets[0]
    first.repaint()
    assert first._picture == drawn.picture(0, first.width())
    drawn.close()


def test_each_page_stands_whole_under_its_caption(visit: Visit) -> None:
    citizen = visit("preview")
    shown = pages_of(citizen)
    count = count_of(citizen)
    assert count > 1
    expected = [f"Page {number} of {count}" for number in range(1, count + 1)]
    assert citizen.texts(shown) == expected
    settle()
    for sheet in shown.sheets:
        assert sheet.width() == pytest.approx(760, abs=2)
        assert sheet.height() == pytest.approx(sheet.width() * 297 / 210, abs=3)


def test_a_screen_reader_meets_the_text(visit: Visit) -> None:
    citizen = visit("preview")
    shown = pages_of(citizen)
    met = QAccessible.queryAccessibleInterface(shown.sheets[0])
    assert met.role() == QAccessible.Role.Document
    assert met.text(QAccessible.Text.Name) == f"Page 1 of {count_of(citizen)}"
    assert "公共信用信息异议申请书" in met.text(QAccessible.Text.Description)
    assert "吕䶮" in met.text(QAccessible.Text.Description)


def test_the_pages_need_no_translation_for_who_reads_chinese(visit: Visit) -> None:
    citizen = visit("preview", language="zh_CN")
    assert citizen.finds("中文申请书") is None
    assert len([*citizen.page.fields]) == 0
    assert citizen.page.findChildren(PdfPages)


def test_a_translation_is_called_one_on_every_page(visit: Visit) -> None:
    citizen = visit("preview")
    assert citizen.reads("the Chinese pages are the ones that are signed")
    citizen.touches(TRANSLATION)
    shown = pages_of(citizen)
    assert all("Translation, not signed" in each for each in citizen.texts(shown))
    assert "天津市市场监督管理委员会" not in shown.sheets[0].accessibleDescription().split("\n")[0]
    assert len(citizen.page.findChildren(PdfPages)) == 1

    citizen.touches(OFFICIAL)

    assert citizen.texts(pages_of(citizen))[0] == f"Page 1 of {count_of(citizen)}"


def test_the_document_is_closed_when_the_page_is_left(visit: Visit) -> None:
    citizen = visit("preview")
    document = pages_of(citizen).document
    assert document.is_open
    citizen.goes_back()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    assert not document.is_open


def test_larger_words_make_larger_pages(visit: Visit) -> None:
    citizen = visit("preview")
    before = pages_of(citizen).sheets[0].width()
    citizen.session.set_text_size(TextSize.LARGE)
    assert pages_of(citizen).sheets[0].width() > before


def test_the_title_has_the_focus_when_the_pages_are_there(visit: Visit) -> None:
    citizen = visit("preview")
    pages_of(citizen)
    assert citizen.focus() is citizen.page.title


def test_what_stands_in_the_way_is_told_and_leads_to_its_question(visit: Visit) -> None:
    citizen = visit("check")
    citizen.continues()
    citizen.waits()
    citizen.session.say("name", "")
    citizen.session.page_stale.emit()
    citizen.waits()
    assert citizen.summary() == ["Name: Please fill this in."]

    citizen.touches(citizen.summary()[0])

    assert citizen.session.page == "applicant"


def test_nothing_is_signed_that_could_not_be_shown(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = visit("check")
    desk = citizen.desk
    real = desk.preview

    def broken(*_: object, **__: object) -> bytes:
        raise UserProblem(Problem("file", "file-unknown"))

    monkeypatch.setattr(desk, "preview", broken)
    citizen.continues()
    citizen.waits()
    assert "This picture is not here any more" in citizen.summary()[0]
    citizen.continues()
    citizen.waits()
    assert citizen.session.page == "preview"
    monkeypatch.setattr(desk, "preview", real)

    citizen.continues()
    pages_of(citizen)
    assert citizen.session.page == "preview"
    citizen.continues()

    assert citizen.session.page == "sign"
