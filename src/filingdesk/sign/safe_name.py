"""Names from foreign files made safe for any folder on any system."""

from collections.abc import Collection
from unicodedata import category

# Bytes in UTF-8; file systems stop at 255, and a number may be added.
_LONGEST = 200
# What FAT and Windows refuse in a name.
_FORBIDDEN = frozenset('<>:"|?*')
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICES = frozenset(("con", "prn", "aux", "nul", *_PORTS))


def safe_name(untrusted_name: str, taken: Collection[str] = ()) -> str:
    """The last part of a path, without anything that could lead out of a folder or deceive the eye.

    Numbered when one of `taken` would be the same file to a system that ignores case.
    """
    last = untrusted_name.replace("\\", "/").rsplit("/", 1)[-1]
    # Category C: control characters, and the marks that turn the direction of writing.
    plain = "".join(each for each in last if not category(each).startswith("C"))
    name = "".join("_" if each in _FORBIDDEN else each for each in plain).strip(". ")
    stem, ending = _parted(name or "file")
    if stem.lower() in _DEVICES:
        stem = f"_{stem}"
    stem = _cut(stem, _LONGEST - len(ending.encode()))
    known = {each.casefold() for each in taken}
    numbered = (f"{stem} ({number}){ending}" for number in range(2, len(known) + 3))
    return next(each for each in (stem + ending, *numbered) if each.casefold() not in known)


def _parted(name: str) -> tuple[str, str]:
    """The stem and the ending with its dot; what follows a far dot is no ending."""
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > 8:
        return name, ""
    return stem, dot + ending


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore").rstrip(". ")
