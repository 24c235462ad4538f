"""What runs first in filingdesk-verify.pyz: lays the libraries into a cache folder, once.

Only the standard library is there yet, and perhaps an old one.
"""

import os
import platform
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

BUILD = "@BUILD@"
LIBRARIES = "lib/"


def main() -> int:
    """Verify a filing with what lies in this archive."""
    if sys.version_info < (3, 11):  # noqa: UP036  whoever starts this may have another Python
        return tell("filingdesk-verify needs Python 3.11 or newer: python3.11 or python3.12 …")
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return tell(
            "filingdesk-verify runs on Linux on x86-64; elsewhere please install filingdesk."
        )
    kept = cache()
    folder = kept or Path(tempfile.mkdtemp(prefix="filingdesk-verify-"))
    try:
        libraries = unpacked(folder)
        sys.path.insert(0, str(libraries))
        from filingdesk.agency import main as verify

        return verify()
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)


def cache() -> "Path | None":
    """A folder of this user's own that stays; None where there is no place for one."""
    home = os.environ.get("HOME")
    base = os.environ.get("XDG_CACHE_HOME") or (f"{home}/.cache" if home else "")
    folder = Path(base or "/nonexistent") / "filingdesk-verify"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        facts = folder.stat()
    except OSError:
        return None
    is_own = facts.st_uid == os.geteuid() and not facts.st_mode & 0o022
    return folder if is_own and os.access(folder, os.W_OK) else None


def unpacked(folder: Path) -> Path:
    """The libraries of just this build: all of them, or none yet."""
    whole = folder / BUILD
    if whole.is_dir():
        return whole
    part = Path(tempfile.mkdtemp(prefix=f"{BUILD}.", dir=folder))
    with zipfile.ZipFile(Path(__file__).parent) as archive:
        for each in archive.infolist():
            if each.filename.startswith(LIBRARIES) and not each.is_dir():
                target = part / each.filename[len(LIBRARIES) :]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(each))
    try:
        part.rename(whole)
    except OSError:  # another run was quicker
        shutil.rmtree(part, ignore_errors=True)
    return whole


def tell(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
