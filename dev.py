#!/usr/bin/env python3
"""filingdesk from a clean checkout: every command does the set-up that it needs.

Only python3 must be there. System libraries and fonts come from apt (as root; else the line to
type is printed), Python packages from the locks in requirements/ into .venv. A second start finds
all of it done.
"""

from __future__ import annotations  # so that an older Python can still say that it is too old

import ctypes
import fcntl
import hashlib
import importlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
INSTALLED = VENV / "installed.json"
CATALOGUES = ROOT / "translations" / "catalogues.py"

RUN_LOCK = "requirements/run.txt"
DEV_LOCK = "requirements/dev.txt"
OCR_LOCK = "requirements/ocr.txt"

# What the window, its fonts, sound and printing load from the system, and Debian's package for it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What the tests call: a screen, a hand, a screen reader's ears, and foreign eyes on our documents.
TEST_PROGRAMS = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "mutool": "mupdf-tools",
    "openbox": "openbox",
    "openssl": "openssl",
    "pkcs11-tool": "opensc",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "softhsm2-util": "softhsm2",
    "xdotool": "xdotool",
    "xkbcomp": "x11-xkb-utils",
    "zbarimg": "zbar-tools",
}

# Two more judges of our documents, veraPDF and the EU's DSS, are Java: Maven brings them.
JUDGES = ROOT / "tests" / "conformance" / "judges"
JUDGES_HOME = ROOT / "build" / "judges"
JUDGES_BUILT = JUDGES_HOME / "built"
JUDGE_PROGRAMS = {"javac": "default-jdk-headless", "mvn": "maven"}

CHECKS = {
    "format": ["ruff", "format", "--check"],
    "style": ["ruff", "check"],
    "types": ["mypy"],
    "architecture": ["lint-imports", "--no-logo"],
    "packs": ["python", "-m", "filingdesk", "packs", "check"],
    "translations": ["python", str(CATALOGUES), "check"],
}


class SetUpProblem(Exception):
    """Something that the person at the keyboard must do first; its text says what."""


# ------------------------------------------------------------------------------------ commands


def run(arguments: Sequence[str]) -> int:
    """Start filingdesk; what follows goes to it: `python3 dev.py run packs list`."""
    set_up([RUN_LOCK], LIBRARIES)
    environment = dict(os.environ)
    if not arguments and not has_display(environment):
        folder = ROOT / "build" / "filingdesk-demo"
        print(NO_DISPLAY.format(folder=folder), flush=True)
        environment["QT_QPA_PLATFORM"] = "offscreen"
        arguments = ["demo", "-o", str(folder)]
    return become([PYTHON, "-m", "filingdesk", *arguments], environment)


def test(arguments: Sequence[str]) -> int:
    """Run the tests, or the long walks with `--long`; pytest's own arguments may follow."""
    chosen = [argument for argument in arguments if argument != "--long"]
    is_long = len(chosen) < len(arguments)
    # What reads photographed papers takes 340 MB: only the long walks bring it.
    set_up([RUN_LOCK, DEV_LOCK, *([OCR_LOCK] if is_long else [])], LIBRARIES, TEST_PROGRAMS)
    bring_judges()
    if is_long:
        chosen = ["tests/long", *chosen]
    os.chdir(ROOT)
    return become([PYTHON, "-m", "pytest", *chosen], os.environ)


def check(arguments: Sequence[str]) -> int:
    """Run every static check, or only those named: `python3 dev.py check style types`."""
    unknown = set(arguments) - set(CHECKS)
    if unknown:
        raise SetUpProblem(f"Not a check: {', '.join(unknown)}. There are: {', '.join(CHECKS)}.")
    set_up([RUN_LOCK, DEV_LOCK])
    failed = [name for name in arguments or CHECKS if not passes(name, CHECKS[name])]
    print(f"\nMend: {', '.join(failed)}." if failed else "\nEvery check passed.")
    return 1 if failed else 0


def translate(arguments: Sequence[str]) -> int:
    """Bring the catalogues up to date; name a locale to begin one, or packs by `--at FOLDER`."""
    set_up([RUN_LOCK])
    packs: Sequence[str] = ()
    if arguments[:1] == ["--at"]:
        packs = arguments[1:]
    else:
        subprocess.run([PYTHON, CATALOGUES, "update", *arguments], check=True)
    return become([PYTHON, "-m", "filingdesk.packs.catalogues", *packs], os.environ)


