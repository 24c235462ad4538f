"""Which sticks and cards are plugged in and open (Linux)."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

_PLUGGED_IN = (Path("/media"), Path("/run/media"))
# Discs and images: nothing can be saved to them.
_READ_ONLY_KINDS = {"iso9660", "squashfs"}
# Where a computer runs from; a live system's own medium lies beside its root.
_OWN = {Path("/"), Path("/run/live/medium"), Path("/run/initramfs/live"), Path("/cdrom")}
_ESCAPE = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class _Mount:
    device: str
    folder: Path
    kind: str


def sticks(
    mounts: Path = Path("/proc/self/mounts"), blocks: Path = Path("/sys/class/block")
) -> tuple[Path, ...]:
    """The folders of plugged-in media: opened by the desktop, or on a removable or USB disk.

    The disk that the machine itself runs from is none of them, even when it is a stick.
    """
    table = [_mount(line) for line in os.fsdecode(mounts.read_bytes()).split("\n") if line]
    own = {_disk(each.device, blocks) for each in table if each.folder in _OWN} - {None}
    return tuple(sorted({each.folder for each in table if _is_stick(each, blocks, own)}))


def _mount(line: str) -> _Mount:
    """One line of proc(5)'s mounts, where a space in a name is written \\040."""
    device, folder, kind, *_ = line.split(" ")
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 8)), folder)
    return _Mount(device, Path(plain), kind)


def _is_stick(mount: _Mount, blocks: Path, own: set[Path | None]) -> bool:
    if not mount.device.startswith("/dev/") or mount.kind in _READ_ONLY_KINDS:
        return False
    disk = _disk(mount.device, blocks)
    if disk in own:
        return False
    opened = any(place in mount.folder.parents for place in _PLUGGED_IN)
    return opened or (disk is not None and _plugged(disk))


def _disk(device: str, blocks: Path) -> Path | None:
    """The disk that a device is, or is a partition of, in the kernel's tree; None when unknown."""
    block = blocks / Path(device).resolve().name
    if not device.startswith("/dev/") or not block.exists():
        return None
    found = block.resolve()
    return found.parent if (found / "partition").exists() else found


def _plugged(disk: Path) -> bool:
    """Whether the kernel calls the disk removable, or it hangs on USB (a hard disk in a case)."""
    try:
        removable = (disk / "removable").read_text().strip() == "1"
    except OSError:  # it says nothing, or was pulled out just now
        removable = False
    return removable or any(part.startswith("usb") for part in disk.parts)
