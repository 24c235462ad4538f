"""The files on a person's stick that can be attached: their names, never the computer's own."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from filingdesk.core.problem import Problem, UserProblem

ENDINGS = (
    *(".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".tif", ".tiff", ".bmp"),
    *(".pdf", ".txt"),
)
MOST_MEGABYTES = 64
MOST_PAGES = 500
"""What intake reads of a file; said before a person chooses one."""

SHOWN = 100
"""The newest files; a stick may hold a whole life in pictures."""

_DEEPEST = 4
_LOOKED_AT = 20_000
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, order=True)
class StickFile:
    """A file that may be attached; ordered by when it was last changed. `size` in bytes."""

    changed: float
    path: Path = field(repr=False)
    folder: str = field(repr=False)
    size: int

    @property
    def name(self) -> str:
        """As the person named it."""
        return self.path.name


def files_on(sticks: Iterable[str]) -> tuple[StickFile, ...]:
    """What can be attached, the newest first. Links are not followed: they lead elsewhere."""
    found = [file for stick in sticks for file in _files(Path(stick))]
    return tuple(sorted(found, reverse=True))


def read(path: Path) -> bytes:
    """The untrusted content, cut off just behind the most that is taken in.

    Raises UserProblem: folder-gone, file-not-accessible.
    """
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as stream:
            return stream.read(MOST_MEGABYTES * _MEGABYTE + 1)
    except FileNotFoundError:
        raise UserProblem(Problem("file", "folder-gone")) from None
    except OSError:
        raise UserProblem(Problem("file", "file-not-accessible")) from None


def _files(stick: Path) -> Iterator[StickFile]:
    ahead: list[tuple[Path, int]] = [(stick, 0)]
    looked_at = 0
    while ahead and looked_at < _LOOKED_AT:
        folder, depth = ahead.pop(0)
        for entry in _entries(folder):
            looked_at += 1
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir(follow_symlinks=False) and depth < _DEEPEST:
                    ahead.append((Path(entry.path), depth + 1))
                    continue
                if not entry.is_file(follow_symlinks=False) or not _is_offered(entry.name):
                    continue
                facts = entry.stat(follow_symlinks=False)
            except OSError:  # pulled out while it is being looked at
                continue
            within = "" if folder == stick else str(folder.relative_to(stick))
            yield StickFile(facts.st_mtime, Path(entry.path), within, facts.st_size)


def _is_offered(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def _entries(folder: Path) -> Sequence[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [*entries]
    except OSError:
        return ()
