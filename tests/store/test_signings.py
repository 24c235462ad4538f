"""A file that is signed again or stamped stands beside the ones before; the latest is given out."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from filingdesk.core.case import Event, EventKind
from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Level, Reached, StampedFile, keeps_signed
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.database import engine_for, writing
from filingdesk.store.opening import open_store
from tests.store.examples import NOW, case, signed

STAMPED = Event(EventKind.TIME_STAMPED, date(2026, 3, 3), NOW, Level.B_T.value)
FIRST = b"%PDF-1.7 signed"
LATER = FIRST + b" and stamped"
RISEN = Reached(Level.B_T, "evidence-missing")


def later(content: bytes) -> StampedFile:
    return StampedFile(content, "ef" * 32, Level.B_T)


def test_the_latest_file_is_given_out_after_a_restart_too(folder: Path, key: bytes) -> None:
    store = open_store(folder, key)
    store.open_case(case(), b"{}", signed(FIRST))
    assert store.reached("c1") == Reached()
    grown = store.replace_signed("c1", later(LATER), RISEN, [STAMPED])
    assert grown.events == (*case().events, STAMPED)
    store.close()
    again = open_store(folder, key)
    assert again.signed_pdf("c1") == LATER
    assert again.reached("c1") == RISEN
    again.replace_signed("c1", later(LATER + b" again"), Reached(Level.B_LTA), [])
    assert again.signed_pdf("c1") == LATER + b" again"
    assert again.reached("c1") == Reached(Level.B_LTA)
    again.close()


def test_cases_below_a_level_are_told_oldest_first(store: EncryptedStore) -> None:
    for number in (1, 2, 3):
        store.open_case(case(number), b"{}", signed(FIRST))
    store.replace_signed("c2", later(LATER), RISEN, [])
    references = [case(number).reference for number in (1, 2, 3)]
    assert list(store.below(Level.B_B)) == []
    assert list(store.below(Level.B_T)) == [references[0], references[2]]
    assert list(store.below(Level.B_LT)) == references


def test_a_file_that_did_not_grow_out_of_the_one_before_changes_nothing(
    store: EncryptedStore,
) -> None:
    store.open_case(case(), b"{}", signed(FIRST))
    for other in (b"", FIRST[:-1], b"%PDF-1.7 other!" + b" and stamped"):
        with pytest.raises(UserProblem, match="case-changed"):
            store.replace_signed("c1", later(other), RISEN, [STAMPED])
    assert store.signed_pdf("c1") == FIRST
    assert store.case("c1") == case()
    assert store.reached("c1") == Reached()


def test_nobody_can_change_a_file_that_was_kept(
    store: EncryptedStore, folder: Path, key: bytes
) -> None:
    store.open_case(case(), b"{}", signed(FIRST))
    store.replace_signed("c1", later(LATER), RISEN, [])
    engine = engine_for(folder / "store.db", key, lambda: True)
    with pytest.raises(IntegrityError, match="does not change"), writing(engine) as connection:
        connection.execute(text("UPDATE signings SET pdf = x'00'"))
    engine.dispose()


def test_an_unknown_case(store: EncryptedStore) -> None:
    with pytest.raises(UserProblem, match="case-unknown"):
        store.reached("nobody")
    with pytest.raises(UserProblem, match="case-unknown"):
        store.replace_signed("nobody", later(LATER), RISEN, [])


class TestWhatIsSignedStays:
    def signed_with_room(self) -> bytes:
        """A file whose signature keeps room for a stamp, and signs all around it."""
        head, tail = b"%PDF /ByteRange [0 0040 0060 0020] ", b"the end of the file."
        return head.ljust(40) + b"<" + b"0" * 18 + b">" + tail

    def test_a_stamp_in_the_room_and_more_behind(self) -> None:
        before = self.signed_with_room()
        stamped = before[:41] + b"f" * 18 + before[59:]
        assert len(before) == 80
        assert keeps_signed(before, before)
        assert keeps_signed(before, stamped)
        assert keeps_signed(before, stamped + b" and proofs")

    @pytest.mark.parametrize("place", [0, 39, 60, 79])
    def test_a_signed_byte_that_is_another(self, place: int) -> None:
        before = self.signed_with_room()
        changed = before[:place] + b"!" + before[place + 1 :]
        assert not keeps_signed(before, changed)
        assert not keeps_signed(before, changed + b" and proofs")

    def test_a_file_that_lost_its_end(self) -> None:
        before = self.signed_with_room()
        assert not keeps_signed(before, before[:-1])

    def test_room_of_a_signature_that_another_covers_is_closed(self) -> None:
        before = self.signed_with_room() + b" more"
        assert not keeps_signed(before, before[:41] + b"f" * 18 + before[59:])
        assert keeps_signed(before, before + b" and more")
