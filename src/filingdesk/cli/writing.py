"""What the command line writes: a file is there whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filingdesk import disk
from filingdesk.core.problem import Problem, UserProblem


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file in place of the one that is there; a private one for its owner's eyes alone.

    Raises UserProblem: folder-not-found, file-is-folder, file-not-writable, disk-full.
    """
    with _told(path):
        if _is_device(path):
            path.write_bytes(content)
            return
        mode = 0o600 if private else 0o666
        disk.write_whole(_target(path), content, mode=mode, by=_partial(path))


def can_write(path: Path) -> None:
    """Raise what `write_whole` would raise, as far as that is known before there is a content."""
    with _told(path):
        if not _is_device(path):
            partial = _partial(path)
            partial.unlink(missing_ok=True)
            disk.write_new(partial, b"")
            partial.unlink()


def make_folder(path: Path) -> None:
    """A folder, made when there is none. Raises UserProblem: file-not-writable, disk-full."""
    with _told(path):
        path.mkdir(parents=True, exist_ok=True)


def _is_device(path: Path) -> bool:
    """Whether this is something like /dev/stdout, which is written into and never replaced."""
    if path.is_dir():
        raise IsADirectoryError
    return path.exists() and not path.is_file()


def _target(path: Path) -> Path:
    """Where a link leads, so that the link stays."""
    return path.resolve() if path.is_symlink() else path


def _partial(path: Path) -> Path:
    target = _target(path)
    return target.with_name(f".{target.name}.part")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise UserProblem(Problem(str(path), _code(fault))) from None


def _code(fault: OSError) -> str:
    if fault.errno in disk.FULL:
        return "disk-full"
    if isinstance(fault, IsADirectoryError):
        return "file-is-folder"
    missing = isinstance(fault, FileNotFoundError | NotADirectoryError)
    return "folder-not-found" if missing else "file-not-writable"
