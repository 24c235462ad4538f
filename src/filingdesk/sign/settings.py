"""How a desk signs: what of it cannot work, and whether an authority stamps."""

from urllib.parse import urlsplit

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Level, SigningSettings
from filingdesk.sign.raising import SECONDS

LEVEL, AUTHORITIES, TRUST, TOKEN_MODULE = "level", "authorities", "trust", "token_module"
"""The fields, as problems name them."""


def check(settings: SigningSettings) -> None:
    """Raises UserProblem with every fault, each by its field.

    authority-not-an-address, level-needs-authority, certificate-not-readable,
    token-module-not-readable.
    """
    found = []
    if not all(_is_address(each) for each in settings.authorities):
        found.append(Problem(AUTHORITIES, "authority-not-an-address"))
    if settings.level is not Level.B_B and not settings.authorities:
        found.append(Problem(LEVEL, "level-needs-authority"))
    if settings.trust and not _holds_certificates(settings.trust):
        found.append(Problem(TRUST, "certificate-not-readable"))
    if settings.token_module and not _reads_cards(settings.token_module):
        found.append(Problem(TOKEN_MODULE, "token-module-not-readable"))
    if found:
        raise UserProblem(*found)


def try_authority(url: str, seconds: float = SECONDS) -> str:
    """Whose certificate stamped something random. Raises UserProblem: authority-silent."""
    import asyncio
    from secrets import token_bytes

    from filingdesk.sign.asking import NoAnswerError
    from filingdesk.sign.authorities import Authorities, authority_of
    from filingdesk.sign.certificates import owner

    asked = Authorities((url,), seconds)
    try:
        stamp = asyncio.run(asked.async_timestamp(token_bytes(32), "sha256"))
        return owner(authority_of(stamp)[0])
    except (NoAnswerError, ValueError):
        raise UserProblem(Problem(AUTHORITIES, "authority-silent")) from None


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _holds_certificates(untrusted_pem: bytes) -> bool:
    from filingdesk.sign.certificates import certificates

    try:
        return bool(certificates(untrusted_pem))
    except UserProblem:
        return False


def _reads_cards(module: str) -> bool:
    """Whether it is a library that can be asked for cards, whether or not there is one."""
    from filingdesk.sign.slots import tokens

    try:
        tokens(module)
    except UserProblem as told:
        return all(each.code == "token-missing" for each in told.problems)
    return True
