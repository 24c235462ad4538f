"""What a hostile or broken file is, and what the desk must say of it."""

from collections.abc import Callable
from dataclasses import dataclass

PATIENT = 20.0
"""Seconds that a reading process may say nothing, as on a desk."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """`code` is what is wrong with it, empty for one that is read: then it has so many `pages`.

    `password` is what a person types; `patience` in seconds is less for what would use it up.
    """

    name: str
    make: Callable[[], bytes]
    code: str = ""
    pages: int = 1
    password: str = ""
    patience: float = PATIENT


def fixed(name: str, content: bytes, code: str = "", pages: int = 1) -> Hostile:
    """One whose bytes are simply there."""
    return Hostile(name, lambda: content, code, pages)
