"""The clerk's list, a search and the agenda with a hundred thousand cases in an encrypted store.

Beside each, in turn and in one process, the same with a hundred cases: what a long list costs more
than a short one. The cases are those of `clocks_of_a_day.py`, each with a document number.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from clocks_of_a_day import DAY, NOW, TODAY, case

from filingdesk.app import FixedDay, Furniture
from filingdesk.core.case import EventKind
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.desk import Desk
from filingdesk.desk.lists import CaseList
from filingdesk.store import cases, database, opening
from filingdesk.store.cases import EncryptedStore

MANY, FEW, ROUNDS = 100_000, 100, 5
KEY = bytes(range(32))
SIGNED = SignedFile(b"%PDF-1.7 signed", "cd" * 32, "CN=x", Capacity.CENTRE_SEAL, NOW)


def main() -> None:
    """Print milliseconds for the many and the few, and their ratio."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        desks = [filled(Path(folder) / str(count), count) for count in (MANY, FEW)]
        print(f"{MANY:,} cases and {FEW}; ms, the median of {ROUNDS}")
        told("everything is counted", desks, Desk.cases, rounds=1)
        for desk in desks:
            furniture_of(desk).time = FixedDay(TODAY + DAY)
        told("counted on the next day", desks, Desk.cases, rounds=1)
        told("first page of the list", desks, lambda desk: desk.cases()[:64])
        told("a page in the middle", desks, lambda desk: middle(desk.cases()))
        told("search: one is found", desks, lambda desk: desk.cases("罚[2024] 77号")[:64])
        told("search: many are found", desks, lambda desk: desk.cases("罚[2024]")[:64])
        told("the agenda", desks, lambda desk: [each[:10] for each in desk.agenda().values()])
        told("after one event", desks, record_and_list)
        told("window: today", desks, window(desks, today=True))
        told("window: list", desks, window(desks, today=False))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


def told(
    name: str, desks: list[Desk], deed: Callable[[Desk], object], rounds: int = ROUNDS
) -> None:
    """One line of the table; the two desks in turn."""
    taken: dict[int, list[float]] = {0: [], 1: []}
    for _ in range(rounds):
        for place, desk in enumerate(desks):
            begun = time.perf_counter()
            deed(desk)
            taken[place].append((time.perf_counter() - begun) * 1000)
    many, few = (statistics.median(taken[place]) for place in (0, 1))
    print(f"{name:<26}{many:>9.1f}{few:>9.1f}   {many / few:>6.1f} times as long")


def filled(folder: Path, count: int) -> Desk:
    """A desk with so many cases."""
    furniture = Furniture(folder, TODAY)
    store = opening.open_store(furniture.folder, KEY)
    furniture._store = store
    with one_transaction(store):
        for number in range(count):
            made = replace(
                case(number),
                person=f"赵{chr(0x4E00 + number % 5000)}宁",
                title="行政处罚信息",
                authority="山东省公共信用信息中心",
                document_number=f"鲁市监罚〔{2020 + number % 7}〕{number}号",
            )
            store.open_case(made, b"{}", SIGNED)
    return Desk(furniture)


@contextmanager
def one_transaction(store: EncryptedStore) -> Iterator[None]:
    """A hundred thousand cases are not signed one after the other in one morning."""
    with database.writing(store._engine) as connection:

        @contextmanager
        def same(_engine: object) -> Iterator[object]:
            yield connection

        of_store = vars(cases)
        before, of_store["writing"] = of_store["writing"], same
        try:
            yield
        finally:
            of_store["writing"] = before


def furniture_of(desk: Desk) -> Furniture:
    """The doors of a desk of ours."""
    assert isinstance(desk.doors, Furniture)
    return desk.doors


def middle(cases: CaseList) -> object:
    """Sixty-four cases that nobody has looked at yet."""
    half = len(cases) // 2
    return cases[half : half + 64]


def record_and_list(desk: Desk) -> object:
    """What a clerk does all day."""
    first = desk.cases()[0].case.id
    desk.record(first, EventKind.TRANSFERRED, TODAY - timedelta(1))
    return desk.cases()[:64]


def window(desks: list[Desk], *, today: bool) -> Callable[[Desk], object]:
    """Open a page of the clerk's room and paint it."""
    from PySide6.QtWidgets import QApplication, QWidget

    from filingdesk.ui.clerk.cases import CasesPage
    from filingdesk.ui.clerk.sitting import Sitting
    from filingdesk.ui.clerk.today import TodayPage
    from filingdesk.ui.theme.tokens import CLERK, LIGHT, Look
    from filingdesk.words.catalogue import Words

    app = QApplication.instance() or QApplication(sys.argv)

    def opened(desk: Desk) -> None:
        sitting = Sitting(desk, Words("zh_CN"), Look(LIGHT, CLERK))
        room = QWidget()
        page = TodayPage(sitting) if today else CasesPage(sitting, room)
        page.resize(1280, 800)
        page.show()
        app.processEvents()
        page.grab()
        page.hide()
        page.deleteLater()

    for desk in desks:
        opened(desk)
    return opened


if __name__ == "__main__":
    main()
