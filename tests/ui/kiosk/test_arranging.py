"""The pages of a paper put in order: what a person sees is what is filed, and nothing is lost."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest

from filingdesk.core.answers import AttachedFile, PageEdit
from filingdesk.core.pages import edits_of
from filingdesk.ui.kiosk.materials import MaterialsPage
from filingdesk.ui.kiosk.papers.arrange import ArrangePage
from filingdesk.ui.kiosk.papers.cropping import Cropping
from filingdesk.ui.kiosk.papers.drawn import DrawnPage
from filingdesk.ui.kiosk.papers.page_strip import PageStrip
from filingdesk.ui.kiosk.picking import Picking
from filingdesk.ui.kiosk.picture import FullPicture
from filingdesk.ui.theme.tokens import TextSize
from tests.intake.making import encoded, letter, quarters
from tests.ui.kiosk.bringing import RECORD, Bringing, stick_with_papers
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visit

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = stick_with_papers(tmp_path)
    (stick / "letter.pdf").write_bytes(letter(5))
    (stick / "quarters.jpg").write_bytes(encoded(quarters(), "JPEG", quality=95))
    return stick


@pytest.fixture
def bringing(visit: Visit, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Bringing:
    return Bringing(visit("materials", materials=()), [str(stick)], monkeypatch)


class Arranging:
    """Somebody with their papers on the screen."""

    def __init__(self, bringing: Bringing, *names: str) -> None:
        self.bringing, self.citizen = bringing, bringing.citizen
        bringing.attaches(RECORD, *names)
        self.citizen.touches("Arrange the pages")
        settle()

    @property
    def page(self) -> ArrangePage:
        return self.citizen.at(ArrangePage)

    @property
    def strip(self) -> PageStrip:
        return self.page.strip

    def files(self) -> tuple[AttachedFile, ...]:
        return self.bringing.said(RECORD).files

    def order(self, file: int = 0) -> list[int]:
        """The kept pages that are shown, by their first places."""
        return [each.page for each in edits_of(self.files()[file])]

    def turns(self, file: int = 0) -> list[int]:
        return [each.turn for each in edits_of(self.files()[file])]

    def picks(self, place: int) -> None:
        self.strip.setFocus()
        self.strip.setCurrentIndex(self.strip.model().index(place, 0))

    def chosen(self) -> int:
        return self.strip.currentIndex().row()

    def told(self) -> str:
        return "\n".join(self.citizen.texts(self.page.telling))


@pytest.fixture
def arranging(bringing: Bringing) -> Arranging:
    return Arranging(bringing, "letter.pdf")


class TestOrder:
    def test_a_page_moves_and_stays_chosen_and_the_focus_stays_on_the_button(
        self, arranging: Arranging
    ) -> None:
        arranging.picks(3)
        button = arranging.citizen.finds("Move earlier")
        assert button is not None
        button.setFocus()
        for _ in range(2):
            arranging.citizen.presses(Qt.Key.Key_Space)
        assert arranging.order() == [0, 3, 1, 2, 4]
        assert arranging.chosen() == 1
        assert arranging.citizen.focus() is button
        arranging.citizen.touches("Move later")
        assert arranging.order() == [0, 1, 3, 2, 4]

    def test_by_keys_alone(self, arranging: Arranging) -> None:
        assert arranging.citizen.focus() is arranging.strip
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
            QTest.keyClick(arranging.strip, key)
        assert arranging.chosen() == 2
        QTest.keyClick(arranging.strip, Qt.Key.Key_Left, CONTROL)
        assert arranging.order() == [0, 2, 1, 3, 4]
        QTest.keyClick(arranging.strip, Qt.Key.Key_Delete)
        assert arranging.order() == [0, 1, 3, 4]
        QTest.keyClick(arranging.strip, Qt.Key.Key_Z, CONTROL)
        assert arranging.order() == [0, 2, 1, 3, 4]
        assert arranging.citizen.focus() is arranging.strip

    def test_the_ends_are_told_and_no_button_is_dead(self, arranging: Arranging) -> None:
        arranging.citizen.touches("Move earlier")
        assert arranging.told() == "This is the first page."
        arranging.picks(4)
        arranging.citizen.touches("Move later")
        assert arranging.told() == "This is the last page."
        assert all(each.isEnabled() for each in arranging.page.buttons.buttons.values())


class TestTurned:
    def test_what_is_seen_is_what_is_filed(self, bringing: Bringing) -> None:
        arranging = Arranging(bringing, "quarters.jpg")
        for words in ("Turn right", "Turn left", "Turn left", "Turn left"):
            arranging.citizen.touches(words)
        (edit,) = edits_of(arranging.files()[0])
        assert edit.turn == 180
        desk, draft = bringing.citizen.desk, bringing.citizen.session.here
        filed = Image.open(BytesIO(desk.shown(draft, arranging.files()[0]).pages[0]))
        kept = desk.doors.store.file(draft.id, edit.of).pages[edit.page]
        for turn in (0, 90, 180, 270):
            crop = (0, 0, 500, 500) if turn == 180 else (100, 200, 900, 700)
            shown = PageEdit(edit.of, edit.page, turn, crop)
            cut = Image.open(BytesIO(desk.doors.intake.edit(kept, shown)))
            drawn = DrawnPage(lambda: kept, shown).picture(cut.width)
            assert abs(drawn.height() - cut.height) <= 1
            for x, y in ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9)):
                at = int(x * cut.width), int(y * drawn.height())
                colour, there = drawn.pixelColor(*at), cut.convert("RGB").getpixel(at)
                assert isinstance(there, tuple)
                apart = (colour.red() - there[0], colour.green() - there[1])
                assert max(*map(abs, apart), abs(colour.blue() - there[2])) < 40
        assert filed.width > filed.height

    def test_a_screen_reader_hears_which_page_it_is_and_how_it_lies(
        self, arranging: Arranging
    ) -> None:
        arranging.picks(1)
        arranging.citizen.touches("Turn right")
        assert arranging.page.preview.accessibleName().startswith("Page 2 of 5, turned right")
        button = arranging.citizen.finds("Leave this page out")
        assert button is not None
        assert button.accessibleName() == "Leave this page out: Page 2 of 5, turned right"
        met = QAccessible.queryAccessibleInterface(arranging.strip)
        names = [met.child(n).text(QAccessible.Text.Name) for n in range(met.childCount())]
        assert "Page 2 of 5, turned right" in names
        assert "Page 3 of 5" in names


class TestReachable:
    """At every text size, without a mouse, and large enough for a finger."""

    @pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.ELDERLY])
    def test_tab_leads_to_all_that_can_be_done(self, arranging: Arranging, size: TextSize) -> None:
        arranging.citizen.session.set_text_size(size)
        settle()
        wanted = {*arranging.page.buttons.buttons.values(), arranging.page.preview}
        met = set()
        for _ in range(40):
            arranging.citizen.presses(Qt.Key.Key_Tab)
            met.add(arranging.citizen.focus())
        assert wanted <= met
        target = arranging.page.look.sizes.target
        for each in wanted:
            assert each.accessibleName()
            assert min(each.width(), each.height()) >= target
        column = arranging.page.width()
        assert all(each.geometry().right() <= column for each in wanted)


class TestLeftOut:
    def test_pages_are_left_out_and_all_come_back(self, arranging: Arranging) -> None:
        arranging.picks(4)
        for _ in range(4):
            arranging.citizen.touches("Leave this page out")
        assert arranging.order() == [0]
        arranging.citizen.touches("Leave this page out")
        assert "This is the only page" in arranging.told()
        arranging.citizen.touches("Turn left")
        arranging.citizen.touches("Put all pages back")
        assert arranging.order() == [0, 1, 2, 3, 4]
        assert arranging.turns() == [0] * 5
        assert arranging.told() == ""

    def test_every_step_is_undone_back_to_the_first(self, arranging: Arranging) -> None:
        before = arranging.files()
        arranging.picks(2)
        for words in ("Turn right", "Leave this page out", "Move later", "Begin a new file here"):
            arranging.citizen.touches(words)
        arranging.citizen.touches("Put all pages back")
        for _ in range(5):
            arranging.citizen.touches("Undo")
        assert arranging.files() == before
        arranging.citizen.touches("Undo")
        assert arranging.told() == "There is nothing to undo."


class TestFiles:
    def test_a_file_is_parted_and_joined_again(self, arranging: Arranging) -> None:
        arranging.citizen.touches("Begin a new file here")
        assert "There is nothing to part here" in arranging.told()
        arranging.picks(3)
        arranging.citizen.touches("Begin a new file here")
        assert [each.pages for each in arranging.files()] == [3, 2]
        assert arranging.chosen() == 0
        assert arranging.order(1) == [3, 4]
        assert arranging.citizen.finds("File 2, pages: 2 · letter.pdf") is not None

        arranging.citizen.touches("File 1, pages: 3 · letter.pdf")
        assert arranging.strip.model().rowCount() == 3
        arranging.citizen.touches("Join with another file")

        assert [each.pages for each in arranging.files()] == [5]
        assert arranging.order() == [0, 1, 2, 3, 4]
        arranging.citizen.touches("Join with another file")
        assert arranging.told() == "There is no other file for this paper."

    def test_with_which_of_several_is_asked(self, bringing: Bringing) -> None:
        arranging = Arranging(bringing, "letter.pdf", "决定书.pdf", "quarters.jpg")
        arranging.citizen.touches("Join with another file")
        settle()
        (picking,) = arranging.citizen.kiosk.findChildren(Picking)
        assert len(picking.lines) == 2
        last = arranging.files()[2]
        picking.lines[1].click()
        settle()
        first = arranging.files()[0]
        assert len(arranging.files()) == 2
        assert edits_of(first)[-1].of == last.id

    def test_what_was_parted_stays_when_the_other_half_is_taken_out(
        self, arranging: Arranging
    ) -> None:
        arranging.picks(2)
        arranging.citizen.touches("Begin a new file here")
        arranging.citizen.touches("Done")
        arranging.citizen.touches("Take it out")
        arranging.citizen.touches("Take the file out")
        (left,) = arranging.files()
        desk, draft = arranging.citizen.desk, arranging.citizen.session.here
        assert len(desk.shown(draft, left).pages) == 3
        assert len(arranging.bringing.pictures(RECORD)) == 3


class TestCut:
    def card(self, arranging: Arranging) -> Cropping:
        settle()
        found = arranging.citizen.kiosk.findChildren(Cropping)
        (card,) = [each for each in found if each.isVisible()]
        return card

    def crop(self, arranging: Arranging, place: int = 0) -> tuple[int, int, int, int]:
        return edits_of(arranging.files()[0])[place].crop

    def test_by_the_arrow_keys_of_four_fields(self, arranging: Arranging) -> None:
        arranging.citizen.touches("Cut to a part")
        card = self.card(arranging)
        assert arranging.citizen.focus() is card.edges[0].box
        assert [each.box.accessibleName() for each in card.edges] == [
            "Left edge",
            "Upper edge",
            "Right edge",
            "Lower edge",
        ]
        for _ in range(10):
            QTest.keyClick(card.edges[0].box, Qt.Key.Key_Up)
            QTest.keyClick(card.edges[3].box, Qt.Key.Key_Down)
        assert card.frame.crop == (100, 0, 1000, 900)
        arranging.citizen.touches("Cut to this part")
        assert self.crop(arranging) == (100, 0, 1000, 900)
        assert arranging.page.preview.accessibleName().startswith("Page 1 of 5, cut to a part")
        button = arranging.citizen.finds("Cut to a part")
        assert arranging.citizen.focus() is button

    def test_tab_leads_from_edge_to_edge_and_round(self, arranging: Arranging) -> None:
        arranging.citizen.touches("Cut to a part")
        card = self.card(arranging)
        for edge in card.edges:
            assert arranging.citizen.focus() is edge.box
            arranging.citizen.presses(Qt.Key.Key_Tab)
        for words in ("The whole page", "Cut to this part", "Cancel"):
            assert arranging.citizen.focus() is arranging.citizen.finds(words)
            arranging.citizen.presses(Qt.Key.Key_Tab)
        assert arranging.citizen.focus() is card.edges[0].box

    def test_the_edge_that_has_the_focus_shows_it_as_every_box_does(
        self, arranging: Arranging
    ) -> None:
        arranging.citizen.touches("Cut to a part")
        card = self.card(arranging)
        first, second, *_ = (each.box for each in card.edges)
        amber = QColor(arranging.page.look.palette.focus)
        rims = [each.grab().toImage().pixelColor(each.width() // 2, 1) for each in (first, second)]
        assert [each == amber for each in rims] == [True, False]
        assert first.lineEdit().textMargins().left() > 0, "the number does not touch the frame"

    def test_by_dragging_a_corner_and_by_drawing_a_new_frame(self, arranging: Arranging) -> None:
        arranging.citizen.touches("Cut to a part")
        frame = self.card(arranging).frame
        wide, high = frame.width(), frame.height()
        self.drags(arranging, QPoint(1, 1), QPoint(wide // 4, high // 2))
        assert frame.crop == (250, 500, 1000, 1000)
        assert self.card(arranging).edges[1].thousandths() == 500
        self.drags(arranging, QPoint(wide // 10, high // 10), QPoint(wide // 2, high // 5))
        left, upper, right, lower = frame.crop
        assert (left, upper) == (100, 100)
        assert (right, lower) == (500, 200)

    def test_too_little_is_told_and_cancelling_changes_nothing(self, arranging: Arranging) -> None:
        arranging.citizen.touches("Cut to a part")
        card = self.card(arranging)
        card.edges[2].box.setValue(3)
        arranging.citizen.touches("Cut to this part")
        assert "Too little of the page" in card.error.text()
        assert card.isVisible()
        arranging.citizen.presses(Qt.Key.Key_Escape)
        assert self.crop(arranging) == (0, 0, 1000, 1000)

    def test_a_cut_page_can_be_widened_again(self, arranging: Arranging) -> None:
        arranging.citizen.touches("Cut to a part")
        self.card(arranging).edges[0].box.setValue(30)
        arranging.citizen.touches("Cut to this part")
        arranging.citizen.touches("Cut to a part")
        assert self.card(arranging).frame.crop == (300, 0, 1000, 1000)
        arranging.citizen.touches("The whole page")
        arranging.citizen.touches("Cut to this part")
        assert self.crop(arranging) == (0, 0, 1000, 1000)

    def drags(self, arranging: Arranging, begin: QPoint, end: QPoint) -> None:
        frame = self.card(arranging).frame
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(frame, left, Qt.KeyboardModifier.NoModifier, begin)
        QTest.mouseMove(frame, end)
        QTest.mouseRelease(frame, left, Qt.KeyboardModifier.NoModifier, end)


class TestComingAndGoing:
    def test_back_and_done_lead_to_the_paper_they_came_from(self, arranging: Arranging) -> None:
        citizen = arranging.citizen
        citizen.touches("Turn right")
        citizen.goes_back()
        assert citizen.at(MaterialsPage).slots[RECORD].isAncestorOf(citizen.focus())
        assert arranging.turns() == [90, 0, 0, 0, 0]
        citizen.touches("Arrange the pages")
        citizen.touches("Done")
        assert citizen.at(MaterialsPage).slots[RECORD].isAncestorOf(citizen.focus())

    def test_another_language_and_larger_words_change_nothing(self, arranging: Arranging) -> None:
        session = arranging.citizen.session
        arranging.picks(3)
        arranging.citizen.touches("Turn right")
        session.set_language("zh_CN")
        session.set_text_size(TextSize.ELDERLY)
        settle()
        assert arranging.chosen() == 3
        assert arranging.turns() == [0, 0, 0, 90, 0]
        arranging.citizen.touches("Undo")
        assert arranging.turns() == [0] * 5

    def test_a_page_is_shown_large(self, arranging: Arranging) -> None:
        arranging.page.preview.click()
        settle()
        (large,) = arranging.citizen.kiosk.findChildren(FullPicture)
        assert large.width() > 500
        assert large.accessibleName() == "Page 1 of 5"

    def test_a_power_cut_keeps_every_step(self, arranging: Arranging) -> None:
        arranging.citizen.touches("Turn right")
        session = arranging.citizen.session
        session.keeping.now()
        kept = session.desk.interrupted()
        assert kept is not None
        (said,) = [e for e in session.desk.materials_said(kept) if e.material == RECORD]
        assert edits_of(said.files[0])[0].turn == 90


def test_done_leads_back_to_the_paper_and_it_is_seen(bringing: Bringing) -> None:
    citizen = bringing.citizen
    citizen.kiosk.resize(1920, 1080)
    citizen.session.set_text_size(TextSize.ELDERLY)
    Arranging(bringing, "letter.pdf")
    citizen.touches("Done")
    citizen.waits()
    focus = citizen.focus()
    assert bringing.slot(RECORD).isAncestorOf(focus)
    assert focus.visibleRegion().boundingRect() == focus.rect()
