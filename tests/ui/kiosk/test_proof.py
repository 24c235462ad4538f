"""Every date that was counted can be taken home, day by day, on paper or on a stick."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from filingdesk.ui.kiosk.counting import Counting, TakeAway
from tests.ui.kiosk.test_done import Printers, reference_of, signs
from tests.ui.kiosk.visits import Visit, Visitor


def opened(citizen: Visitor, number: int = 0) -> TakeAway:
    """The count of a date, opened."""
    counting = citizen.page.findChildren(Counting)[number]
    counting.button.click()
    (taken,) = counting.findChildren(TakeAway)
    return taken


def test_how_the_end_of_display_was_counted_is_printed(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = visit("finding")
    printers = Printers(citizen, monkeypatch, "Hall")
    taken = opened(citizen)
    assert citizen.reads("Thursday, 10 September 2026: last day")
    taken.print.click()
    citizen.waits()
    ((name, title, pdf),) = printers.printed
    assert (name, title) == ("Hall", f"{citizen.session.here.id}-shown")
    assert pdf.startswith(b"%PDF-")
    assert citizen.reads("on their way to the printer Hall")


def test_a_period_that_runs_is_saved_under_a_name_that_tells_nothing(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = visit("finding")
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(citizen.desk.doors, "sticks", lambda: (str(stick),))
    opened(citizen, 1).save.click()
    citizen.waits()
    (file,) = stick.iterdir()
    assert file.name.startswith(f"{citizen.session.here.id}-date-")
    assert file.read_bytes().startswith(b"%PDF-")
    assert citizen.reads(f"Saved to your stick as {file.name}")


def test_after_signing_the_proof_has_the_reference_and_is_that_of_the_command_line(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = signs(visit)
    printers = Printers(citizen, monkeypatch, "Hall")
    opened(citizen).print.click()
    citizen.waits()
    ((_, title, pdf),) = printers.printed
    reference = reference_of(citizen)
    assert title.startswith(f"{reference}-date-")
    number = int(title.rpartition("-")[2]) - 1
    clock = citizen.desk.case(reference).clocks[number].clock.id
    proof = citizen.desk.proof(reference, clock)
    sheet = citizen.desk.proof_sheet(proof, "cn-tianjin", "en", reference)
    assert len(pdf) == len(sheet)


def test_without_a_printer_it_is_said_where_the_button_is(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = visit("finding")
    Printers(citizen, monkeypatch)
    taken = opened(citizen)
    taken.print.click()
    citizen.waits()
    assert any("No printer is connected." in each for each in citizen.texts(taken))


def test_each_button_says_to_who_listens_which_period_it_is_about(visit: Visit) -> None:
    citizen = visit("finding")
    taken = [opened(citizen, number) for number in (0, 1)]
    about: list[QWidget] = [taken[0].print, taken[1].print]
    assert len({each.accessibleDescription() for each in about}) == 2
    assert all(each.accessibleName() == "Print this page" for each in about)