def verifier(arguments: Sequence[str]) -> int:
    """Build build/filingdesk-verify.pyz, the one file with which an agency verifies a filing."""
    set_up([RUN_LOCK])
    return become([PYTHON, ROOT / "build_verifier.py", *arguments], os.environ)


def lock(arguments: Sequence[str]) -> int:
    """Write requirements/ anew from pyproject.toml; `--upgrade` also takes newer versions."""
    set_up([RUN_LOCK, DEV_LOCK])
    resolve = [str(VENV / "bin" / "uv"), "pip", "compile", "--quiet", "--system-certs"]
    resolve += ["--universal", "--generate-hashes", "--no-annotate"]
    resolve += ["--custom-compile-command", "python3 dev.py lock", *arguments]
    for lock_file, source in (
        (RUN_LOCK, ["pyproject.toml"]),
        (DEV_LOCK, ["--group", "pyproject.toml:dev", "--constraints", RUN_LOCK]),
        (OCR_LOCK, ["pyproject.toml", "--extra", "ocr", "--constraints", RUN_LOCK]),
    ):
        subprocess.run([*resolve, *source, "--output-file", lock_file], cwd=ROOT, check=True)
    return 0


def show_help(arguments: Sequence[str]) -> int:
    """Show this page."""
    print(__doc__)
    for name, command in COMMANDS.items():
        print(f"  python3 dev.py {name:<10} {command.__doc__}")
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "translate": translate,
    "verifier": verifier,
    "lock": lock,
    "help": show_help,
}

NO_DISPLAY = """\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.
Instead, the demo filing runs without it; its papers go to {folder}

To see the window: type `python3 dev.py run` in a terminal on a desktop; or over `ssh -X`; or on
a screen in memory, with `xvfb-run --auto-servernum python3 dev.py run` (Debian: xvfb, xauth).
"""

# -------------------------------------------------------------------------------------- set-up


def set_up(
    locks: Sequence[str],
    libraries: Mapping[str, str] | None = None,
    programs: Mapping[str, str] | None = None,
) -> None:
    """System packages, venv, locked requirements, catalogues: only what is not there yet."""
    with open(__file__) as only_one_at_a_time:
        fcntl.flock(only_one_at_a_time, fcntl.LOCK_EX)
        install_system_packages(libraries or {}, programs or {})
        make_venv()
        install_requirements(locks)
        compile_catalogues()


