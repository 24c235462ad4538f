"""Tokens in their readers, and the certificates that they show before any PIN (PKCS#11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Key, KeyKind, Token
from filingdesk.sign.held import key_of, signer_name

if TYPE_CHECKING:
    import pkcs11
    from cryptography.x509 import Certificate


@dataclass(frozen=True, slots=True)
class Shown:
    """A certificate on a token; the private key of the same `id` belongs to it."""

    id: bytes
    label: str
    certificate: "Certificate"


def tokens(module: str) -> list[Token]:
    """What is plugged in, each with the keys that it shows; `module` is the maker's library.

    Raises UserProblem: token-module-missing, token-missing, token-removed, token-refused.
    """
    found = [_token(slot, token) for slot, token in _slots(module)]
    if not found:
        raise UserProblem(Problem("token", "token-missing"))
    return found


def slot_of(module: str, serial: str) -> "pkcs11.Slot":
    """The slot with this token. Raises UserProblem: token-module-missing, token-missing."""
    for slot, token in _slots(module):
        if _text(token.serial) == serial:
            return slot
    raise UserProblem(Problem("token", "token-missing"))


def shown(session: "pkcs11.Session") -> list[Shown]:
    """The certificates that a session sees; what cannot be read is passed over."""
    from cryptography.x509 import load_der_x509_certificate
    from pkcs11 import Attribute, ObjectClass

    found = []
    for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            certificate = load_der_x509_certificate(bytes(each[Attribute.VALUE]))
            _ = may_sign(certificate), signer_name(certificate)
            found.append(Shown(bytes(each[Attribute.ID]), str(each[Attribute.LABEL]), certificate))
        except Exception:
            # Whoever wrote the card may have written anything, and can break a reader anywhere.
            continue
    return found


def may_sign(certificate: "Certificate") -> bool:
    """Whether the certificate is a person's or a body's and lets its key sign documents."""
    from cryptography.x509 import BasicConstraints, ExtensionNotFound, KeyUsage

    extensions = certificate.extensions
    try:
        if extensions.get_extension_for_class(BasicConstraints).value.ca:
            return False
    except ExtensionNotFound:
        pass
    try:
        usage = extensions.get_extension_for_class(KeyUsage).value
    except ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _slots(module: str) -> Iterator[tuple["pkcs11.Slot", "pkcs11.Token"]]:
    """Each slot with the token that was in it when it was looked at."""
    import pkcs11

    if not module:
        raise UserProblem(Problem("token", "token-module-missing"))
    try:
        slots = pkcs11.lib(module).get_slots(token_present=True)
    except (OSError, RuntimeError):
        raise UserProblem(Problem("token", "token-module-missing")) from None
    for slot in slots:
        try:
            token = slot.get_token()
        except pkcs11.PKCS11Error:
            continue
        if pkcs11.TokenFlag.TOKEN_INITIALIZED & token.flags:
            yield slot, token


def _token(slot: "pkcs11.Slot", token: "pkcs11.Token") -> Token:
    from filingdesk.sign.refusals import told, tries_left

    tries = tries_left(token.flags)
    keys: tuple[Key, ...] = ()
    with told(lambda: token.flags), token.open() as session:
        keys = tuple(
            key_of(each.certificate, KeyKind.TOKEN, each.label, tries)
            for each in shown(session)
            if may_sign(each.certificate)
        )
    return Token(slot.slot_id, token.label, _text(token.serial), tries, keys)


def _text(serial: bytes) -> str:
    return serial.decode("ascii", "replace").strip()
