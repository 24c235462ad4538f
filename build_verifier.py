"""Builds build/filingdesk-verify.pyz: verify and extract in one file, for agencies.

Started by `python3 dev.py verifier` in the venv. The libraries are those of requirements/run.txt,
by their hashes, for every Python that the file runs on: only what verifying needs.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements" / "run.txt"
OUT = ROOT / "build" / "filingdesk-verify.pyz"

PYTHONS = ("3.11", "3.12", "3.13")
"""Those that somebody has run the file with."""
PLATFORMS = ("manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_28_x86_64")
PACKAGES = (
    "annotated-types",
    "asn1crypto",
    "babel",
    "base45",
    "certifi",
    "cffi",
    "cryptography",
    "pycparser",
    "pydantic",
    "pydantic-core",
    "pyhanko",
    "pyhanko-certvalidator",
    "pypdfium2",
    "typing-extensions",
    "typing-inspection",
    "tzlocal",
    "uritools",
    "zxing-cpp",
)
_ROOMS = ("ui", "render", "store", "handoff", "packs")
"""What of filingdesk itself stays out, but for what reads filing.json."""

_KEPT = ("packs/__init__.py", "packs/payloads.py")
_LOCALES = re.compile(r"(root|en|en_001|en_GB|es|zh|zh_Han[st](_(CN|TW))?)\.dat")
_NO_NETWORK = '''"""In place of aiohttp: verifying asks no network; pyHanko only names it."""


def __getattr__(name):
    """A class that nobody can make one of."""
    if name.startswith("_"):
        raise AttributeError(name)
    return type(name, (Exception,), {})
'''

_SHEBANG = b"#!/usr/bin/env python3\n"
_DAY = (2026, 1, 1, 0, 0, 0)
"""In the archive: the same content gives the same bytes."""


def main() -> int:
    """Build it, and tell where it lies and how large it is."""
    with tempfile.TemporaryDirectory() as folder:
        libraries = Path(folder) / "lib"
        for python in PYTHONS:
            install(python, Path(folder) / python)
            merge(Path(folder) / python, libraries)
        lay_in_filingdesk(libraries)
        write(libraries)
    print(f"{OUT.relative_to(ROOT)}: {OUT.stat().st_size / 1024 / 1024:.1f} MB")
    return 0


def install(python: str, folder: Path) -> None:
    """The packages as that Python needs them."""
    subset = folder.with_name(f"{python}.txt")
    subset.write_text("".join(locked(LOCK.read_text())))
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--require-hashes", "--only-binary=:all:", "--no-compile"]
    command += ["--root-user-action=ignore", "--implementation=cp", f"--python-version={python}"]
    command += [f"--platform={each}" for each in PLATFORMS]
    command += ["--target", str(folder), "--requirement", str(subset)]
    subprocess.run(command, check=True)


def locked(lock: str) -> Iterator[str]:
    """The lines of the lock about PACKAGES."""
    found = re.findall(r"^([a-z0-9-]+)==.*(?:\n .*)*\n", lock, re.MULTILINE)
    missing = set(PACKAGES) - set(found)
    if missing:
        raise SystemExit(f"Not in {LOCK.name}: {', '.join(sorted(missing))}. python3 dev.py lock")
    for each in re.finditer(r"^([a-z0-9-]+)==.*(?:\n .*)*\n", lock, re.MULTILINE):
        if each[1] in PACKAGES:
            yield each[0]


def merge(source: Path, target: Path) -> None:
    """What differs between Pythons bears its Python in its name, so one folder holds all."""
    for file in sorted(source.rglob("*")):
        place = file.relative_to(source)
        if file.is_file() and is_needed(place):
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / place)


def is_needed(place: Path) -> bool:
    """Neither programs, tests nor the languages that are not ours."""
    if place.parts[0] == "bin" or {"tests", "__pycache__"} & set(place.parts):
        return False
    if place.parts[0] == "babel" and place.parent.name == "locale-data":
        return bool(_LOCALES.fullmatch(place.name))
    return place.suffix not in (".pyi", ".pyx", ".pxd", ".h", ".c")


def lay_in_filingdesk(libraries: Path) -> None:
    """The program without its window, its store and its fonts; its words in every language."""
    source = ROOT / "src" / "filingdesk"
    for file in sorted(source.rglob("*.py")):
        place = file.relative_to(source)
        if place.parts[0] not in _ROOMS or place.as_posix() in _KEPT:
            target = libraries / "filingdesk" / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    for file in sorted(ROOT.glob("translations/*/LC_MESSAGES/filingdesk.mo")):
        target = libraries / "filingdesk" / f"_{file.relative_to(ROOT)}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    shutil.copyfile(ROOT / "LICENSE", libraries / "filingdesk" / "LICENSE")
    (libraries / "aiohttp.py").write_text(_NO_NETWORK)


def write(libraries: Path) -> None:
    """The archive; its build is named by all that is in it."""
    files = {f"lib/{each.relative_to(libraries).as_posix()}": each for each in files_of(libraries)}
    digest = hashlib.sha256()
    for name, file in files.items():
        digest.update(name.encode() + b"\0" + file.read_bytes())
    start = (ROOT / "verifier_main.py").read_text().replace("@BUILD@", digest.hexdigest()[:32])
    OUT.parent.mkdir(exist_ok=True)
    with OUT.open("wb") as stream:
        stream.write(_SHEBANG)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            archive.writestr(entry("__main__.py"), start)
            for name, file in files.items():
                archive.writestr(entry(name), file.read_bytes())
    OUT.chmod(0o755)


def files_of(folder: Path) -> list[Path]:
    """In an order that is always the same."""
    return sorted(each for each in folder.rglob("*") if each.is_file())


def entry(name: str) -> zipfile.ZipInfo:
    """An entry that says nothing of the day or the machine."""
    told = zipfile.ZipInfo(name, _DAY)
    told.compress_type = zipfile.ZIP_DEFLATED
    told.external_attr = 0o644 << 16
    return told


if __name__ == "__main__":
    sys.exit(main())
