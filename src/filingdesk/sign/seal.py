"""Making the desk's own seal at its first run, and the certificate that an agency can trust."""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import KeyKind
from filingdesk.sign.held import key_of, signer_name
from filingdesk.sign.pkcs12 import Identity, read_pkcs12
from filingdesk.sign.raising import PLAIN, Raising
from filingdesk.sign.session import KeySigner

if TYPE_CHECKING:
    from cryptography.x509 import KeyUsage, Name

YEARS_VALID = 5

# A reader's clock may run a little behind the desk's.
_BACKDATED = timedelta(days=1)
# A Chinese name reads on in Chinese; both endings take the same fifteen bytes.
_SEAL_IN_CHINESE = "完整性印章"
_SEAL = " integrity seal"
_HAN = re.compile("[\u4e00-\u9fff]")
# X.520 bounds: characters of an organization's name; of a common name too, but cryptography counts
# its bytes in UTF-8.
LONGEST_CENTRE_NAME = 64
_LONGEST_COMMON_NAME = 64


def make_seal(centre: str, at: datetime, passphrase: bytes) -> bytes:
    """A new key with a self-signed certificate naming the centre, as PKCS#12; valid from `at`.

    RSA of 3072 bits with SHA-256, because every PDF reader in use verifies it; the certificate may
    sign documents and nothing else. Encrypted with PBES2 and AES-256. Every PKCS#12 carries
    a quick check of its password, so `passphrase` should be a long random secret, not a word.
    Raises UserProblem: seal-name-empty, seal-name-too-long.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import rsa

    if at.tzinfo is None:
        raise ValueError("the first day of a seal needs a time zone")
    subject = _subject(centre)
    first = at.astimezone(UTC).replace(microsecond=0)
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first - _BACKDATED)
        .not_valid_after(first + timedelta(days=366 * YEARS_VALID))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signs_documents(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return _packed(Identity(key, certificate), passphrase)


def certificate_pem(pkcs12: bytes, passphrase: bytes) -> bytes:
    """The seal's certificate without its key. Raises UserProblem as `read_pkcs12` does."""
    from cryptography.hazmat.primitives.serialization import Encoding

    return read_pkcs12(pkcs12, passphrase).certificate.public_bytes(Encoding.PEM)


def bare(pkcs12: bytes, passphrase: bytes) -> bytes:
    """The seal without its password, as PEM: for a store that is encrypted as a whole.

    Raises UserProblem as `read_pkcs12` does.
    """
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    seal = read_pkcs12(pkcs12, passphrase)
    key = seal.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return key + seal.certificate.public_bytes(Encoding.PEM)


def open_bare(pem: bytes, raising: Raising = PLAIN) -> KeySigner:
    """A signing session with what `bare` gave."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key
    from cryptography.x509 import load_pem_x509_certificate

    # 0.1 s for the primes of a key that was made here, and read with that check once.
    key = load_pem_private_key(pem, None, unsafe_skip_rsa_key_validation=True)
    assert isinstance(key, RSAPrivateKey)
    certificate = load_pem_x509_certificate(pem)
    label = signer_name(certificate)
    told = key_of(certificate, KeyKind.SEAL, label)
    return KeySigner(Identity(key, certificate, label=label), told, raising)


def _subject(centre: str) -> "Name":
    from cryptography.x509 import Name, NameAttribute
    from cryptography.x509.oid import NameOID

    name = " ".join(centre.split())
    if not name:
        raise UserProblem(Problem("centre", "seal-name-empty"))
    if len(name) > LONGEST_CENTRE_NAME:
        fact = {"most": str(LONGEST_CENTRE_NAME)}
        raise UserProblem(Problem("centre", "seal-name-too-long", fact))
    suffix = _SEAL_IN_CHINESE if _HAN.search(name) else _SEAL
    common = _cut(name, _LONGEST_COMMON_NAME - len(suffix.encode())) + suffix
    return Name(
        [
            NameAttribute(NameOID.ORGANIZATION_NAME, name),
            NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _cut(text: str, size: int) -> str:
    """The text, or its beginning with an ellipsis, in at most `size` bytes."""
    content = text.encode()
    if len(content) <= size:
        return text
    return content[: size - len("…".encode())].decode(errors="ignore") + "…"


def _signs_documents() -> "KeyUsage":
    """RFC 5280, 4.2.1.3: digitalSignature and nonRepudiation, nothing else."""
    from cryptography.x509 import KeyUsage

    return KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _packed(identity: Identity, passphrase: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import PrivateFormat
    from cryptography.hazmat.primitives.serialization.pkcs12 import (
        PBES,
        serialize_key_and_certificates,
    )

    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .key_cert_algorithm(PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase)
    )
    return serialize_key_and_certificates(
        signer_name(identity.certificate).encode(),
        identity.key,
        identity.certificate,
        None,
        encryption,
    )
