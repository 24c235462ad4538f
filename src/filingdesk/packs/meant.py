"""What was perhaps meant by a name that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like it; empty when none is."""
    return next(iter(get_close_matches(name, list(known), n=1)), "")
