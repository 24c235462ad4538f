"""`dev.py`: a person with a clean checkout and nothing but python3 gets to the window."""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ABSENT = {"libnowhere.so.1": "libnowhere1"}
APT_LINE = "apt-get install --yes --no-install-recommends libnowhere1"


def script(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["#!/bin/sh", *lines]))
    path.chmod(0o755)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clean checkout whose venv answers each call by telling it."""
    for name in ("dev.py", dev.RUN_LOCK, dev.DEV_LOCK, dev.OCR_LOCK, "translations/catalogues.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    script(tmp_path / ".venv/bin/python", 'echo "$QT_QPA_PLATFORM python $*"')
    built = tmp_path / dev.JUDGES_BUILT.relative_to(ROOT)
    built.parent.mkdir(parents=True)
    built.write_text(hashlib.sha256(b"").hexdigest())  # from no source, and there is none
    return tmp_path


def type_into(
    checkout: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    blind = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")}
    del blind["QT_QPA_PLATFORM"]
    return subprocess.run(
        [sys.executable, "dev.py", *arguments],
        cwd=checkout,
        env=blind | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


# ----------------------------------------------------------------- starting and passing on


def test_without_a_command_it_says_what_it_can_do(checkout: Path) -> None:
    shown = type_into(checkout)
    assert shown.returncode == 0
    for name, command in dev.COMMANDS.items():
        assert f"python3 dev.py {name}" in shown.stdout
        assert command.__doc__ is not None
        assert command.__doc__ in shown.stdout


def test_a_mistyped_command_is_named(checkout: Path) -> None:
    shown = type_into(checkout, "rnu")
    assert shown.returncode == 2
    assert "There is no command 'rnu'." in shown.stderr


def test_what_follows_run_reaches_filingdesk(checkout: Path) -> None:
    shown = type_into(checkout, "run", "packs", "list")
    assert "python -m filingdesk packs list\n" in shown.stdout
    assert "There is no display" not in shown.stdout


def test_the_catalogues_of_all_or_of_packs_that_lie_elsewhere(checkout: Path) -> None:
    script(checkout / ".venv/bin/python", 'echo "python $*"')
    update = f"python {checkout / 'translations' / 'catalogues.py'} update"
    packs = "python -m filingdesk.packs.catalogues"
    assert type_into(checkout, "translate").stdout.splitlines()[-2:] == [update, packs]
    assert f"{update} fr\n" in type_into(checkout, "translate", "fr").stdout
    elsewhere = type_into(checkout, "translate", "--at", "places").stdout
    assert elsewhere.endswith(f"{packs} places\n")
    assert update not in elsewhere


def test_without_a_display_the_demo_runs_and_the_way_to_the_window_is_told(checkout: Path) -> None:
    shown = type_into(checkout, "run")
    folder = checkout / "build" / "filingdesk-demo"
    assert "There is no display here" in shown.stdout
    assert f"its papers go to {folder}\n" in shown.stdout
    assert "xvfb-run" in shown.stdout
    assert f"offscreen python -m filingdesk demo -o {folder}\n" in shown.stdout


def test_with_a_display_the_window_opens(checkout: Path) -> None:
    shown = type_into(checkout, "run", DISPLAY=":99")
    assert shown.stdout.endswith(" python -m filingdesk\n")


def test_without_maven_the_tests_go_on_unless_the_judges_are_demanded(checkout: Path) -> None:
    (checkout / dev.JUDGES_BUILT.relative_to(ROOT)).unlink()
    script(checkout / "bin/mvn", "exit 1")
    path = f"{checkout / 'bin'}{os.pathsep}{os.environ['PATH']}"
    shown = type_into(checkout, "test", PATH=path, FILINGDESK_CONFORMANCE="")
    assert "The tests go on without the judges that are written in Java." in shown.stdout
    assert "python -m pytest" in shown.stdout
    shown = type_into(checkout, "test", PATH=path, FILINGDESK_CONFORMANCE="require")
    assert shown.returncode == 2
    assert "Maven could not bring veraPDF and DSS" in shown.stderr


def test_long_walks_run_on_their_own(checkout: Path) -> None:
    assert "python -m pytest -x\n" in type_into(checkout, "test", "-x").stdout
    assert "python -m pytest tests/long -x\n" in type_into(checkout, "test", "-x", "--long").stdout


def test_every_check_runs_and_the_failed_ones_are_named(checkout: Path) -> None:
    for name in ("ruff", "lint-imports"):
        script(checkout / ".venv/bin" / name, f'echo "{name} $*"')
    script(checkout / ".venv/bin/mypy", "exit 1")
    shown = type_into(checkout, "check")
    assert shown.returncode == 1
    assert shown.stdout.endswith("\nMend: types.\n")
    for name in dev.CHECKS:
        assert f"{name}: {'failed' if name == 'types' else 'ok'}, " in shown.stdout


# ----------------------------------------------------------------- what is installed, and when


def test_the_second_start_installs_nothing_and_is_quick(checkout: Path) -> None:
    first = type_into(checkout, "run", "packs", "list")
    assert "--require-hashes" in first.stdout
    begun = time.monotonic()
    second = type_into(checkout, "run", "packs", "list")
    assert time.monotonic() - begun < 1
    assert "pip" not in second.stdout


def test_a_changed_lock_is_installed_again(checkout: Path) -> None:
    type_into(checkout, "test")
    with (checkout / dev.DEV_LOCK).open("a") as lock:
        lock.write("# changed\n")
    again = type_into(checkout, "test").stdout
    assert "Installing requirements/dev.txt (" in again
    assert "requirements/run.txt" not in again


def test_a_venv_copied_from_another_checkout_is_made_anew(checkout: Path, tmp_path: Path) -> None:
    type_into(checkout, "run", "packs", "list")
    copy = tmp_path / "copy"
    shutil.copytree(checkout, copy, ignore=shutil.ignore_patterns("copy"))
    shown = type_into(copy, "run", "packs", "list", PIP_NO_INDEX="1")
    assert f"Making {copy / '.venv'}\n" in shown.stdout


def test_a_failed_installation_is_tried_again(checkout: Path) -> None:
    script(checkout / ".venv/bin/python", "exit 1")
    failed = type_into(checkout, "run", "packs", "list")
    assert failed.returncode == 2
    assert "pip could not install the requirements" in failed.stderr
    script(checkout / ".venv/bin/python", 'echo "python $*"')
    assert "python -m pip install" in type_into(checkout, "run", "packs", "list").stdout


@pytest.mark.parametrize(("has_sudo", "sudo"), [(True, "sudo "), (False, "")])
def test_who_is_not_root_gets_the_exact_line_to_type(
    has_sudo: bool, sudo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for program in ("apt-get", "sudo") if has_sudo else ("apt-get",):
        script(tmp_path / program, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.SetUpProblem) as told:
        dev.install_system_packages(ABSENT, {})
    assert f"  {sudo}apt-get update && {sudo}{APT_LINE}\n" in str(told.value)


def test_root_gets_the_packages_from_debian(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "needed-by-tests"
    calls = tmp_path / "calls"
    script(
        tmp_path / "apt-get",
        f'echo "$* $DEBIAN_FRONTEND" >> {calls}',
        f'[ "$1" = update ] || {{ touch {program}; chmod +x {program}; }}',
    )
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    for _ in range(2):
        dev.install_system_packages({}, {program.name: "a-package"})
    assert calls.read_text().splitlines() == [
        "update noninteractive",
        "install --yes --no-install-recommends a-package noninteractive",
    ]


def test_when_apt_fails_its_own_words_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path / "apt-get", "echo 'E: no network' >&2; exit 100")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(dev.SetUpProblem, match="E: no network"):
        dev.install_system_packages(ABSENT, {})


# ----------------------------------------------------------------- what it is made of


def imported(source: Path) -> set[str]:
    """The packages that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text())):
        match node:
            case ast.Import():
                names |= {alias.name.partition(".")[0] for alias in node.names}
            case ast.ImportFrom(module=str(module)):
                names.add(module.partition(".")[0])
    return names


