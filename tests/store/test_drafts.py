"""A filing being made: kept at every change, found again tomorrow, gone when it is erased."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from filingdesk.core.answers import AttachedFile
from filingdesk.core.ports import CaseStore, SafeFile
from filingdesk.core.problem import UserProblem
from filingdesk.store.opening import open_store
from tests.store.examples import ATTACHED, NOW, SAFE, draft


def test_a_draft_is_found_again_after_the_desk_was_closed(folder: Path, key: bytes) -> None:
    first = open_store(folder, key)
    first.save_draft(draft())
    first.save_draft(draft(page="review"))
    first.save_file("d1", ATTACHED, SAFE)
    first.save_draft(draft(page="sign"))
    first.close()

    again: CaseStore = open_store(folder, key)
    assert list(again.drafts()) == [draft(page="sign")]
    assert again.file("d1", "f1") == SAFE


def test_the_draft_saved_last_comes_first(store: CaseStore) -> None:
    early, late = draft("early"), replace(draft("late"), saved_at=NOW + timedelta(seconds=1))
    never = replace(draft("never"), saved_at=None)
    for each in (late, never, early):
        store.save_draft(each)
    assert [each.id for each in store.drafts()] == ["late", "early", "never"]
    assert store.drafts()[2] == never


def test_pages_keep_their_order_and_a_file_is_replaced_whole(store: CaseStore) -> None:
    store.save_draft(draft())
    many = SafeFile(tuple(bytes([number]) * 9 for number in range(12)), "ef" * 32, 108)
    store.save_file("d1", ATTACHED, many)
    assert store.file("d1", "f1") == many
    store.save_file("d1", ATTACHED, SAFE)
    assert store.file("d1", "f1") == SAFE


def test_a_file_can_be_taken_away_alone(store: CaseStore) -> None:
    store.save_draft(draft())
    other = AttachedFile("f2", 1, "00" * 32, 3)
    store.save_file("d1", ATTACHED, SAFE)
    store.save_file("d1", other, SafeFile((b"abc",), "00" * 32, 3))
    store.erase_file("d1", "f1")
    with pytest.raises(UserProblem, match="file-unknown"):
        store.file("d1", "f1")
    assert store.file("d1", "f2").pages == (b"abc",)


def test_erasing_a_draft_takes_its_files_and_no_others(store: CaseStore) -> None:
    for id in ("d1", "d2"):
        store.save_draft(draft(id))
        store.save_file(id, ATTACHED, SAFE)
    store.erase_draft("d1")
    assert [each.id for each in store.drafts()] == ["d2"]
    assert store.file("d2", "f1") == SAFE
    with pytest.raises(UserProblem, match="file-unknown"):
        store.file("d1", "f1")
    store.erase_draft("d1")  # twice does no harm


def test_a_file_of_an_erased_draft_does_not_come_back(store: CaseStore) -> None:
    store.save_draft(draft())
    store.erase_draft("d1")
    with pytest.raises(UserProblem, match="draft-unknown"):
        store.save_file("d1", ATTACHED, SAFE)
