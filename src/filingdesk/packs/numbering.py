"""The names and versions of packs: which are possible, and which version is the newer one."""

import re

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){0,5}")
_LONGEST_ID = 64


def is_id(text: str) -> bool:
    """Whether this can name a pack, and so a folder on any disk."""
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None


def is_version(text: str) -> bool:
    """Whether this is numbers with points between them, such as 2026.11.1."""
    return _VERSION.fullmatch(text) is not None


def ordered(version: str) -> tuple[int, ...]:
    """What versions are compared by: 2026.9.1 comes before 2026.11.1; no version before all."""
    return tuple(map(int, version.split("."))) if is_version(version) else ()
