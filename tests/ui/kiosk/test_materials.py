"""The papers: what a person has, what they do not have, and what that means."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from filingdesk.core.answers import MaterialState
from filingdesk.core.ports import SafeFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.intake import limits
from filingdesk.ui.kiosk.materials import MaterialsPage
from filingdesk.ui.kiosk.picture import FullPicture
from filingdesk.ui.kiosk.seen import OriginalsSeen
from filingdesk.ui.kiosk.stick_files import MOST_MEGABYTES, MOST_PAGES, files_on, read
from filingdesk.ui.widgets.page_frame import PageFrame
from filingdesk.words.terms import MATERIAL_STATES
from tests.ui.kiosk.bringing import DECISION, IDENTITY, RECORD, Bringing, stick_with_papers
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visit


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return stick_with_papers(tmp_path)


@pytest.fixture
def bringing(visit: Visit, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Bringing:
    citizen = visit("materials", materials=())
    return Bringing(citizen, [str(stick)], monkeypatch)


class TestStates:
    def test_there_is_a_slot_for_every_paper_and_the_optional_ones_say_so(
        self, bringing: Bringing
    ) -> None:
        page = bringing.citizen.at(MaterialsPage)
        assert [*page.slots] == [IDENTITY, RECORD, DECISION]
        assert bringing.citizen.reads("The decision on which the record is based (optional)")

    def test_what_it_means_to_do_without_is_said_in_its_place(self, bringing: Bringing) -> None:
        citizen, page = bringing.citizen, bringing.citizen.page
        assert not citizen.reads("may not accept")
        bringing.says(IDENTITY, MaterialState.WILL_BRING)
        assert "Bring it when you hand the letter over." in "\n".join(
            citizen.texts(bringing.slot(IDENTITY))
        )
        bringing.says(IDENTITY, MaterialState.DO_NOT_HAVE)
        without = "\n".join(citizen.texts(bringing.slot(IDENTITY)))
        assert "Bring it when" not in without
        assert len(citizen.texts(bringing.slot(IDENTITY))) == 3
        bringing.says(IDENTITY, MaterialState.CLERK_SAW)
        assert len(citizen.texts(bringing.slot(IDENTITY))) == 2
        assert citizen.page is page

    def test_a_choice_does_not_lead_back_to_the_top(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        bringing.slot(DECISION).setFocus()
        settle()
        before = citizen.scrolled()
        assert before > 0
        bringing.says(DECISION, MaterialState.WILL_BRING)
        settle()
        assert citizen.scrolled() >= before
        assert bringing.slot(DECISION).isAncestorOf(citizen.focus())

    def test_a_required_paper_without_a_word_stops_at_its_slot(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        bringing.says(IDENTITY, MaterialState.DO_NOT_HAVE)
        citizen.continues()
        assert citizen.session.page == "materials"
        assert len(citizen.summary()) == 1
        assert citizen.summary()[0] == bringing.slot(RECORD).error()
        assert "screenshot of the page" in citizen.summary()[0]

        citizen.touches(citizen.summary()[0])
        assert bringing.slot(RECORD).isAncestorOf(citizen.focus())

        bringing.says(RECORD, MaterialState.DO_NOT_HAVE)
        citizen.continues()
        assert citizen.session.page == "check"

    def test_attached_without_a_picture_stops_at_its_slot(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        bringing.says(IDENTITY, MaterialState.CLERK_SAW)
        bringing.says(RECORD, MaterialState.ATTACHED)
        citizen.continues()
        assert "there is no picture of it" in bringing.slot(RECORD).error()
        assert bringing.slot(IDENTITY).error() == ""


class TestOnlyAClerk:
    """The signed letter says as a fact that the original was compared."""

    def chooses_it(self, bringing: Bringing, paper: str) -> None:
        words = MATERIAL_STATES[MaterialState.CLERK_SAW]
        bringing.citizen.chooses(f"materials:{paper}", bringing.citizen.session.words.say(words))

    def test_somebody_alone_cannot_say_it_and_loses_nothing_by_trying(
        self, bringing: Bringing
    ) -> None:
        citizen = bringing.citizen
        bringing.attaches(RECORD, "决定书.pdf")
        before = bringing.said(RECORD)

        self.chooses_it(bringing, RECORD)
        assert citizen.sees("A clerk confirms this here")
        assert bringing.said(RECORD) == before
        citizen.touches("Cancel")

        assert citizen.overlay() is None
        assert bringing.said(RECORD) == before
        assert citizen.chosen(f"materials:{RECORD}") == ["I have it here and attach it"]
        assert len(bringing.pictures(RECORD)) == 3
        self.chooses_it(bringing, IDENTITY)
        citizen.presses(Qt.Key.Key_Escape)
        assert citizen.chosen(f"materials:{IDENTITY}") == []
        citizen.session.keeping.now()
        kept = citizen.desk.doors.store.drafts()
        assert MaterialState.CLERK_SAW not in {
            each.state for draft in kept for each in citizen.desk.materials_said(draft)
        }

    def test_a_guess_is_told_and_the_papers_stay_as_they_were(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        bringing.says(IDENTITY, MaterialState.WILL_BRING)
        self.chooses_it(bringing, IDENTITY)
        for guess in ("", "let me through"):
            citizen.fetches_a_clerk(guess)
            assert "This does not open the desk" in citizen.confirming().secret.error()
            assert bringing.said(IDENTITY).state is MaterialState.WILL_BRING
        assert citizen.confirming().secret.isAncestorOf(citizen.focus())

        citizen.fetches_a_clerk()

        assert citizen.overlay() is None
        assert bringing.said(IDENTITY).state is MaterialState.CLERK_SAW
        assert citizen.chosen(f"materials:{IDENTITY}") == ["A clerk has seen the original"]

    def test_a_clerk_confirms_several_at_once_and_each_by_its_name(
        self, bringing: Bringing
    ) -> None:
        citizen = bringing.citizen
        self.chooses_it(bringing, IDENTITY)
        card = citizen.confirming()
        assert card.papers.isAncestorOf(citizen.focus())
        assert card.papers.values() == (IDENTITY,)
        citizen.touches("The decision on which the record is based")
        citizen.fetches_a_clerk()
        seen = [each for each in (IDENTITY, RECORD, DECISION) if self.is_seen(bringing, each)]
        assert seen == [IDENTITY, DECISION]

    def test_one_proof_does_not_last_for_the_next_paper(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        bringing.says(IDENTITY, MaterialState.CLERK_SAW)
        self.chooses_it(bringing, RECORD)
        card = citizen.confirming()
        assert card.secret.raw() == ""
        citizen.touches("Cancel")
        assert not self.is_seen(bringing, RECORD)
        self.chooses_it(bringing, IDENTITY)
        assert citizen.overlay() is None
        assert self.is_seen(bringing, IDENTITY)

    def test_nothing_ticked_is_nothing_confirmed(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        self.chooses_it(bringing, IDENTITY)
        card = citizen.confirming()
        card.papers.set_values(())
        citizen.fetches_a_clerk()
        assert card.papers.error() == "Please choose at least one answer."
        assert not self.is_seen(bringing, IDENTITY)

    def test_what_a_clerk_confirmed_is_in_the_letter_and_may_be_taken_back(
        self, bringing: Bringing
    ) -> None:
        citizen = bringing.citizen
        bringing.says(IDENTITY, MaterialState.CLERK_SAW)
        bringing.says(RECORD, MaterialState.DO_NOT_HAVE)
        confirmed = "原件已由窗口工作人员核对"
        assert confirmed in self.letter(bringing)
        assert "申请人没有此项材料，请予核实" in self.letter(bringing)
        bringing.says(IDENTITY, MaterialState.WILL_BRING)
        assert confirmed not in self.letter(bringing)
        assert citizen.overlay() is None

    def test_a_half_typed_passphrase_goes_with_the_person(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        self.chooses_it(bringing, IDENTITY)
        citizen.confirming().secret.set_raw("clear wat")
        citizen.kiosk.idle.gone.emit()
        settle()
        assert not citizen.kiosk.findChildren(OriginalsSeen)

    def is_seen(self, bringing: Bringing, paper: str) -> bool:
        return bringing.said(paper).state is MaterialState.CLERK_SAW

    def letter(self, bringing: Bringing) -> str:
        citizen = bringing.citizen
        return str(citizen.desk.document(citizen.session.here))


class TestFiles:
    def test_kinds_and_sizes_are_said_before_one_chooses(self, bringing: Bringing) -> None:
        accepted = (
            "(JPG, PNG, HEIC, TIFF, WebP), PDF files and plain texts: each up to "
            "64\N{NO-BREAK SPACE}MB and 500 pages"
        )
        assert bringing.citizen.reads(accepted)
        assert MOST_MEGABYTES * limits.MEGABYTE == limits.MOST_BYTES
        assert MOST_PAGES == limits.MOST_PAGES

    def test_the_stick_is_shown_by_names_and_sizes_and_nothing_else(
        self, bringing: Bringing
    ) -> None:
        bringing.looks_for_a_file(IDENTITY)
        assert sorted(bringing.offered()) == ["决定书.pdf", "身份证.jpg"]
        cards = bringing.picking().cards.findChildren(QAbstractButton)
        photo = next(each for each in cards if each.text() == "身份证.jpg")
        assert photo.accessibleDescription() == "0.1\N{NO-BREAK SPACE}MB · 照片"
        assert bringing.citizen.kiosk.findChildren(QFileDialog) == []
        bringing.citizen.touches("Cancel")
        assert bringing.said(IDENTITY).files == ()

    def test_a_photo_is_shown_large_and_larger_still(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        bringing.attaches(IDENTITY, "身份证.jpg")
        (photo,) = bringing.pictures(IDENTITY)
        assert photo.width() > 300
        assert photo.height() == pytest.approx(photo.width() * 380 / 600, abs=2)
        citizen._qtbot.waitUntil(photo.hasFocus, timeout=2000)
        assert citizen.scrolled() > 0

        photo.click()
        settle()

        (large,) = citizen.kiosk.findChildren(FullPicture)
        assert large.width() > 600
        citizen.touches("Close")
        assert bringing.said(IDENTITY).files[0].pages == 1

    def test_every_page_of_several_files_and_one_is_taken_out(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        bringing.attaches(RECORD, "决定书.pdf")
        bringing.attaches(RECORD, "身份证.jpg")
        assert [file.pages for file in bringing.said(RECORD).files] == [3, 1]
        assert len(bringing.pictures(RECORD)) == 4
        names = [each.accessibleName() for each in bringing.pictures(RECORD)]
        assert names[2] == "File 1, page 3 of 3"
        assert citizen.reads("File 1, pages: 3 · 决定书.pdf")
        gone = bringing.said(RECORD).files[0].id

        citizen.touches("Take it out")
        overlay = citizen.overlay()
        assert overlay is not None
        assert "this cannot be undone" in "\n".join(citizen.texts(overlay))
        citizen.touches("Keep it here")
        assert len(bringing.said(RECORD).files) == 2
        citizen.touches("Take it out")
        citizen.touches("Take the file out")

        assert [file.pages for file in bringing.said(RECORD).files] == [1]
        assert len(bringing.pictures(RECORD)) == 1
        with pytest.raises(UserProblem):
            citizen.desk.doors.store.file(citizen.session.here.id, gone)

    def test_a_slip_of_the_finger_costs_no_picture_and_files_none(self, bringing: Bringing) -> None:
        citizen = bringing.citizen
        bringing.attaches(RECORD, "决定书.pdf")
        bringing.says(IDENTITY, MaterialState.CLERK_SAW)
        bringing.says(RECORD, MaterialState.DO_NOT_HAVE)
        assert bringing.pictures(RECORD) == []
        filing = citizen.desk.assemble(citizen.session.here)
        assert [each.files for each in filing.exhibits] == [(), ()]

        bringing.says(RECORD, MaterialState.ATTACHED)

        assert len(bringing.pictures(RECORD)) == 3
        filing = citizen.desk.assemble(citizen.session.here)
        assert [len(each.files) for each in filing.exhibits] == [0, 1]

    def test_a_file_survives_another_language_and_larger_words(self, bringing: Bringing) -> None:
        bringing.attaches(RECORD, "决定书.pdf")
        bringing.citizen.session.set_language("es")
        assert len(bringing.pictures(RECORD)) == 3

    def test_a_file_that_cannot_be_read_is_told_at_its_slot(
        self, bringing: Bringing, stick: Path
    ) -> None:
        citizen = bringing.citizen
        (stick / "broken.jpg").write_bytes(b"\0 this is no picture")
        bringing.attaches(RECORD, "broken.jpg")
        assert "This kind of file cannot be attached" in bringing.slot(RECORD).error()
        assert citizen.summary() == [bringing.slot(RECORD).error()]
        assert bringing.said(RECORD).files == ()

        bringing.attaches(RECORD, "决定书.pdf")

        assert bringing.slot(RECORD).error() == ""
        assert citizen.summary() == []
        assert len(bringing.pictures(RECORD)) == 3

    def test_a_stick_that_is_pulled_out_is_told(self, bringing: Bringing, stick: Path) -> None:
        bringing.looks_for_a_file(RECORD)
        (stick / "决定书.pdf").unlink()
        bringing.ticks("决定书.pdf")
        assert "The stick is not there any more" in bringing.slot(RECORD).error()

    def test_without_a_stick_one_is_sent_to_the_staff_and_may_look_again(
        self, bringing: Bringing, stick: Path
    ) -> None:
        citizen = bringing.citizen
        bringing.sticks.clear()
        bringing.looks_for_a_file(RECORD)
        assert citizen.sees("We cannot see a USB stick")
        assert citizen.sees("ask staff")
        bringing.sticks.append(str(stick))

        citizen.touches("Look again")
        citizen.waits()

        assert "决定书.pdf" in bringing.offered()

    def test_a_stick_with_nothing_to_attach_is_told(
        self, bringing: Bringing, tmp_path: Path
    ) -> None:
        bringing.sticks[:] = [str(tmp_path / "empty")]
        bringing.looks_for_a_file(RECORD)
        assert bringing.citizen.sees("There is no photo and no PDF on your stick")

    def test_the_window_lives_while_a_file_is_read(
        self, bringing: Bringing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        intake = bringing.citizen.desk.doors.intake
        quick = intake.read

        def slow(untrusted_content: bytes, password: str = "") -> SafeFile:
            time.sleep(0.5)
            return quick(untrusted_content, password)

        monkeypatch.setattr(intake, "read", slow)
        beats: list[float] = []
        timer = QTimer(interval=20)
        timer.timeout.connect(lambda: beats.append(time.monotonic()))
        timer.start()
        bringing.attaches(RECORD, "决定书.pdf")
        timer.stop()
        assert len(bringing.pictures(RECORD)) == 3
        assert len(beats) > 10

    def test_a_full_disk_is_told_at_the_slot_and_loses_nothing(
        self, bringing: Bringing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bringing.attaches(RECORD, "身份证.jpg")

        def full(*_: object) -> None:
            raise UserProblem(Problem("store", "disk-full"))

        with monkeypatch.context() as broken:
            broken.setattr(bringing.citizen.desk.doors.store, "save_file", full)
            bringing.attaches(RECORD, "决定书.pdf")
        assert "The disk is full" in bringing.slot(RECORD).error()
        assert len(bringing.pictures(RECORD)) == 1


def test_nothing_of_the_stick_is_seen_when_nobody_is_there(bringing: Bringing) -> None:
    citizen = bringing.citizen
    bringing.looks_for_a_file(RECORD)
    picking = bringing.picking()
    assert isinstance(picking.parentWidget(), PageFrame)
    idle = citizen.kiosk.idle
    idle._ask()
    settle()
    assert idle.warning is not None
    middle = citizen.kiosk.childAt(citizen.kiosk.rect().center())
    assert middle is not None
    assert middle is idle.warning or idle.warning.isAncestorOf(middle)
    assert not picking.isAncestorOf(middle)

    idle.gone.emit()
    settle()

    assert not citizen.sees("决定书.pdf")
    assert citizen.session.draft is None


class TestStick:
    def test_links_are_not_followed(self, stick: Path, tmp_path: Path) -> None:
        (tmp_path / "private.jpg").write_bytes(b"of this computer")
        (stick / "link.jpg").symlink_to(tmp_path / "private.jpg")
        (stick / "home").symlink_to(tmp_path)
        assert {each.name for each in files_on([str(stick)])} == {"决定书.pdf", "身份证.jpg"}
        with pytest.raises(UserProblem):
            read(stick / "link.jpg")

    def test_the_newest_comes_first(self, stick: Path) -> None:
        os.utime(stick / "决定书.pdf", (1, 1))
        assert [each.name for each in files_on([str(stick)])] == ["身份证.jpg", "决定书.pdf"]

    def test_no_more_is_read_than_intake_would_take(self, stick: Path) -> None:
        with (stick / "film.jpg").open("wb") as film:
            film.truncate(3 * limits.MOST_BYTES)
        assert len(read(stick / "film.jpg")) == limits.MOST_BYTES + 1

    def test_a_name_is_nobodys_business(self, stick: Path) -> None:
        assert "身份证" not in repr(files_on([str(stick)]))


def test_a_clerk_may_choose_from_the_computer(bringing: Bringing, stick: Path) -> None:
    bringing.citizen.session.may_browse = True
    bringing.looks_for_a_file(RECORD)
    (dialog,) = bringing.citizen.kiosk.findChildren(QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.filesSelected.emit([str(stick / "决定书.pdf")])
    dialog.reject()
    bringing.citizen.waits()
    assert len(bringing.pictures(RECORD)) == 3


def test_no_part_of_a_slot_is_ever_a_window_of_its_own(
    bringing: Bringing, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = bringing.citizen.kiosk
    strays: list[QWidget] = []
    shown = QWidget.setVisible

    def watched(widget: QWidget, visible: bool) -> None:
        shown(widget, visible)
        if visible and widget.isWindow() and widget is not kiosk:
            strays.append(widget)

    monkeypatch.setattr(QWidget, "setVisible", watched)
    for state in MaterialState:
        bringing.says(IDENTITY, state)
    bringing.citizen.session.page_stale.emit()
    assert strays == []
