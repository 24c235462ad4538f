"""A person signs with a card of their own: whose key it is, its PIN, and what can go wrong."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, SigningSettings, Tries
from filingdesk.ui.kiosk.picking import Picking
from filingdesk.ui.widgets.secret_card import SecretCard
from tests.sign.cards import MODULE, PIN, Cards
from tests.sign.conftest import cards
from tests.sign.pki import Pki
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.test_sign import ON_PAPER, STATED
from tests.ui.kiosk.visits import Visit, Visitor

__all__ = ["cards"]

WITH_CARD = "I sign with my own card or token"
NAME = "王小明"


@pytest.fixture
def pki() -> Pki:
    return Pki("http://127.0.0.1:1")


@pytest.fixture
def at_sign(visit: Visit, cards: Cards) -> Visitor:
    """Before the page to sign, at a desk that reads cards."""
    citizen = visit("sign")
    citizen.desk.doors.keep_signing(SigningSettings(token_module=MODULE))
    citizen.session.page_stale.emit()
    settle()
    return citizen


def goes_on(citizen: Visitor) -> None:
    citizen.chooses("truth", STATED)
    citizen.chooses("signature", WITH_CARD)
    citizen.continues()
    citizen.waits()


def asked(citizen: Visitor) -> SecretCard:
    """The card that asks for the PIN."""
    settle()
    (card,) = [each for each in citizen.kiosk.findChildren(SecretCard) if each.isVisible()]
    return card


def is_asked(citizen: Visitor) -> bool:
    settle()
    return any(each.isVisible() for each in citizen.kiosk.findChildren(SecretCard))


def types(citizen: Visitor, pin: str) -> None:
    box = asked(citizen).secret.box
    assert box.hasFocus()
    QTest.keyClicks(box, pin)
    QTest.keyClick(box, Qt.Key.Key_Return)
    citizen.waits()


def with_card(cards: Cards, pki: Pki, *names: str) -> str:
    serial = cards.insert("social card")
    for place, name in enumerate(names or (NAME,), 1):
        cards.put("social card", pki.person(name), f"key {place}", f"{place:02}")
    return serial


def test_without_a_card_reader_nobody_is_offered_a_card(visit: Visit) -> None:
    citizen = visit("sign")
    assert not citizen.finds(WITH_CARD)


def test_whose_key_it_is_stands_above_the_pin_and_the_filing_is_signed_with_it(
    at_sign: Visitor, cards: Cards, pki: Pki
) -> None:
    citizen = at_sign
    with_card(cards, pki)
    citizen.chooses("signature", WITH_CARD)
    assert citizen.reads("Put your card into the reader.")
    assert citizen.reads("with your own key")
    assert not citizen.reads("by hand.")
    goes_on(citizen)
    card = asked(citizen)
    texts = citizen.texts(card)
    assert NAME in texts
    assert "social card" in texts
    assert any(str(pki.now.year + 1) in each for each in texts)
    assert card.secret.box.echoMode() is QLineEdit.EchoMode.Password
    assert card.secret.box.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    types(citizen, PIN)
    assert citizen.session.page == "done"
    case = citizen.session.case
    assert case is not None
    found = citizen.desk.doors.verifier.verify(citizen.desk.signed_pdf(case.id)).signatures
    assert (found[0].capacity, found[0].signer) == (Capacity.CITIZEN, NAME)
    assert len(found) == 2


def test_a_wrong_pin_is_asked_for_again_and_the_right_one_signs(
    at_sign: Visitor, cards: Cards, pki: Pki
) -> None:
    citizen = at_sign
    with_card(cards, pki)
    goes_on(citizen)
    types(citizen, "")
    assert asked(citizen).secret.error() == "Please type the PIN of the card."
    types(citizen, "000000")
    card = asked(citizen)
    assert "PIN is not right" in card.secret.error()
    assert card.secret.raw() == ""
    types(citizen, PIN)
    assert citizen.session.page == "done"


def test_the_last_try_is_told_before_it_is_used(
    at_sign: Visitor, cards: Cards, pki: Pki, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = at_sign
    with_card(cards, pki)
    (token,) = citizen.desk.doors.tokens()
    monkeypatch.setattr(
        citizen.desk.doors,
        "tokens",
        lambda: [replace(token, tries=Tries.LAST)],
    )
    goes_on(citizen)
    assert any("Only one try is left" in each for each in citizen.texts(asked(citizen)))


FAILURES = {
    "token-missing": "There is no card in the reader.",
    "token-has-no-key": "There is no key to sign with on this card.",
    "token-removed": "The card was taken out before it had signed.",
    "token-refused": "The card did not sign.",
    "pin-locked": "The card has locked itself",
    "seal-expired": "This certificate expired on",
    "certificate-revoked": "This certificate was withdrawn on",
    "disk-full": "The disk is full.",
}


@pytest.mark.parametrize("code", FAILURES)
def test_each_failure_is_one_sentence_beside_the_ways_to_sign_and_the_paper_stays_open(
    at_sign: Visitor, cards: Cards, pki: Pki, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    citizen, doors = at_sign, at_sign.desk.doors

    def refuse(*_: object, **__: object) -> None:
        raise UserProblem(Problem("token", code, {"date": "2026-11-01"}))

    if code == "token-has-no-key":
        cards.insert("empty")
    elif code != "token-missing":
        with_card(cards, pki)
    with monkeypatch.context() as broken:
        if code == "disk-full":
            broken.setattr(doors.store, "open_case", refuse)
        elif code not in ("token-missing", "token-has-no-key"):
            broken.setattr(doors, "token", refuse)
        goes_on(citizen)
        if is_asked(citizen):
            types(citizen, PIN)
    (told,) = citizen.summary()
    assert told.startswith(FAILURES[code])
    if code != "disk-full":
        assert citizen.field("signature").error() == told
    assert not citizen.desk.cases()
    assert len(doors.store.drafts()) == 1

    citizen.chooses("signature", ON_PAPER)
    citizen.continues()
    citizen.waits()
    assert citizen.session.page == "done"


def test_whoever_changes_their_mind_is_back_on_the_page(
    at_sign: Visitor, cards: Cards, pki: Pki
) -> None:
    citizen = at_sign
    with_card(cards, pki)
    goes_on(citizen)
    QTest.keyClicks(asked(citizen).secret.box, "12")
    QTest.keyClick(asked(citizen).secret.box, Qt.Key.Key_Escape)
    settle()
    assert not is_asked(citizen)
    assert citizen.chosen("signature") == [WITH_CARD]
    citizen.continues()
    citizen.waits()
    assert asked(citizen).secret.raw() == ""
    types(citizen, PIN)
    assert citizen.session.page == "done"


def test_among_several_keys_a_person_chooses(at_sign: Visitor, cards: Cards, pki: Pki) -> None:
    citizen = at_sign
    with_card(cards, pki, NAME, "李文")
    goes_on(citizen)
    (picking,) = [each for each in citizen.kiosk.findChildren(Picking) if each.isVisible()]
    line = next(each for each in picking.lines if each.text() == "李文")
    line.click()
    settle()
    assert "李文" in citizen.texts(asked(citizen))
    types(citizen, PIN)
    case = citizen.session.case
    assert case is not None
    assert case.events[-1].note == "citizen 李文"
