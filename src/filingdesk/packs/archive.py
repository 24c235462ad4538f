"""Files in one zip: written to the same bytes on every machine, read with suspicion.

Nothing is compressed: zlib differs between machines, and what is stored cannot explode.
"""

import stat
import struct
import unicodedata
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from filingdesk.core.problem import Problem, UserProblem

WHERE = "bundle"
MOST_BYTES = 32 * 2**20
"""Of a whole bundle; the largest pack that is shipped takes about a twentieth of it."""
MOST_FILES = 1000
_LONGEST_PART = 200
_DEEPEST = 5
_FORBIDDEN = frozenset('\\:*?"<>|')
_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = (stat.S_IFREG | 0o644) << 16
_ENCRYPTED = 0x1
_BROKEN = (
    BadZipFile,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What `zipfile` raises for bytes that are no zip, or no longer one."""


def problem(code: str, name: str = "", **facts: str) -> UserProblem:
    """What is wrong with a bundle; a name that a stranger chose is told without its tricks."""
    shown = "".join(each if each.isprintable() else "�" for each in name[:100])
    return UserProblem(Problem(WHERE, code, {**facts, "name": shown} if name else facts))


def written(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip, in the order of their names, without the time or the owner."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_STORED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, _TIME)
            entry.create_system, entry.external_attr = 3, _MODE
            archive.writestr(entry, files[name])
    return whole.getvalue()


def contents(untrusted: bytes) -> dict[str, bytes]:
    """The files of a zip by name.

    Raises UserProblem: bundle-too-large, bundle-not-readable, bundle-unsafe (a name that leads
    out of a folder, a link, a compressed or encrypted file), bundle-name-twice.
    """
    if len(untrusted) > MOST_BYTES:
        raise problem("bundle-too-large")
    try:
        with ZipFile(BytesIO(untrusted)) as archive:
            entries = archive.infolist()
            _check(entries)
            return {each.filename: archive.read(each) for each in entries}
    except _BROKEN:
        raise problem("bundle-not-readable") from None


def _check(entries: list[ZipInfo]) -> None:
    """Before anything is unpacked. Several entries may claim the same bytes: the sum counts."""
    if len(entries) > MOST_FILES or sum(each.file_size for each in entries) > MOST_BYTES:
        raise problem("bundle-too-large")
    seen: set[str] = set()
    for each in entries:
        if not is_safe(each.orig_filename) or not _is_plain(each):
            raise problem("bundle-unsafe", each.orig_filename)
        alike = unicodedata.normalize("NFC", each.filename).casefold()
        if alike in seen:
            raise problem("bundle-name-twice", each.filename)
        seen.add(alike)


def is_safe(name: str) -> bool:
    """Whether a name stays below its folder, and is a file's on any disk."""
    parts = name.split("/")
    return len(parts) <= _DEEPEST and all(map(_is_safe_part, parts))


def _is_safe_part(part: str) -> bool:
    return (
        bool(part)
        and not part.startswith(".")
        and not part.endswith((".", " "))
        and part.isprintable()
        and not _FORBIDDEN.intersection(part)
        and len(part.encode("utf-8", "replace")) <= _LONGEST_PART
    )


def _is_plain(entry: ZipInfo) -> bool:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return (
        entry.filename == entry.orig_filename
        and kind in (0, stat.S_IFREG)
        and entry.compress_type == ZIP_STORED
        and not entry.flag_bits & _ENCRYPTED
        and entry.compress_size == entry.file_size
    )
