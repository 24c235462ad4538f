"""A desk's seal, made once: a key of 3072 bits takes a while."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.seal import certificate_pem, make_seal
from filingdesk.sign.session import KeySigner
from tests.sign.cards import Cards
from tests.sign.making import AT, CENTRE, PASSPHRASE, letter
from tests.sign.servers import Servers, serving


@pytest.fixture(scope="session")
def seal() -> bytes:
    return make_seal(CENTRE, AT, PASSPHRASE)


@pytest.fixture(scope="session")
def certificate(seal: bytes) -> bytes:
    return certificate_pem(seal, PASSPHRASE)


@pytest.fixture
def signer(seal: bytes) -> Iterator[KeySigner]:
    with open_pkcs12(seal, PASSPHRASE) as session:
        yield session


@pytest.fixture
def sealed(signer: KeySigner) -> SignedFile:
    return signer.sign(letter(), Capacity.CENTRE_SEAL, AT)


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Servers]:
    with serving(tmp_path) as running:
        yield running


@pytest.fixture
def cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cards:
    chips, settings = tmp_path / "chips", tmp_path / "softhsm2.conf"
    chips.mkdir()
    settings.write_text(f"directories.tokendir = {chips}\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    cards = Cards(tmp_path)
    cards.look_again()
    return cards