def install_system_packages(libraries: Mapping[str, str], programs: Mapping[str, str]) -> None:
    missing = missing_packages(libraries, programs)
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        as_root = "sudo " if shutil.which("sudo") else ""
        raise SetUpProblem(
            "Some system packages are missing. On Debian 12, type this as root, then try again:"
            f"\n\n  {as_root}apt-get update && {as_root}{shlex.join(install)}\n"
        )
    say(f"Installing from Debian: {' '.join(missing)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        apt(command, environment)
    importlib.invalidate_caches()
    if still := missing_packages(libraries, programs):
        raise SetUpProblem(f"apt-get installed {' '.join(still)}, yet they do not load.")


def missing_packages(libraries: Mapping[str, str], programs: Mapping[str, str]) -> list[str]:
    """The Debian packages to install, in alphabetical order."""
    missing = {package for library, package in libraries.items() if not loads(library)}
    missing |= {package for program, package in programs.items() if not shutil.which(program)}
    if importlib.util.find_spec("ensurepip") is None:
        missing.add("python3-venv")
    if libraries and not has_chinese_font():
        missing.add("fonts-noto-cjk")
    return sorted(missing)


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Noto where Debian puts it, or whatever font fontconfig knows for Chinese."""
    if any(Path("/usr/share/fonts").glob("opentype/noto/NotoSansCJK-Regular.*")):
        return True
    if not shutil.which("fc-list"):
        return False
    fonts = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
    return bool(fonts.stdout)


def apt(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run apt-get quietly; its own words are shown when it fails."""
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SetUpProblem(f"{done.stdout}\n`{shlex.join(command)}` failed: its words are above.")


def make_venv() -> None:
    """A venv knows its place by heart: one that was copied here from elsewhere is made anew."""
    if PYTHON.exists() and installed().get("root", str(ROOT)) == str(ROOT):
        return
    say(f"Making {VENV}")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def install_requirements(locks: Sequence[str]) -> None:
    """Install the locks whose content the venv has not seen yet, all in one go."""
    wanted = {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in locks}
    new = [name for name in locks if installed().get(name) != wanted[name]]
    if not new:
        return
    say(f"Installing {' and '.join(new)} (once, some minutes on a slow line)")
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-deps", "--no-input"]
    command += ["--only-binary=:all:", "--disable-pip-version-check", "--root-user-action=ignore"]
    command += [] if sys.stdout.isatty() else ["--quiet"]
    for name in new:
        command += ["--requirement", str(ROOT / name)]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise SetUpProblem("pip could not install the requirements: its words are above.")
    for packages in VENV.glob("lib/python3*/site-packages"):
        (packages / "filingdesk.pth").write_text(f"{ROOT / 'src'}\n")
    INSTALLED.write_text(json.dumps(installed() | wanted | {"root": str(ROOT)}, indent=2))


def installed() -> dict[str, str]:
    """The locks in the venv with their sha256, and the checkout it was made for."""
    known: dict[str, str] = json.loads(INSTALLED.read_text()) if INSTALLED.exists() else {}
    return known


def compile_catalogues() -> None:
    sys.path.insert(0, str(CATALOGUES.parent))
    import catalogues

    if catalogues.stale(ROOT):
        subprocess.run([PYTHON, CATALOGUES, "compile"], check=True)


def bring_judges() -> None:
    """veraPDF and DSS, once; where they cannot be had, the tests go on without them."""
    if judges_are_built():
        return
    try:
        install_system_packages({}, JUDGE_PROGRAMS)
        build_judges()
    except SetUpProblem as problem:
        if os.environ.get("FILINGDESK_CONFORMANCE") == "require":
            raise
        say(f"{problem}\nset-up: The tests go on without the judges that are written in Java.")


def build_judges() -> None:
    """Maven puts the judges and all they need under build/."""
    say("Bringing veraPDF and DSS (once, a minute)")
    command = ["mvn", "--batch-mode", "--quiet", "--strict-checksums"]
    command += [f"-Dmaven.repo.local={ROOT / 'build' / 'maven'}", "--file", str(JUDGES)]
    built = subprocess.run([*command, "process-classes"], stdin=subprocess.DEVNULL, check=False)
    if built.returncode != 0:
        raise SetUpProblem("Maven could not bring veraPDF and DSS: its words are above.")
    JUDGES_BUILT.write_text(judges_sources())


def judges_are_built() -> bool:
    """From these very sources, with a Java that can start them."""
    known = JUDGES_BUILT.read_text() if JUDGES_BUILT.exists() else ""
    return shutil.which("java") is not None and known == judges_sources()


def judges_sources() -> str:
    """The sha256 of all that the judges are built from."""
    sources = sorted([*JUDGES.rglob("*.java"), *JUDGES.glob("pom.xml")])
    return hashlib.sha256(b"".join(each.read_bytes() for each in sources)).hexdigest()


# ---------------------------------------------------------------------------------- small tools


def has_display(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def passes(name: str, command: Sequence[str]) -> bool:
    print(f"\n{name}: {shlex.join(command)}", flush=True)
    begun = time.monotonic()
    done = subprocess.run([VENV / "bin" / command[0], *command[1:]], cwd=ROOT, check=False)
    print(f"{name}: {'failed' if done.returncode else 'ok'}, {time.monotonic() - begun:.1f} s")
    return done.returncode == 0


def become(command: Sequence[str | Path], environment: Mapping[str, str]) -> int:
    """Hand this process over to the command, so that Ctrl+C and the exit code are its own."""
    os.execve(command[0], [str(part) for part in command], environment)


def say(sentence: str) -> None:
    print(f"set-up: {sentence}", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Run one command; without one, show the help."""
    if sys.version_info < (3, 11):  # noqa: UP036  whoever starts this may have another Python
        raise SetUpProblem("filingdesk needs Python 3.11 or newer; Debian 12 has it.")
    name, *rest = arguments or ["help"]
    if name not in COMMANDS:
        show_help([])
        raise SetUpProblem(f"There is no command {name!r}.")
    return COMMANDS[name](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetUpProblem as problem:
        print(problem, file=sys.stderr)
        sys.exit(2)
    except subprocess.CalledProcessError as failure:
        print(f"`{shlex.join(map(str, failure.cmd))}` failed: see above.", file=sys.stderr)
        sys.exit(1)
