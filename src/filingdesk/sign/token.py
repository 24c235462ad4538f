"""A key on a token or card (PKCS#11): the PIN opens it, and it never leaves the card."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import KeyKind
from filingdesk.sign.held import key_of
from filingdesk.sign.raising import PLAIN, Raising
from filingdesk.sign.session import KeySigner
from filingdesk.sign.slots import Shown, may_sign, shown, slot_of

if TYPE_CHECKING:
    import pkcs11
    from cryptography.x509 import Certificate

# The start of DigestInfo for SHA-256 (RFC 8017, 9.2), for cards that only pad and sign.
_SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


@dataclass(frozen=True, slots=True, repr=False)
class TokenKey:
    """A private key on a token, in a session that its PIN opened."""

    slot: "pkcs11.Slot"
    session: "pkcs11.Session"
    key: "pkcs11.SignMixin"
    certificate: "Certificate"
    chain: tuple["Certificate", ...]

    def sign(self, data: bytes) -> bytes:
        """The raw signature; `Held` says which. Raises UserProblem: token-removed and the like."""
        from pkcs11 import KeyType, Mechanism
        from pkcs11.util.ec import encode_ecdsa_signature

        from filingdesk.sign.refusals import told

        with told(lambda: self.slot.get_token().flags):
            if self.key.key_type == KeyType.EC:
                return encode_ecdsa_signature(
                    self.key.sign(_sha256(data), mechanism=Mechanism.ECDSA)
                )
            if Mechanism.SHA256_RSA_PKCS in self.slot.get_mechanisms():
                return bytes(self.key.sign(data, mechanism=Mechanism.SHA256_RSA_PKCS))
            content = _SHA256_INFO + _sha256(data)
            return bytes(self.key.sign(content, mechanism=Mechanism.RSA_PKCS))

    def close(self) -> None:
        """Log out, so that the next signature asks for the PIN again."""
        from pkcs11 import PKCS11Error

        try:
            self.session.close()
        except PKCS11Error:
            return  # the token was pulled out, and its session with it


def open_token(
    module: str, serial: str, pin: str, label: str = "", raising: Raising = PLAIN
) -> KeySigner:
    """A signing session on a token; among several keys, `label` names one.

    Raises UserProblem: token-module-missing, token-missing, token-removed, token-refused,
    token-has-no-key, pin-wrong, pin-wrong-few, pin-wrong-last, pin-locked, pin-to-be-changed.
    """
    from filingdesk.sign.refusals import told, tries_left

    slot = slot_of(module, serial)
    with told(lambda: slot.get_token().flags):
        session = slot.get_token().open(user_pin=pin)
        try:
            found = _opened(slot, session, label)
            tries = tries_left(slot.get_token().flags)
        except BaseException:
            session.close()
            raise
    if found is None:
        session.close()
        raise UserProblem(Problem("token", "token-has-no-key"))
    held, name = found
    return KeySigner(held, key_of(held.certificate, KeyKind.TOKEN, name, tries), raising)


def _opened(
    slot: "pkcs11.Slot", session: "pkcs11.Session", label: str
) -> tuple[TokenKey, str] | None:
    """The key that is asked for; where none is named, one for signatures of consequence first."""
    from pkcs11 import Attribute, ObjectClass, SignMixin

    on_token = shown(session)
    wanted = [each for each in on_token if may_sign(each.certificate)]
    for each in sorted(wanted, key=_commits, reverse=True):
        if label and each.label != label:
            continue
        wish = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: each.id}
        keys = [key for key in session.get_objects(wish) if isinstance(key, SignMixin)]
        if keys:
            chain = tuple(one.certificate for one in on_token if one is not each)
            return TokenKey(slot, session, keys[0], each.certificate, chain), each.label
    return None


def _commits(each: Shown) -> bool:
    """Whether the certificate's key usage has contentCommitment (RFC 5280, 4.2.1.3)."""
    from cryptography.x509 import ExtensionNotFound, KeyUsage

    try:
        usage = each.certificate.extensions.get_extension_for_class(KeyUsage).value
    except ExtensionNotFound:
        return False
    return usage.content_commitment


def _sha256(data: bytes) -> bytes:
    from hashlib import sha256

    return sha256(data).digest()
