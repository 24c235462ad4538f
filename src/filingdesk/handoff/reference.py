"""A reference is all of a case that may be seen outside the desk: on a stick, in a print queue."""

import re

_REFERENCE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?")


def checked(reference: str) -> str:
    """The reference itself. Raises ValueError for anything that could be a name or a path."""
    if not _REFERENCE.fullmatch(reference):
        raise ValueError("a reference has letters, digits and hyphens only")
    return reference
