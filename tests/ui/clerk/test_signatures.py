"""A clerk signs as witness, adds time stamps, and says how the desk signs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from filingdesk.core.case import EventKind
from filingdesk.core.signature import Capacity, Level, SigningSettings
from filingdesk.desk import Desk
from filingdesk.ui.clerk.settings import SettingsPage
from filingdesk.ui.clerk.ways import DESK, SETTINGS
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.secret_card import SecretCard
from tests.sign.cards import MODULE, PIN, Cards
from tests.sign.conftest import cards, servers
from tests.sign.servers import Servers
from tests.ui.clerk.clerk import TODAY, Clerk, keep
from tests.ui.clerk.conftest import Seat

__all__ = ["cards", "servers"]

NAME = "李文"
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def taps(clerk: Clerk, message: str) -> None:
    """The button with these words, wherever it is in the room."""
    words = clerk.says(message)
    buttons = [each for each in clerk.room.findChildren(Button) if each.isVisible()]
    button = next(each for each in buttons if each.text() == words)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def offers(clerk: Clerk, message: str) -> bool:
    words = clerk.says(message)
    return any(each.isVisible() and each.text() == words for each in _buttons(clerk))


def _buttons(clerk: Clerk) -> list[Button]:
    return clerk.room.findChildren(Button)


def asked(clerk: Clerk) -> SecretCard:
    clerk.waits(lambda: any(isinstance(each, SecretCard) for each in clerk.overlays()))
    return next(each for each in clerk.overlays() if isinstance(each, SecretCard))


def types(clerk: Clerk, secret: str) -> None:
    box = asked(clerk).secret.box
    assert box.hasFocus()
    QTest.keyClicks(box, secret)
    QTest.keyClick(box, ENTER)


def opened(desk: Desk, seat: Seat) -> Clerk:
    """With the one filing before them."""
    clerk = seat.at(desk)
    (found,) = desk.cases()
    clerk.room.open_case(found.case.id)
    return clerk


def case_of(desk: Desk) -> str:
    (found,) = desk.cases()
    return found.case.id


def signers(desk: Desk) -> set[tuple[Capacity, str]]:
    found = desk.doors.verifier.verify(desk.signed_pdf(case_of(desk)))
    assert found.good
    return {(each.capacity, each.signer) for each in found.signatures if each.capacity}


class TestWitness:
    def test_with_a_key_in_a_file(
        self, desk_with_a_filing: Desk, seat: Seat, servers: Servers, tmp_path: Path
    ) -> None:
        desk, file = desk_with_a_filing, tmp_path / "li.p12"
        file.write_bytes(servers.pki.pkcs12(servers.pki.person(NAME), b"secret"))
        clerk = opened(desk, seat)
        clerk.pane()._witness.use_file(case_of(desk), file)
        assert "li.p12" in clerk.reads(asked(clerk))
        types(clerk, "wrong")
        clerk.waits(lambda: bool(asked(clerk).secret.error()))
        assert (
            "does not open the key" in asked(clerk).secret.error()
            or clerk.says("This password does not open the key. Please type it again.")
            == asked(clerk).secret.error()
        )
        types(clerk, "secret")
        clerk.waits(lambda: clerk.says("You have signed as witness.") in clerk.notes())
        assert (Capacity.CLERK_ATTESTATION, NAME) in signers(desk)
        assert f"{NAME}: " in clerk.reads()
        assert not offers(clerk, "Sign as witness")

    def test_with_a_card(
        self, desk_with_a_filing: Desk, seat: Seat, servers: Servers, cards: Cards
    ) -> None:
        desk = desk_with_a_filing
        cards.insert("clerk")
        cards.put("clerk", servers.pki.person(NAME))
        desk.doors.keep_signing(SigningSettings(token_module=MODULE))
        clerk = opened(desk, seat)
        taps(clerk, "Sign as witness")
        clerk.waits_for("Which key signs?")
        clerk.chooses(clerk.says("Card of {owner}", owner=NAME))
        assert NAME in clerk.reads(asked(clerk))
        types(clerk, PIN)
        clerk.waits(lambda: clerk.says("You have signed as witness.") in clerk.notes())
        assert (Capacity.CLERK_ATTESTATION, NAME) in signers(desk)

    def test_a_card_that_is_pulled_out_changes_nothing(
        self, desk_with_a_filing: Desk, seat: Seat, servers: Servers, cards: Cards
    ) -> None:
        desk = desk_with_a_filing
        before = desk.signed_pdf(case_of(desk))
        cards.insert("clerk")
        cards.put("clerk", servers.pki.person(NAME))
        desk.doors.keep_signing(SigningSettings(token_module=MODULE))
        clerk = opened(desk, seat)
        taps(clerk, "Sign as witness")
        clerk.waits_for("Which key signs?")
        clerk.chooses(clerk.says("Card of {owner}", owner=NAME))
        asked(clerk)
        cards.pull_out("clerk")
        types(clerk, PIN)
        told = clerk.says("There is no card in the reader. Please put the card in.")
        clerk.waits(lambda: told in clerk.notes())
        assert desk.signed_pdf(case_of(desk)) == before
        assert offers(clerk, "Sign as witness")

    def test_who_leaves_the_card_signs_nothing(
        self, desk_with_a_filing: Desk, seat: Seat, servers: Servers, tmp_path: Path
    ) -> None:
        clerk = opened(desk_with_a_filing, seat)
        clerk.pane()._witness.use_file(case_of(desk_with_a_filing), tmp_path / "a.p12")
        QTest.keyClick(asked(clerk).secret.box, ESCAPE)
        assert clerk.overlays() == []
        assert len(signers(desk_with_a_filing)) == 1


class TestStamps:
    def test_a_filing_without_a_stamp_gets_it_when_the_network_is_there(
        self, desk_with_a_filing: Desk, seat: Seat, servers: Servers
    ) -> None:
        desk = desk_with_a_filing
        urls = (f"{servers.url}/tsa/refuses",)
        desk.doors.keep_signing(SigningSettings(Level.B_T, urls))
        clerk = opened(desk, seat)
        taps(clerk, "Add time stamps")
        told = clerk.says(
            "No time stamp could be had just now. What is signed stays signed; "
            "please add the time stamp later."
        )
        clerk.waits(lambda: told in clerk.notes())
        desk.doors.keep_signing(SigningSettings(Level.B_T, (servers.tsa,)))
        taps(clerk, "Add time stamps")
        clerk.waits(lambda: clerk.says("The time stamps are in the file now.") in clerk.notes())
        assert not offers(clerk, "Add time stamps")
        assert desk.case(case_of(desk)).case.events[-1].kind is EventKind.TIME_STAMPED
        assert clerk.says("A time stamp proves when it was signed.") in clerk.reads()

    def test_a_desk_that_wants_none_offers_none(self, desk_with_a_filing: Desk, seat: Seat) -> None:
        assert not offers(opened(desk_with_a_filing, seat), "Add time stamps")


class TestSettings:
    def test_the_rail_leads_there(self, desk: Desk, seat: Seat) -> None:
        clerk = seat.at(desk)
        assert clerk.room.rail is not None
        clerk.room.rail.picked.emit(DESK, SETTINGS)
        self.page(clerk)

    def page(self, clerk: Clerk) -> SettingsPage:
        assert isinstance(clerk.room.page, SettingsPage)
        return clerk.room.page

    def entered(self, desk: Desk, seat: Seat) -> Clerk:
        clerk = seat.at(desk)
        clerk.presses(Qt.Key.Key_Comma, control=True)
        self.page(clerk)
        return clerk

    def notes(self, clerk: Clerk) -> str:
        return clerk.reads(self.page(clerk))

    def test_what_was_typed_is_found_again_and_not_taken_for_what_is_in_force(
        self, desk: Desk, seat: Seat
    ) -> None:
        clerk = self.entered(desk, seat)
        self.page(clerk).authorities.set_raw("http://tsa.example")
        clerk.presses(ESCAPE)
        clerk.presses(Qt.Key.Key_Comma, control=True)
        clerk.presses(Qt.Key.Key_Comma, control=True)
        clerk.room.set_language("es")
        clerk.room.set_language("en")
        assert self.page(clerk).authorities.raw() == "http://tsa.example"
        told = "What stands here was typed, and is not kept yet. The desk signs as before."
        assert told in self.notes(clerk)
        assert desk.doors.signing().authorities == ()

        taps(clerk, "Take back what was typed")
        assert self.page(clerk).authorities.raw() == ""
        assert told not in self.notes(clerk)
        clerk.presses(ESCAPE)
        clerk.presses(Qt.Key.Key_Comma, control=True)
        assert told not in self.notes(clerk)

    def test_who_locks_the_desk_leaves_nothing_typed(self, desk: Desk, seat: Seat) -> None:
        clerk = self.entered(desk, seat)
        self.page(clerk).authorities.set_raw("http://tsa.example")
        clerk.room.lock()
        clerk.room.enter()
        clerk.room.show_settings()
        assert self.page(clerk).authorities.raw() == ""

    def test_a_clerk_says_how_the_desk_signs(
        self, desk: Desk, seat: Seat, servers: Servers, tmp_path: Path
    ) -> None:
        clerk = self.entered(desk, seat)
        page = self.page(clerk)
        pem = tmp_path / "root.pem"
        pem.write_bytes(servers.pki.root.pem)
        page.level.set_values((Level.B_LT.value,))
        page.authorities.set_raw(f"{servers.url}/tsa/refuses\n{servers.tsa}\n")
        page.use_trust(pem)
        page.token_module.set_raw(f" {MODULE} ")
        taps(clerk, "Keep these settings")
        clerk.waits(lambda: clerk.says("The settings are kept.") in self.notes(clerk))
        assert desk.doors.signing() == SigningSettings(
            Level.B_LT,
            (f"{servers.url}/tsa/refuses", servers.tsa),
            servers.pki.root.pem,
            MODULE,
        )

    def test_authorities_are_tried_beside_the_window(
        self, desk: Desk, seat: Seat, servers: Servers
    ) -> None:
        clerk = self.entered(desk, seat)
        silent = f"{servers.url}/tsa/refuses"
        self.page(clerk).authorities.set_raw(f"{servers.tsa}\n{silent}")
        taps(clerk, "Try them")
        good = clerk.says(
            "{address}: stamped by {name}", address=servers.tsa, name="Test Time Stamps"
        )
        clerk.waits(lambda: good in self.notes(clerk))
        assert f"{silent}: " in self.notes(clerk)
        assert desk.doors.signing() == SigningSettings()

    @pytest.mark.parametrize(
        ("field", "typed"), [("authorities", "tsa.example"), ("token_module", "/bin/sh")]
    )
    def test_what_cannot_work_is_told_at_its_field_and_not_kept(
        self, desk: Desk, seat: Seat, field: str, typed: str
    ) -> None:
        clerk = self.entered(desk, seat)
        self.page(clerk).fields[field].set_raw(typed)
        taps(clerk, "Keep these settings")
        clerk.waits(lambda: bool(clerk.problems()))
        assert self.page(clerk).fields[field].error()
        assert self.page(clerk).fields[field].raw() == typed
        assert desk.doors.signing() == SigningSettings()

    def test_another_language_costs_nothing_that_was_typed(self, desk: Desk, seat: Seat) -> None:
        clerk = self.entered(desk, seat)
        self.page(clerk).authorities.set_raw("http://tsa.example/")
        clerk.room.set_language("es")
        assert self.page(clerk).authorities.raw() == "http://tsa.example/"
        clerk.presses(ESCAPE)
        assert clerk.today()

    def test_all_filings_that_lack_a_stamp_get_it_at_once(
        self, desk_with_a_filing: Desk, seat: Seat, servers: Servers
    ) -> None:
        desk = desk_with_a_filing
        desk.doors.keep_signing(SigningSettings(Level.B_T, (servers.tsa,)))
        keep(desk, "B", (EventKind.HANDED_OVER, TODAY))
        clerk = self.entered(desk, seat)
        assert clerk.says("Filings that lack a time stamp: {count}", count=2) in clerk.reads()
        taps(clerk, "Add the time stamps")
        added = clerk.says("Time stamps added: {count}", count=1)
        clerk.waits(lambda: added in self.notes(clerk))
        unreadable = clerk.says("This file cannot be read as a PDF. Please choose another one.")
        assert unreadable in self.notes(clerk)
