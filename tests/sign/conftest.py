"""A desk's seal, made once: a key of 3072 bits takes a while."""

from collections.abc import Iterator

import pytest

from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.sign.pkcs12 import Pkcs12Signer, open_pkcs12
from filingdesk.sign.seal import certificate_pem, make_seal
from tests.sign.making import AT, CENTRE, PASSPHRASE, letter


@pytest.fixture(scope="session")
def seal() -> bytes:
    return make_seal(CENTRE, AT, PASSPHRASE)


@pytest.fixture(scope="session")
def certificate(seal: bytes) -> bytes:
    return certificate_pem(seal, PASSPHRASE)


@pytest.fixture
def signer(seal: bytes) -> Iterator[Pkcs12Signer]:
    with open_pkcs12(seal, PASSPHRASE) as session:
        yield session


@pytest.fixture
def sealed(signer: Pkcs12Signer) -> SignedFile:
    return signer.sign(letter(), Capacity.CENTRE_SEAL, AT)
