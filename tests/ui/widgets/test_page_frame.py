"""A page in its frame: nothing is cut off, nothing scrolls sideways, the focus is always seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look, TextSize, enlarged
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.banner import Banner
from filingdesk.ui.widgets.buttons import BackButton, PrimaryButton, QuietButton
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.date_fields import DateFields
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.page_frame import MoreBelow, PageFrame
from filingdesk.ui.widgets.page_scroll import PageScroll
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.signature_pad import SignaturePad
from filingdesk.ui.widgets.signature_sheet import SignatureSheet
from filingdesk.ui.widgets.task_fold import TaskFold
from filingdesk.ui.widgets.tasklist import State, Task, TaskList
from filingdesk.ui.widgets.text import Title
from filingdesk.ui.widgets.text_field import TextField
from filingdesk.ui.widgets.topbar import BarItem, TopBar

Say = Callable[..., str]
SIGN = "Firmar y presentar ante la Comisión de Desarrollo y Reforma de Tianjin"
SCREENS = [(1024, 768), (1280, 800), (1920, 1080)]


def full_page(look: Look, say: Say) -> Column:
    """A page with one of everything, in the longest of the languages."""
    page = Column(look)
    page.add(BackButton(look, "Volver"), Title(look, "¿Qué problema tiene esta anotación?"))
    page.add(Note(look, "Falta un documento: el recibo del pago. Puede traerlo después."))
    page.add(ChoiceCards(look, "x", [Choice("a", "Su plazo ha terminado", "Debe retirarse")]))
    page.add(TextField(look, "Número de la resolución sancionadora", columns=24))
    page.add(DateFields(look, "Fecha de la resolución", say=say))
    page.add(SummaryRows(look, [Row("a", "Oficina", "Comisión de Tianjin", "Cambiar")]))
    page.add(SignaturePad(look, "Firme aquí", say=say, hint="Con el dedo"))
    return page


def short_page(look: Look) -> Column:
    page = Column(look)
    page.add(Title(look, "¿Cómo se llama usted?"), TextField(look, "Nombre"))
    return page


def tasks_of(look: Look) -> TaskList:
    tasks = [Task(str(each), f"Tarea {each}", "Sin empezar", State.NOT_STARTED) for each in "123"]
    return TaskList(look, "Sus tareas", tasks, "Paso 1 de 3: Tarea 1")


def actions_of(look: Look) -> ActionBar:
    actions = ActionBar(
        look, PrimaryButton(look, SIGN), QuietButton(look, "Guardar"), saved="Guardado"
    )
    actions.tell_saved(True)
    return actions


class Kiosk:
    """A frame on a screen of one size, for a person who reads at one size."""

    def __init__(self, frame: PageFrame, look: Look, say: Say) -> None:
        self.frame, self.look = frame, look
        self.scroll = frame.findChildren(PageScroll)[0]
        self.more = frame.findChildren(MoreBelow)[0]
        self._say = say

    def show(self, page: Column, *, tasks: bool = True) -> Column:
        self.frame.show_page(
            page,
            actions=actions_of(self.look),
            tasks=tasks_of(self.look) if tasks else None,
        )
        for _ in range(3):
            QApplication.processEvents()
        return page

    def show_full(self) -> Column:
        return self.show(full_page(self.look, self._say))

    def is_seen(self, widget: QWidget) -> bool:
        """Whether all of `widget` lies in the part of the page that is on the screen."""
        port = self.scroll.viewport()
        corner = widget.mapTo(port, QPoint(0, 0))
        return corner.y() >= 0 and corner.y() + widget.height() <= port.height()


@pytest.fixture
def kiosk(qapp: QApplication, qtbot: QtBot, say: Say) -> Callable[..., Kiosk]:
    kept: list[PageFrame] = []

    def opened(width: int, height: int, size: TextSize = TextSize.NORMAL) -> Kiosk:
        look = Look(LIGHT, enlarged(KIOSK, size))
        dress(qapp, look, "es")
        items = [BarItem("size", "Tamaño del texto", "a-large-small")]
        frame = PageFrame(look, TopBar(look, "Registro de crédito", items), say=say)
        qtbot.addWidget(frame)
        kept.append(frame)
        frame.resize(width, height)
        frame.show()
        frame.activateWindow()
        assert QTest.qWaitForWindowActive(frame)
        return Kiosk(frame, look, say)

    return opened


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_nothing_pushes_the_window_wider_or_scrolls_sideways(
    kiosk: Callable[..., Kiosk], width: int, height: int, size: TextSize
) -> None:
    desk = kiosk(width, height, size)
    page = desk.show_full()
    assert (desk.frame.width(), desk.frame.height()) == (width, height)
    inside = desk.scroll.widget()
    assert inside is not None
    assert inside.width() <= desk.scroll.viewport().width()
    for part in page.findChildren(QWidget):
        if part.isVisible():
            right = part.mapTo(inside, QPoint(part.width(), 0)).x()
            assert right <= inside.width(), f"{part} is cut off at the right"


@pytest.mark.parametrize("size", list(TextSize))
def test_no_words_are_cut_off_below(kiosk: Callable[..., Kiosk], size: TextSize) -> None:
    desk = kiosk(1280, 800, size)
    desk.show_full()
    wrapping = [
        part
        for part in desk.frame.findChildren(QWidget)
        if part.isVisible() and part.layout() is None and part.hasHeightForWidth()
    ]
    assert len(wrapping) > 10
    short = {
        f"{type(part).__name__} {part.accessibleName()}": (part.height(), wanted)
        for part in wrapping
        if part.height() < (wanted := part.heightForWidth(part.width()))
    }
    assert short == {}


def test_everything_that_takes_the_focus_is_met_by_name_and_large_enough(
    kiosk: Callable[..., Kiosk],
) -> None:
    desk = kiosk(1280, 800)
    desk.show_full()
    stops = [
        part
        for part in desk.frame.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) > 10
    heard = [(part, QAccessible.queryAccessibleInterface(part)) for part in stops]
    assert [part for part, met in heard if not met.text(QAccessible.Text.Name)] == []
    assert [part for part, met in heard if met.role() == QAccessible.Role.Client] == []
    assert [part for part in stops if min(part.width(), part.height()) < 44] == []


@pytest.mark.parametrize("size", list(TextSize))
def test_continue_is_seen_without_hunting(kiosk: Callable[..., Kiosk], size: TextSize) -> None:
    desk = kiosk(1280, 800, size)
    desk.show_full()
    (primary,) = desk.frame.findChildren(PrimaryButton)
    corner = primary.mapTo(desk.frame, QPoint(0, primary.height()))
    assert corner.y() <= desk.frame.height()
    assert primary.isVisible()


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_continue_stands_at_the_left_edge_of_the_column(
    kiosk: Callable[..., Kiosk], width: int, height: int
) -> None:
    for full in (True, False):
        desk = kiosk(width, height)
        page = desk.show_full() if full else desk.show(short_page(desk.look))
        (primary,) = desk.frame.findChildren(PrimaryButton)
        left = primary.mapTo(desk.frame, QPoint(0, 0)).x()
        assert left == page.mapTo(desk.frame, QPoint(0, 0)).x()


def test_the_keyboard_focus_scrolls_into_sight(kiosk: Callable[..., Kiosk]) -> None:
    desk = kiosk(1280, 800)
    page = desk.show_full()
    clear = page.findChildren(QuietButton)[-1]
    assert not desk.is_seen(clear)
    clear.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert desk.is_seen(clear)


def test_a_new_page_begins_at_its_top_with_the_focus_on_its_title(
    kiosk: Callable[..., Kiosk],
) -> None:
    desk = kiosk(1280, 800)
    desk.show_full()
    desk.scroll.verticalScrollBar().setValue(500)
    page = desk.show(short_page(desk.look))
    (title,) = page.findChildren(Title)
    assert title.hasFocus()
    assert desk.scroll.verticalScrollBar().value() == 0
    assert desk.is_seen(title)


def test_tab_walks_from_the_title_through_the_page_to_its_actions(
    kiosk: Callable[..., Kiosk],
) -> None:
    desk = kiosk(1280, 800)
    page = desk.show(short_page(desk.look))
    (name,) = page.findChildren(TextField)
    (primary,) = desk.frame.findChildren(PrimaryButton)
    focus = desk.frame.focusWidget
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is name.box
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is primary


def test_the_former_page_is_thrown_away(kiosk: Callable[..., Kiosk], qtbot: QtBot) -> None:
    desk = kiosk(1280, 800)
    former = desk.show_full()
    desk.show(short_page(desk.look))
    qtbot.waitUntil(lambda: not isValid(former))
    assert len(desk.frame.findChildren(Column)) == 1
    assert len(desk.frame.findChildren(ActionBar)) == 1


def test_a_page_that_goes_on_below_says_so_and_moves_at_a_tap(kiosk: Callable[..., Kiosk]) -> None:
    desk = kiosk(1280, 800)
    desk.show_full()
    bar = desk.scroll.verticalScrollBar()
    assert desk.more.isVisible()
    assert desk.more.height() >= 44
    QTest.mouseClick(desk.more, Qt.MouseButton.LeftButton)
    assert bar.value() > 200
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert not desk.more.isVisible()
    desk.show(short_page(desk.look))
    assert not desk.more.isVisible()


def test_the_task_list_folds_where_it_is_narrow(kiosk: Callable[..., Kiosk]) -> None:
    desk = kiosk(1280, 800)
    desk.show(short_page(desk.look))
    (fold,) = desk.frame.findChildren(TaskFold)
    assert not fold.isVisible()
    desk.frame.resize(1024, 768)
    QApplication.processEvents()
    assert fold.isVisible()
    desk.frame.resize(1280, 800)
    QApplication.processEvents()
    assert not fold.isVisible()


def test_a_page_without_tasks_has_no_edge(kiosk: Callable[..., Kiosk]) -> None:
    desk = kiosk(1280, 800)
    page = desk.show(short_page(desk.look), tasks=False)
    middle = page.mapTo(desk.frame, page.rect().center()).x()
    assert middle == pytest.approx(640, abs=2)


def test_a_banner_comes_below_the_top_bar_and_goes_again(
    kiosk: Callable[..., Kiosk], qtbot: QtBot
) -> None:
    desk = kiosk(1280, 800)
    desk.show_full()
    banner = Banner(desk.look, "No se pudo guardar su última respuesta.", action="Otra vez")
    desk.frame.show_banner(banner)
    QApplication.processEvents()
    assert banner.isVisible()
    assert banner.y() == desk.frame.findChildren(TopBar)[0].height()
    desk.frame.close_banners()
    qtbot.waitUntil(lambda: not isValid(banner))


def test_a_finger_scrolls_the_page_but_draws_on_the_signature_pad(
    kiosk: Callable[..., Kiosk],
) -> None:
    desk = kiosk(1280, 800)
    page = desk.show_full()
    bar, finger = desk.scroll.verticalScrollBar(), QTest.createTouchDevice()

    def drag(target: QWidget, start: QPoint) -> None:
        QTest.touchEvent(target, finger).press(0, start, target)
        for step in range(1, 12):
            QTest.qWait(15)
            QTest.touchEvent(target, finger).move(0, start - QPoint(0, 12 * step), target)
        QTest.touchEvent(target, finger).release(0, start - QPoint(0, 132), target)
        QTest.qWait(50)

    drag(page, QPoint(5, 400))
    assert bar.value() > 50
    (pad,) = page.findChildren(SignaturePad)
    (sheet,) = page.findChildren(SignatureSheet)
    bar.setValue(bar.maximum())
    QTest.qWait(300)
    before = bar.value()
    drag(sheet, QPoint(200, 180))
    assert bar.value() == before
    assert not pad.is_empty()


def test_the_button_below_goes_when_nothing_but_itself_hides_the_end_of_a_page(
    kiosk: Callable[..., Kiosk],
) -> None:
    """A page can become shorter than it was at first: a message goes, a field is folded."""
    opened = kiosk(1280, 800)
    page = opened.show(short_page(opened.look))
    for height in range(300, 700, 8):
        for each in (1000, height):
            page.setMinimumHeight(each)
            for _ in range(3):
                QApplication.processEvents()
        beyond = opened.scroll.verticalScrollBar().maximum()
        if opened.more.isVisible():
            assert beyond > opened.more.height(), f"a page of {height} pixels fits without it"
