"""Several files at once: counted, stopped, unlocked, and each refusal told by its file's name."""

import threading
import time
from collections.abc import Callable, Generator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from filingdesk.core.answers import MaterialState
from filingdesk.core.ports import SafeFile
from filingdesk.core.problem import UserProblem
from filingdesk.ui.widgets.secret_card import SecretCard
from tests.intake.making import locked
from tests.ui.kiosk.bringing import IDENTITY, RECORD, Bringing, picture, stick_with_papers
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visit

TWENTY = [f"照片{number:02}.jpg" for number in range(1, 21)]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return stick_with_papers(tmp_path)


@pytest.fixture
def bringing(visit: Visit, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Bringing:
    return Bringing(visit("materials", materials=()), [str(stick)], monkeypatch)


def card(bringing: Bringing) -> SecretCard:
    settle()
    found = bringing.citizen.kiosk.findChildren(SecretCard)
    (open_one,) = [each for each in found if each.isVisible()]
    return open_one


def opens_with(bringing: Bringing, password: str) -> None:
    card(bringing).secret.set_raw(password)
    bringing.citizen.touches("Open the file")
    bringing.citizen.waits()


class TestManyAtOnce:
    @pytest.fixture(autouse=True)
    def photos(self, stick: Path) -> None:
        for number, name in enumerate(TWENTY):
            (stick / name).write_bytes(picture(300 + number, 200))

    def test_twenty_photos_are_attached_in_their_order_and_counted(
        self, bringing: Bringing
    ) -> None:
        told: list[str] = []
        bringing.looks_for_a_file(RECORD)
        offered = [each for each in bringing.offered() if each in TWENTY]
        timer = QTimer(interval=5)
        timer.timeout.connect(lambda: told.extend(self.counts(bringing)))
        timer.start()
        bringing.ticks(*TWENTY)
        timer.stop()
        files = bringing.said(RECORD).files
        assert sorted(offered) == TWENTY
        assert [each.name for each in files] == offered
        counts = [int(each.removesuffix(" of 20")) for each in dict.fromkeys(told)]
        assert counts == sorted(counts)
        assert len(counts) > 5, "those that follow at once are told as one"
        assert bringing.citizen.summary() == []

    def test_one_may_stop_and_keeps_what_was_read(
        self, bringing: Bringing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        citizen, intake = bringing.citizen, bringing.citizen.desk.doors.intake
        together, third = intake.read_each, threading.Event()
        read: list[bytes] = []

        def slowly(file: Callable[[], bytes]) -> bytes:
            read.append(file())
            if len(read) > 3:
                third.wait(10)
            return read[-1]

        def read_each(
            files: Sequence[Callable[[], bytes]],
        ) -> Generator[SafeFile | UserProblem, None, None]:
            yield from together([partial(slowly, each) for each in files])

        monkeypatch.setattr(intake, "read_each", read_each)
        bringing.looks_for_a_file(RECORD)

        def stops() -> None:
            citizen.touches("Stop")
            third.set()

        QTimer.singleShot(1200, stops)
        bringing.ticks(*TWENTY)

        kept = len(bringing.said(RECORD).files)
        assert 3 <= kept <= 6
        assert len(read) == kept
        assert citizen.sees(f"You stopped. {kept} of 20 files are attached")
        assert len(bringing.pictures(RECORD)) == kept

    def test_the_window_lives_all_the_while_and_nobody_is_thought_gone(
        self, bringing: Bringing
    ) -> None:
        beats: list[float] = []
        active: list[bool] = []
        timer = QTimer(interval=20)
        timer.timeout.connect(lambda: beats.append(time.monotonic()))
        bringing.citizen.session.active.connect(lambda: active.append(True))
        timer.start()
        bringing.attaches(RECORD, *TWENTY)
        timer.stop()
        gaps = [after - before for before, after in pairwise(beats)]
        assert max(gaps) < 1
        assert len(active) >= 20

    def counts(self, bringing: Bringing) -> list[str]:
        labels = bringing.citizen.kiosk.findChildren(QLabel)
        return [each.text() for each in labels if " of 20" in each.text()]


class TestRefused:
    def test_each_is_told_by_name_at_the_slot_and_the_others_are_attached(
        self, bringing: Bringing, stick: Path
    ) -> None:
        (stick / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing more")
        (stick / "empty.pdf").write_bytes(b"")
        bringing.attaches(RECORD, "broken.jpg", "empty.pdf", "决定书.pdf")
        assert [each.name for each in bringing.said(RECORD).files] == ["决定书.pdf"]
        summary = "\n".join(bringing.citizen.summary())
        assert "broken.jpg: This file is damaged" in summary
        assert "empty.pdf: This file is empty" in summary
        error = bringing.slot(RECORD).error()
        assert "broken.jpg" in error
        assert "empty.pdf" in error

        bringing.citizen.session.set_language("es")

        assert "broken.jpg" in bringing.slot(RECORD).error()
        bringing.attaches(RECORD, "身份证.jpg")
        assert bringing.slot(RECORD).error() == ""

    def test_names_are_forgotten_with_the_person(self, bringing: Bringing, stick: Path) -> None:
        (stick / "张三.jpg").write_bytes(b"\xff\xd8\xff")
        bringing.attaches(RECORD, "张三.jpg")
        assert any("张三" in each for each in bringing.citizen.session.spare.values())
        bringing.citizen.kiosk.erase()
        assert bringing.citizen.session.spare == {}

    def test_nothing_ticked_is_told(self, bringing: Bringing) -> None:
        bringing.looks_for_a_file(RECORD)
        bringing.citizen.touches("Attach what is ticked")
        assert bringing.picking().cards.error() == "Please tick at least one file."
        assert bringing.picking().cards.isAncestorOf(bringing.citizen.focus())


class TestLocked:
    @pytest.fixture(autouse=True)
    def locked_papers(self, stick: Path) -> None:
        (stick / "locked.pdf").write_bytes(locked("open sesame", "owner"))
        (stick / "other.pdf").write_bytes(locked("another", "owner"))

    def test_the_password_is_asked_for_as_dots_and_opens_the_file(self, bringing: Bringing) -> None:
        bringing.attaches(RECORD, "locked.pdf")
        box = card(bringing).secret.box
        assert box.echoMode() is QLineEdit.EchoMode.Password
        assert bringing.citizen.sees("locked.pdf: whoever made it knows the password")
        opens_with(bringing, "open sesame")
        assert [each.name for each in bringing.said(RECORD).files] == ["locked.pdf"]
        assert len(bringing.pictures(RECORD)) == 1
        assert "open sesame" not in repr(bringing.citizen.session.spare)

    def test_a_wrong_password_is_told_and_may_be_typed_again(self, bringing: Bringing) -> None:
        bringing.attaches(RECORD, "locked.pdf")
        opens_with(bringing, "wrong")
        assert "does not open the file" in card(bringing).secret.error()
        assert card(bringing).secret.isAncestorOf(bringing.citizen.focus())
        opens_with(bringing, "open sesame")
        assert len(bringing.said(RECORD).files) == 1

    def test_one_after_another_and_one_is_left_out(self, bringing: Bringing) -> None:
        bringing.attaches(RECORD, "locked.pdf", "other.pdf", "身份证.jpg")
        first = bringing.citizen
        assert len(bringing.said(RECORD).files) == 1
        first.touches("Leave it out")
        name = "locked.pdf" if first.sees("other.pdf:") else "other.pdf"
        opens_with(bringing, "another" if name == "locked.pdf" else "open sesame")
        assert len(bringing.said(RECORD).files) == 2
        assert first.summary() == []


class TestAtAClerksDesk:
    def drops(self, bringing: Bringing, *paths: Path) -> None:
        slot = bringing.slot(RECORD)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        enters = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, button, keys)
        QApplication.sendEvent(slot, enters)
        assert enters.isAccepted() == slot.acceptDrops()
        QApplication.sendEvent(slot, QDropEvent(QPointF(5, 5), copy, data, button, keys))
        bringing.citizen.waits()

    @pytest.fixture
    def at_the_desk(self, bringing: Bringing) -> Bringing:
        bringing.citizen.session.may_browse = True
        bringing.citizen.session.page_stale.emit()
        return bringing

    def test_files_are_dropped_on_the_slot(self, at_the_desk: Bringing, stick: Path) -> None:
        self.drops(at_the_desk, stick / "决定书.pdf", stick / "照片" / "身份证.jpg")
        said = at_the_desk.said(RECORD)
        assert said.state is MaterialState.ATTACHED
        assert [each.name for each in said.files] == ["决定书.pdf", "身份证.jpg"]
        assert at_the_desk.citizen.reads("You can also drop files here.")

    def test_a_folder_is_refused_in_words(self, at_the_desk: Bringing, stick: Path) -> None:
        self.drops(at_the_desk, stick / "照片")
        assert at_the_desk.said(RECORD).files == ()
        assert "cannot be opened" in at_the_desk.slot(RECORD).error()

    def test_a_kiosk_takes_nothing_that_is_dropped(self, bringing: Bringing) -> None:
        bringing.says(IDENTITY, MaterialState.ATTACHED)
        assert not bringing.slot(IDENTITY).acceptDrops()
        assert not bringing.citizen.reads("You can also drop files here.")
