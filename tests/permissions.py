"""A folder that nobody may write into, or look into, root included, on any Linux."""

import ctypes
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

# capabilities(7), linux/capability.h
_VERSION_3 = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1 << 1, 1 << 2


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Set(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


def read_only(folder: Path) -> AbstractContextManager[Path]:
    """Inside the block the folder takes no files; root lays down its right to pass over modes."""
    return _with_mode(folder, 0o555, _DAC_OVERRIDE)


def closed(folder: Path) -> AbstractContextManager[Path]:
    """Inside the block nobody sees what lies in the folder."""
    return _with_mode(folder, 0, _DAC_OVERRIDE | _DAC_READ_SEARCH)


@contextmanager
def _with_mode(folder: Path, mode: int, rights: int) -> Iterator[Path]:
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = _Header(_VERSION_3, 0), (_Set * 2)()
    assert libc.capget(ctypes.byref(header), sets) == 0
    before = sets[0].effective
    old = folder.stat().st_mode
    folder.chmod(mode)
    sets[0].effective = before & ~rights
    assert libc.capset(ctypes.byref(header), sets) == 0
    try:
        yield folder
    finally:
        sets[0].effective = before
        assert libc.capset(ctypes.byref(header), sets) == 0
        folder.chmod(old)
