"""A small public-key infrastructure for the tests: a root, an issuer, people, a stamp authority.

Its certificates say where to ask whether they still hold; tests/sign/servers.py answers there.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID as Access
from cryptography.x509.oid import ExtendedKeyUsageOID as Purpose
from cryptography.x509.oid import NameOID

YEAR = timedelta(days=365)
_USAGES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
    *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


@dataclass(frozen=True)
class Holder:
    """Somebody's key and certificate."""

    key: EllipticCurvePrivateKey | RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@dataclass
class Pki:
    """`url` is where its servers listen; `withdrawn` are serial numbers and since when."""

    url: str
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    withdrawn: dict[int, datetime] = field(default_factory=dict)
    silent: bool = False

    def __post_init__(self) -> None:
        self.root = self._issued("Test Root", None, ca=True)
        self.issuer = self._issued("Test Issuer", self.root, ca=True)
        self.tsa = self._issued("Test Time Stamps", self.issuer, purpose=Purpose.TIME_STAMPING)

    def person(self, name: str, days: int = 365, *, bits: int = 0) -> Holder:
        """With a key on P-256, or RSA of so many bits."""
        key = rsa.generate_private_key(65537, bits) if bits else None
        return self._issued(name, self.issuer, days=days, key=key)

    def issued_for(self, name: str, purpose: x509.ObjectIdentifier) -> Holder:
        """A certificate of the issuer that serves one purpose and no other."""
        return self._issued(name, self.issuer, purpose=purpose)

    def pkcs12(self, holder: Holder, password: bytes) -> bytes:
        """With the issuer's certificate, without the root's, as people get it."""
        certificates = [self.issuer.certificate]
        secret = BestAvailableEncryption(password)
        return pkcs12.serialize_key_and_certificates(
            b"signing", holder.key, holder.certificate, certificates, secret
        )

    def crl(self, issuer: Holder) -> bytes:
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(issuer.certificate.subject)
            .last_update(self.now - timedelta(hours=1))
            .next_update(self.now + timedelta(days=7))
        )
        return builder.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def ocsp(self, question: bytes) -> bytes:
        """The issuer answers himself."""
        asked = ocsp.load_der_ocsp_request(question)
        since = self.withdrawn.get(asked.serial_number)
        response = ocsp.OCSPResponseBuilder().add_response_by_hash(
            issuer_name_hash=asked.issuer_name_hash,
            issuer_key_hash=asked.issuer_key_hash,
            serial_number=asked.serial_number,
            algorithm=asked.hash_algorithm,
            cert_status=ocsp.OCSPCertStatus.REVOKED if since else ocsp.OCSPCertStatus.GOOD,
            this_update=datetime.now(UTC) - timedelta(seconds=1),
            next_update=datetime.now(UTC) + timedelta(days=7),
            revocation_time=since,
            revocation_reason=x509.ReasonFlags.key_compromise if since else None,
        )
        who = response.responder_id(ocsp.OCSPResponderEncoding.NAME, self.issuer.certificate)
        return who.sign(self.issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def _issued(
        self,
        name: str,
        issuer: Holder | None,
        *,
        ca: bool = False,
        purpose: x509.ObjectIdentifier | None = None,
        days: int = 365,
        key: EllipticCurvePrivateKey | RSAPrivateKey | None = None,
    ) -> Holder:
        key = key or ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        usages = {"key_cert_sign", "crl_sign"} if ca else {"digital_signature"}
        usages |= set() if ca or purpose else {"content_commitment"}
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer.certificate.subject if issuer else subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(self.now - YEAR)
            .not_valid_after(self.now + timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca, None), critical=True)
            .add_extension(x509.KeyUsage(**{each: each in usages for each in _USAGES}), True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        )
        if purpose:
            builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), critical=True)
        if issuer:
            above = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())
            builder = builder.add_extension(above, critical=False)
            for each in self._addresses(is_ca=ca):
                builder = builder.add_extension(each, critical=False)
        return Holder(key, builder.sign(issuer.key if issuer else key, hashes.SHA256()))

    def _addresses(self, *, is_ca: bool) -> list[x509.ExtensionType]:
        """People are asked about by OCSP, the issuer stands on the root's list."""

        def at(path: str) -> x509.UniformResourceIdentifier:
            return x509.UniformResourceIdentifier(f"{self.url}/{path}")

        above = "root.cer" if is_ca else "issuer.cer"
        access = [x509.AccessDescription(Access.CA_ISSUERS, at(above))]
        if is_ca:
            point = x509.DistributionPoint([at("root.crl")], None, None, None)
            return [x509.AuthorityInformationAccess(access), x509.CRLDistributionPoints([point])]
        access.append(x509.AccessDescription(Access.OCSP, at("ocsp")))
        return [x509.AuthorityInformationAccess(access)]
