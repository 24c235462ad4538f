"""What nobody foresaw, and listeners who go away: no trace, no name, and nothing half done."""

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from filingdesk.app import furnish
from filingdesk.cli import main
from filingdesk.core.document import Attachment, Document
from filingdesk.desk import Desk
from filingdesk.render.pages import PdfRenderer
from filingdesk.resources import fonts
from tests.cli.shell import command, run_apart, surroundings, told_of
from tests.desk.furnished import example, open_desk

EXPIRED = example("cn-tianjin/tianjin-expired")


class BrokenPress(PdfRenderer):
    """A printing press that fails, and quotes what it was to print."""

    def __init__(self, fault: Callable[[str], BaseException]) -> None:
        super().__init__(fonts())
        self._fault = fault

    def render(self, document: Document, attachments: Sequence[Attachment] = ()) -> NoReturn:
        raise self._fault(str(document.blocks))


def with_a_broken_press(fault: Callable[[str], BaseException]) -> Callable[..., Desk]:
    """Furnishes a desk that is whole but for its press."""

    def furnished(folder: Path | None = None, today: date | None = None) -> Desk:
        desk = furnish(folder, today)
        vars(desk.doors)["renderer"] = BrokenPress(fault)
        return desk

    return furnished


@pytest.mark.parametrize("fault", [ValueError, RecursionError, MemoryError, KeyError])
def test_an_unforeseen_fault_tells_its_kind_and_place_and_nothing_personal(
    fault: type[Exception], home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["file", str(EXPIRED), "-o", str(tmp_path / "out.pdf"), "--language", "en"]
    assert main(words, with_a_broken_press(fault)) == 70
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("filingdesk/desk/")
    assert told.err.endswith(f": {told_of('unforeseen', kind=fault.__name__)}\n")
    assert "吕" not in told.err
    assert "Traceback" not in told.err
    assert main([*words, "--json"], with_a_broken_press(fault)) == 70
    told = capsys.readouterr()
    assert told.err == ""
    [problem] = json.loads(told.out)["problems"]
    assert (problem["code"], problem["blocks"]) == ("unforeseen", True)
    assert problem["where"].startswith("filingdesk/desk/")
    assert "吕" not in told.out
    nothing_stays(home, tmp_path)


def test_who_stops_a_command_leaves_nothing_behind(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["file", str(EXPIRED), "-o", str(tmp_path / "out.pdf")]
    assert main(words, with_a_broken_press(lambda _: KeyboardInterrupt())) == 130
    assert tuple(capsys.readouterr()) == ("", "")
    nothing_stays(home, tmp_path)


def nothing_stays(home: Path, folder: Path) -> None:
    assert not [each for each in folder.iterdir() if "pdf" in each.name]
    with open_desk(home) as desk:
        assert desk.doors.store.drafts() == ()
        assert not desk.cases()


def test_who_has_heard_enough_hears_no_complaint() -> None:
    """As in `filingdesk packs show cn | head -1`; the pipe is closed before a word is said."""
    for words in (("packs", "show", "cn"), ("packs", "show", "nowhere", "--json")):
        listen, tell = os.pipe()
        os.close(listen)
        ran = subprocess.run(
            command(*words), stdout=tell, stderr=subprocess.PIPE, env=surroundings(), check=False
        )
        os.close(tell)
        assert (ran.returncode, ran.stderr) == (141, b"")


def test_no_room_for_the_answer() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command("packs", "list", "--language", "en"),
            stdout=full,
            stderr=subprocess.PIPE,
            env=surroundings(),
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr.decode() == told_of("answer-not-written") + "\n"


def test_a_terminal_of_another_age_gets_numbers_for_what_it_lacks() -> None:
    told = run_apart("packs", "list", env={"PYTHONIOENCODING": "ascii"})
    assert (told.code, told.err) == (0, "")
    assert (
        r"\u5929\u6d25\u5e02"
        in run_apart("packs", "list", "--language", "zh_CN", env={"PYTHONIOENCODING": "ascii"}).out
    )
    as_json = run_apart(
        "packs", "list", "--language", "zh_CN", "--json", env={"PYTHONIOENCODING": "gb18030"}
    )
    assert as_json.out.isascii()
    assert "天津市" in {each["name"] for each in as_json.json()}
