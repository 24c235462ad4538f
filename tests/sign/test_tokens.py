"""A citizen signs with a card: the desk sees whose it is, asks for the PIN, and lets go of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pkcs11
import pytest
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate
from pkcs11 import TokenFlag

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity, KeyKind, Level, Tries
from filingdesk.sign.raising import Raising
from filingdesk.sign.refusals import told, tries_left
from filingdesk.sign.session import KeySigner
from filingdesk.sign.slots import tokens
from filingdesk.sign.token import open_token
from filingdesk.sign.verify import PdfVerifier
from tests.sign.cards import MODULE, PIN, Cards
from tests.sign.making import judged_by, letter
from tests.sign.pki import Holder, Pki
from tests.sign.servers import Servers

NOW = datetime.now(UTC).replace(microsecond=0)
PKI = Pki("http://127.0.0.1:1")


def problem_of(serial: str, pin: str = PIN, module: str = MODULE, label: str = "") -> str:
    with pytest.raises(UserProblem) as raised:
        open_token(module, serial, pin, label)
    return raised.value.problems[0].code


@pytest.mark.parametrize("bits", [0, 2048])
def test_a_card_signs_and_programs_that_are_not_ours_confirm_it(
    cards: Cards, tmp_path: Path, bits: int
) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", PKI.person("王小明", bits=bits))
    cards.put_certificate("citizen", PKI.issuer, "issuer", "02")
    with open_token(MODULE, serial, PIN) as signer:
        signed = signer.sign(letter(), Capacity.CITIZEN, NOW)
    assert signed.signer == "王小明"
    found = PdfVerifier().verify(signed.pdf, [PKI.root.pem])
    assert found.good
    assert found.signatures[0].trusted is True
    file = tmp_path / "card.pdf"
    file.write_bytes(signed.pdf)
    assert "Signature is Valid" in judged_by("pdfsig", "-nocert", file)


def test_before_any_pin_the_desk_sees_whose_key_it_is_and_until_when(cards: Cards) -> None:
    cards.insert("citizen")
    person = PKI.person("王小明", days=30)
    cards.put("citizen", person)
    cards.put_certificate("citizen", PKI.issuer, "issuer", "02")
    cards.look_again()
    (token,) = tokens(MODULE)
    (key,) = token.keys
    assert (token.label, token.tries) == ("citizen", Tries.PLENTY)
    assert (key.label, key.kind, key.owner) == ("signing", KeyKind.TOKEN, "王小明")
    assert key.valid_until == person.certificate.not_valid_after_utc


def test_two_cards_are_told_apart_and_a_key_is_chosen_by_its_name(cards: Cards) -> None:
    first, second = cards.insert("clerk"), cards.insert("citizen")
    cards.put("clerk", PKI.person("Clerk 17"))
    cards.put("citizen", PKI.person("old"), "old", "01")
    cards.put("citizen", PKI.person("new"), "new", "02")
    assert {each.serial for each in tokens(MODULE)} == {first, second}
    with open_token(MODULE, first, PIN) as signer:
        assert signer.key.owner == "Clerk 17"
    with open_token(MODULE, second, PIN, "new") as signer:
        assert signer.key.owner == "new"
    assert problem_of(second, label="another") == "token-has-no-key"


def test_a_wrong_pin_is_told_with_the_tries_that_are_left(cards: Cards) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", PKI.person("王小明"))
    assert problem_of(serial, "654321") == "pin-wrong-few"
    assert tokens(MODULE)[0].tries is Tries.FEW
    assert problem_of(serial, "") == "pin-wrong-few"
    with open_token(MODULE, serial, PIN) as signer:
        assert signer.key.tries is Tries.PLENTY


def test_a_card_without_a_key_to_sign_with_is_told(cards: Cards) -> None:
    serial = cards.insert("citizen")
    assert problem_of(serial) == "token-has-no-key"
    cards.put_certificate("citizen", PKI.person("王小明"))
    cards.look_again()
    assert problem_of(serial) == "token-has-no-key"


def test_no_card_and_no_program_for_cards_are_told(cards: Cards) -> None:
    with pytest.raises(UserProblem) as raised:
        tokens(MODULE)
    assert raised.value.problems[0].code == "token-missing"
    assert problem_of("0000") == "token-missing"
    for module in ("", "/no/such/module.so", "/bin/ls"):
        assert problem_of("0000", module=module) == "token-module-missing"


def test_a_card_pulled_out_while_it_is_open_is_told(cards: Cards) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", PKI.person("王小明"))
    with open_token(MODULE, serial, PIN) as signer:
        cards.pull_out("citizen")
        with pytest.raises(UserProblem) as raised:
            signer.sign(letter(), Capacity.CITIZEN, NOW)
    assert raised.value.problems[0].code == "token-removed"


def test_a_card_whose_certificate_ran_out_is_told(cards: Cards) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", PKI.person("王小明", days=1))
    with (
        open_token(MODULE, serial, PIN) as signer,
        pytest.raises(UserProblem) as raised,
    ):
        signer.sign(letter(), Capacity.CITIZEN, NOW + timedelta(days=2))
    assert raised.value.problems[0].code == "seal-expired"


def test_after_the_session_the_card_asks_for_its_pin_again(cards: Cards) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", PKI.person("王小明"))
    with open_token(MODULE, serial, PIN) as signer:
        signer.sign(letter(), Capacity.CITIZEN, NOW)
    assert problem_of(serial, "654321") == "pin-wrong-few"
    with pytest.raises(RuntimeError, match="closed"):
        signer.sign(letter(), Capacity.CITIZEN, NOW)


def test_a_card_that_refuses_after_its_pin_asks_for_it_again(
    cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", PKI.person("王小明"))

    def refuses(*_: object) -> None:
        raise pkcs11.DeviceError

    with monkeypatch.context() as bent:
        bent.setattr("filingdesk.sign.token._opened", refuses)
        with pytest.raises(UserProblem) as raised:
            open_token(MODULE, serial, PIN)
    assert raised.value.problems[0].code == "token-refused"
    assert problem_of(serial, "654321") == "pin-wrong-few"


def test_a_certificate_that_nobody_can_read_is_passed_over(cards: Cards) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", PKI.person("王小明"))
    cards.put_certificate("citizen", with_extensions_twice(PKI.person("strange")), "old", "02")
    cards.look_again()
    (found,) = tokens(MODULE)
    assert [each.owner for each in found.keys] == ["王小明"]
    with open_token(MODULE, serial, PIN) as signer:
        assert signer.key.owner == "王小明"


def with_extensions_twice(holder: Holder) -> Holder:
    """RFC 5280, 4.2, forbids it, and cryptography reads none of them."""
    content = holder.certificate.public_bytes(Encoding.DER)
    certificate = asn1.Certificate.load(content)
    told = certificate["tbs_certificate"]
    told["extensions"] = [*told["extensions"], told["extensions"][0]]
    return Holder(holder.key, load_der_x509_certificate(certificate.dump(force=True)))


def test_the_key_does_not_leave_the_card(cards: Cards) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", PKI.person("王小明"))
    with open_token(MODULE, serial, PIN) as signer:
        assert isinstance(signer, KeySigner)
        key = signer._held.key  # type: ignore[union-attr]
        assert key[pkcs11.Attribute.SENSITIVE]
        with pytest.raises(pkcs11.PKCS11Error):
            key[pkcs11.Attribute.VALUE]


def test_a_card_reaches_the_highest_level(cards: Cards, servers: Servers) -> None:
    serial = cards.insert("citizen")
    cards.put("citizen", servers.pki.person("王小明"))
    with open_token(MODULE, serial, PIN, raising=Raising(Level.B_LTA, (servers.tsa,))) as signer:
        signed = signer.sign(letter(), Capacity.CITIZEN, NOW)
    assert (signed.level, signed.lacking) == (Level.B_LTA, "")


@pytest.mark.parametrize(
    ("said", "flags", "code"),
    [
        (pkcs11.PinIncorrect, 0, "pin-wrong"),
        (pkcs11.PinIncorrect, TokenFlag.USER_PIN_COUNT_LOW, "pin-wrong-few"),
        (pkcs11.PinIncorrect, TokenFlag.USER_PIN_FINAL_TRY, "pin-wrong-last"),
        (pkcs11.PinIncorrect, TokenFlag.USER_PIN_LOCKED, "pin-locked"),
        (pkcs11.PinLenRange, 0, "pin-wrong"),
        (pkcs11.PinLocked, 0, "pin-locked"),
        (pkcs11.PinExpired, 0, "pin-to-be-changed"),
        (pkcs11.DeviceRemoved, 0, "token-removed"),
        (pkcs11.TokenNotPresent, 0, "token-removed"),
        (pkcs11.DeviceError, 0, "token-refused"),
        (pkcs11.MechanismInvalid, 0, "token-refused"),
    ],
)
def test_whatever_a_card_refuses_has_a_code(
    said: type[pkcs11.PKCS11Error], flags: int, code: str
) -> None:
    """SoftHSM never locks and is never bent, so what such cards say is said here for them."""
    with pytest.raises(UserProblem) as raised, told(lambda: TokenFlag(flags)):
        raise said
    assert raised.value.problems[0].code == code


def test_a_card_that_is_near_its_end_says_so_before_the_pin_is_typed() -> None:
    assert tries_left(TokenFlag.USER_PIN_COUNT_LOW) is Tries.FEW
    assert tries_left(TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_FINAL_TRY) is Tries.LAST
    assert tries_left(TokenFlag.USER_PIN_LOCKED | TokenFlag.USER_PIN_FINAL_TRY) is Tries.NONE
