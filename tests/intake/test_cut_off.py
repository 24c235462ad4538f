"""What the reading process cannot do, even when a file has taken it over."""

import subprocess
import sys
from pathlib import Path

import pytest

from filingdesk.intake.read import _COMMAND, _ENVIRONMENT

TRIES = {
    "a network": "import socket; socket.socket()",
    "a neighbour": "import socket; socket.socketpair()",
    "a program": "import os; os.execv('/bin/true', ['true'])",
    "another process": "import os; os.fork()",
    "a shell": "import subprocess; subprocess.run(['/bin/true'])",
    "a new file": "open('{folder}/new', 'w')",
    "an old file": "open('{folder}/old', 'r+')",
    "a folder": "import os; os.mkdir('{folder}/sub')",
    "a name gone": "import os; os.unlink('{folder}/old')",
    "another name": "import os; os.rename('{folder}/old', '{folder}/new')",
    "a signal": "import os; os.kill(os.getppid(), 0)",
    "more memory": "bytearray(2 << 30)",
}


def tried(attempt: str, user: int | None = None) -> str:
    """The name of what Python raised; empty when it could be done."""
    begin = "from filingdesk.intake.cut_off import cut_off; cut_off(1 << 30, 5)\n"
    code = f"import os, socket, subprocess\n{begin}try:\n    {attempt}\n"
    code += "    print('')\nexcept (OSError, MemoryError) as refused:\n"
    code += "    print(type(refused).__name__)\n"
    done = subprocess.run(
        [sys.executable, "-P", "-s", "-B", "-c", code],
        env=_ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=30,
        user=user,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("what", TRIES)
def test_it_can_only_compute(what: str, tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    refused = tried(TRIES[what].format(folder=tmp_path))
    assert refused in {"PermissionError", "MemoryError", "BlockingIOError"}
    assert [each.name for each in tmp_path.iterdir()] == ["old"]


def test_it_still_reads_what_it_needs() -> None:
    assert tried("open('/proc/self/status').read(); import colorsys, threading") == ""


def test_the_reader_is_cut_off_before_it_sees_a_byte() -> None:
    assert _COMMAND[-1] == "filingdesk.intake.child"
    child = Path(sys.modules["filingdesk.intake.read"].__file__ or "").with_name("child.py")
    main = child.read_text().split("def main()")[1].split("def ")[0]
    assert main.index("cut_off(") < main.index("stdin.read")
