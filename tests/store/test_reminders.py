"""Who came too early is remembered, and forgotten when it is time."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from filingdesk.core.ports import CaseStore
from filingdesk.core.reminder import Reminder
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.opening import open_store
from tests.store.examples import NAME, NOW, answers

REMINDER = Reminder(
    id="FD-7K3M-9PXA-C",
    day=date(2027, 1, 9),
    jurisdiction="cn",
    kind="repair",
    person=NAME,
    contact="022-00000000",
    title="行政处罚决定书",
    answers=answers(),
    language="zh_TW",
    consent="2026-01",
    made_at=NOW,
)


def test_a_reminder_comes_back_as_it_was_kept(store: CaseStore, folder: Path, key: bytes) -> None:
    store.keep_reminder(REMINDER)
    again = open_store(folder, key)
    assert list(again.reminders()) == [REMINDER]
    assert again.reminders()[0].answers == answers()
    again.close()


def test_the_nearest_day_comes_first_and_one_of_the_same_draft_replaces(store: CaseStore) -> None:
    near = replace(REMINDER, id="FD-NEAR", day=date(2026, 12, 1))
    for each in (REMINDER, near, replace(REMINDER, person="赵宁")):
        store.keep_reminder(each)
    assert [(each.id, each.person) for each in store.reminders()] == [
        ("FD-NEAR", NAME),
        (REMINDER.id, "赵宁"),
    ]


def test_nothing_of_an_erased_reminder_stays(store: EncryptedStore, folder: Path) -> None:
    store.keep_reminder(REMINDER)
    store.erase_reminder(REMINDER.id)
    store.erase_reminder(REMINDER.id)
    assert list(store.reminders()) == []
    assert (folder / "store.db-wal").stat().st_size == 0


def test_its_repr_names_nobody() -> None:
    assert repr(REMINDER) == f"Reminder({REMINDER.id})"


def test_half_a_character_does_not_stop_it(store: CaseStore) -> None:
    store.keep_reminder(replace(REMINDER, person="赵\ud800宁"))
    assert store.reminders()[0].person == "赵?宁"