def test_dev_py_needs_nothing_but_python() -> None:
    beyond = imported(ROOT / "dev.py") - sys.stdlib_module_names - {"__future__"}
    assert beyond == {dev.CATALOGUES.stem}


def required(names: list[str]) -> set[str]:
    return {re.split(r"[ <>=]", name)[0] for name in names}


def test_the_program_asks_for_the_libraries_that_it_imports_and_for_no_other() -> None:
    found = set().union(*(imported(file) for file in ROOT.glob("src/**/*.py")))
    brought_by = packages_distributions()
    extra = {"numpy", "rapidocr"}
    assert extra <= required(PROJECT["project"]["optional-dependencies"]["ocr"])
    libraries = found - sys.stdlib_module_names - {"filingdesk"} - extra
    used = {name.lower().replace("_", "-") for each in libraries for name in brought_by[each]}
    assert required(PROJECT["project"]["dependencies"]) == used


def versions(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))


def test_the_locks_hold_every_requirement_and_agree() -> None:
    run, dev_lock = versions(dev.RUN_LOCK), versions(dev.DEV_LOCK)
    assert required(PROJECT["project"]["dependencies"]) <= set(run)
    assert required(PROJECT["dependency-groups"]["dev"]) <= set(dev_lock)
    ocr_lock = versions(dev.OCR_LOCK)
    assert required(PROJECT["project"]["optional-dependencies"]["ocr"]) <= set(ocr_lock)
    for other in (dev_lock, ocr_lock):
        shared = run.keys() & other.keys()
        assert {name: run[name] for name in shared} == {name: other[name] for name in shared}


@pytest.mark.parametrize("lock", [dev.RUN_LOCK, dev.DEV_LOCK, dev.OCR_LOCK])
def test_every_locked_package_is_held_by_a_hash(lock: str) -> None:
    packages = re.split(r"\n(?=[a-z])", (ROOT / lock).read_text())[1:]
    assert {each.partition("==")[0] for each in packages} == versions(lock).keys()
    assert all("--hash=sha256:" in package for package in packages)
