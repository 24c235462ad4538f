"""Signing takes a while: the window lives on, and the result comes back to it."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.busy import Busy, Wait
from filingdesk.ui.widgets.buttons import PrimaryButton

from .conftest import Show


class Work:
    """Waits until it is let go, and remembers where it ran."""

    def __init__(self) -> None:
        self.thread = 0
        self._go_on = threading.Event()

    def __call__(self) -> str:
        self.thread = threading.get_ident()
        self._go_on.wait(5)
        return "signed"

    def let_go(self) -> None:
        self._go_on.set()


@pytest.fixture
def window(look: Look, show: Show) -> QWidget:
    return show(PrimaryButton(look, "Sign"))


@pytest.fixture
def busy(look: Look, window: QWidget) -> Busy:
    return Busy(look, window, "Please wait", "We are signing your letter.")


def wait_of(window: QWidget) -> Wait:
    (wait,) = window.findChildren(Wait)
    return wait


def test_work_runs_beside_the_window_and_its_result_comes_back(busy: Busy, qtbot: QtBot) -> None:
    work, results = Work(), []
    busy.run(work, lambda result: results.append((result, threading.get_ident())))
    assert busy.running()
    work.let_go()
    qtbot.waitUntil(lambda: not busy.running())
    assert results == [("signed", threading.main_thread().ident)]
    assert work.thread != threading.main_thread().ident


def test_taps_and_keys_wait_too(busy: Busy, window: QWidget, qtbot: QtBot) -> None:
    (button,) = window.findChildren(PrimaryButton)
    button.setFocus()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    work = Work()
    busy.run(work, lambda _result: None)
    assert window.childAt(button.geometry().center()) is wait_of(window)
    QTest.keyClick(wait_of(window), Qt.Key.Key_Return)
    assert not button.hasFocus()
    assert pressed == []
    work.let_go()
    qtbot.waitUntil(lambda: not busy.running())
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [True]


def test_waiting_is_put_into_words_only_when_it_lasts(
    busy: Busy, window: QWidget, qtbot: QtBot
) -> None:
    work = Work()
    busy.run(work, lambda _result: None)
    wait = wait_of(window)
    QTest.qWait(50)
    assert not wait.card.isVisible()
    qtbot.waitUntil(wait.card.isVisible, timeout=2000)
    work.let_go()
    qtbot.waitUntil(lambda: not isValid(wait))


def test_a_fault_comes_back_as_well(busy: Busy, qtbot: QtBot) -> None:
    faults: list[Exception] = []

    def refuse() -> None:
        raise OSError("the card was taken out")

    busy.run(refuse, lambda _result: None, faults.append)
    qtbot.waitUntil(lambda: not busy.running())
    assert [str(fault) for fault in faults] == ["the card was taken out"]


def test_a_fault_nobody_asked_for_is_not_swallowed(busy: Busy, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise OSError("the card was taken out")

    with capture_exceptions() as raised:
        busy.run(refuse, lambda _result: None)
        qtbot.waitUntil(lambda: not busy.running())
    assert [kind for kind, *_ in raised] == [OSError]


def test_two_works_end_each_for_itself(busy: Busy, window: QWidget, qtbot: QtBot) -> None:
    first, second, results = Work(), Work(), []
    busy.run(first, lambda result: results.append("first"))
    busy.run(second, lambda result: results.append("second"))
    second.let_go()
    qtbot.waitUntil(lambda: results == ["second"])
    assert wait_of(window).isVisible()
    first.let_go()
    qtbot.waitUntil(lambda: not busy.running())
    assert results == ["second", "first"]


def test_a_closed_window_gets_no_result(look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    window.show()
    results: list[str] = []
    busy, work = Busy(look, window, "Please wait"), Work()
    busy.run(work, results.append)
    window.deleteLater()
    qtbot.waitUntil(lambda: not isValid(window))
    work.let_go()
    QTest.qWait(100)
    assert results == []


class Person:
    """Something that work knows, and that must not be known for ever."""


def test_nothing_is_remembered_of_work_that_is_done(busy: Busy, qtbot: QtBot) -> None:
    known: list[weakref.ref[Person]] = []

    def run(fails: bool) -> None:
        one, other = Person(), Person()
        known.extend((weakref.ref(one), weakref.ref(other)))

        def work() -> str:
            if fails:
                raise ValueError
            return repr(one)

        def told(_: object) -> None:
            assert isinstance(other, Person)

        busy.run(work, told, told)

    for fails in (False, True):
        run(fails)
        qtbot.waitUntil(lambda: not busy.running())
    QThreadPool.globalInstance().waitForDone()
    gc.collect()
    assert [each() for each in known] == [None] * 4


def test_a_wait_that_was_swept_away_is_no_fault(busy: Busy, window: QWidget, qtbot: QtBot) -> None:
    work, results = Work(), list[str]()
    busy.run(work, results.append)
    wait_of(window).dismiss()
    qtbot.waitUntil(lambda: not window.findChildren(Wait))
    work.let_go()
    qtbot.waitUntil(lambda: not busy.running())
    assert results == ["signed"]
