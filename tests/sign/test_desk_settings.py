"""What the desk's settings say about signing is what its signers do."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from filingdesk.app import SIGNATURE_LEVEL, STAMP_AUTHORITIES, STAMP_TRUST, TOKEN_MODULE, Furniture
from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity, KeyKind, Level
from tests.sign.cards import MODULE, PIN, Cards
from tests.sign.making import CENTRE, letter
from tests.sign.pki import Pki
from tests.sign.servers import Servers

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def desk(tmp_path: Path) -> Furniture:
    desk = Furniture(tmp_path / "desk")
    desk.create("a long passphrase", CENTRE)
    return desk


def keep(desk: Furniture, name: str, value: str | bytes) -> None:
    desk._opened.keep_setting(name, value if isinstance(value, bytes) else value.encode())


def test_a_new_desk_seals_without_the_network(desk: Furniture) -> None:
    with desk.seal() as seal:
        assert seal.key.kind is KeyKind.SEAL
        signed = seal.sign(letter(), Capacity.CENTRE_SEAL, NOW)
    assert (signed.level, signed.lacking) == (Level.B_B, "")


def test_seal_foreign_key_and_stamper_raise_to_the_level_that_is_kept(
    desk: Furniture, servers: Servers
) -> None:
    with desk.seal() as seal:
        offline = seal.sign(letter(), Capacity.CENTRE_SEAL, NOW)
    keep(desk, SIGNATURE_LEVEL, Level.B_LTA)
    keep(desk, STAMP_AUTHORITIES, f"{servers.url}/tsa/refuses\n{servers.tsa}\n")
    keep(desk, STAMP_TRUST, servers.pki.root.pem)
    brought = servers.pki.pkcs12(servers.pki.person("Clerk 17"), b"pw")
    with desk.seal() as seal, desk.foreign_seal(brought, "pw") as clerk:
        signed = seal.sign(letter(), Capacity.CENTRE_SEAL, NOW)
        attested = clerk.sign(letter(), Capacity.CLERK_ATTESTATION, NOW)
    assert {signed.level, attested.level} == {Level.B_LTA}
    assert desk.stamper().stamp(offline.pdf).level is Level.B_LTA


def test_cards_are_read_by_the_program_that_the_desk_names(desk: Furniture, cards: Cards) -> None:
    with pytest.raises(UserProblem) as told:
        desk.tokens()
    assert told.value.problems[0].code == "token-module-missing"
    serial = cards.insert("citizen")
    cards.put("citizen", Pki("http://127.0.0.1:1").person("王小明"))
    keep(desk, TOKEN_MODULE, MODULE)
    (token,) = desk.tokens()
    assert (token.serial, token.keys[0].owner) == (serial, "王小明")
    with desk.token(serial, PIN) as signer:
        assert signer.sign(letter(), Capacity.CITIZEN, NOW).signer == "王小明"
