"""Every kind of filing as somebody files it: real clicks and keys, from the language to the copy
on the stick; and it is the letter that the command line makes of the same answers.

FILINGDESK_LANGUAGES=all drives every kind in every language.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from filingdesk.app import furnish, main
from filingdesk.words.catalogue import LANGUAGES
from tests.desk.furnished import CENTRE, FILINGS, PASSPHRASE, TODAY, example, kind_of, made_once
from tests.long import with_stick
from tests.long.eyes import Eyes
from tests.long.screen import Screen
from tests.long.visitor import Visitor
from tests.long.walker import Walker, letters_of

FILED = (
    "cn-shanghai/shanghai-error",
    "cn/repair-general",
    "cn/complaint-refused",
    "cn/own-record-authorised",
    "cn/reconsideration-penalty",
    "cn/data-report-leak",
    "cn/data-request-delete",
    "cn/government-correction-transfer",
    "cn/bank-complaint-looked",
    "cn/court-correction-fulfilled",
    "cn/bank-objection-loan",
    "cn/bank-statement-explain",
)
"""One of each kind: the languages take turns."""

IN_TURN = [(language, FILED[n :: len(LANGUAGES)]) for n, language in enumerate(LANGUAGES)]
ALL = [(language, FILED) for language in LANGUAGES]
DRIVEN = ALL if os.environ.get("FILINGDESK_LANGUAGES") == "all" else IN_TURN
EACH = [(language, name) for language, names in DRIVEN for name in names]
AT_A_KIOSK = ("zh_CN", "en")
"""The whole screen, and a list of what is on the stick; else a window, and Qt's own dialog."""

PHOTO = "photo.png"
OF_ITS_OWN = re.compile(r"FD-[0-9A-Z-]+|\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|\d\d:\d\d(:\d\d)?")
"""What differs between two filings of the same answers: the reference, the check code that is made
with it, and the time."""


@pytest.mark.parametrize(("language", "name"), EACH, ids=[f"{each[0]} {each[1]}" for each in EACH])
def test_what_is_filed_by_hand_is_what_the_command_line_files(
    language: str,
    name: str,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), tmp_path / "desk")
    monkeypatch.setenv("FILINGDESK_HOME", str(tmp_path / "desk"))
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", PASSPHRASE)
    stick = tmp_path / "stick"
    stick.mkdir()
    answers = on_the_stick(example(name), language, stick)
    pictures = Path(os.environ.get("FILINGDESK_PICTURES") or tmp_path) / language / name
    pictures.mkdir(parents=True, exist_ok=True)

    by_hand, addressee = files_by_hand(answers, language, tmp_path, pictures)
    by_command = pictures / "by command.pdf"
    assert main(["file", str(answers), "-o", str(by_command)]) == 0

    seal = run("pdfsig", "-nocert", by_hand)
    assert "Signature Validation: Signature is Valid." in seal
    assert "Total document signed" in seal
    assert f"CN={CENTRE}" in seal
    assert "exhibit-01-01.jpg" in run("pdfdetach", "-list", by_hand)
    assert addressee in "".join(letter(by_hand))
    assert letter(by_hand) == letter(by_command)


def test_every_kind_has_its_turn() -> None:
    assert {kind_of(example(each)) for each in FILED} == {kind_of(each) for each in FILINGS}
    assert len(FILED) == len({kind_of(example(each)) for each in FILED})


def on_the_stick(example: Path, language: str, stick: Path) -> Path:
    """The answers of an example, in this language, and its first paper not shown to a clerk but
    photographed."""
    text = re.sub(
        "^language = .*$", f'language = "{language}"', example.read_text("utf-8"), flags=re.M
    )
    attached = f'state = "attached"\nfiles = ["{PHOTO}"]'
    assert 'state = "clerk_saw"' in text
    answers = stick / "answers.toml"
    answers.write_text(text.replace('state = "clerk_saw"', attached, 1), "utf-8")
    photo = Image.new("RGB", (900, 600), "#e8f0ff")
    ImageDraw.Draw(photo).text((60, 60), "A paper of mine", fill="#102030", font_size=60)
    photo.save(stick / PHOTO)
    return answers


def files_by_hand(answers: Path, language: str, folder: Path, pictures: Path) -> tuple[Path, str]:
    """The copy that the person takes home on the stick, and to whom the letter goes."""
    (folder / "screen").mkdir()
    desk = furnish(folder / "desk", TODAY)
    file = desk.doors.read_answers(answers.read_text("utf-8"), answers.name)
    command = (sys.executable, with_stick.__file__, TODAY.isoformat(), str(answers.parent))
    kiosk = ("--kiosk",) if language in AT_A_KIOSK else ()
    told = folder / "told"
    with Screen(folder / "screen", letters_of(file)) as screen, Eyes(screen.environment) as eyes:
        screen.start((*command, *kiosk), told)
        citizen = Visitor(screen, eyes, pictures)
        walker = Walker(citizen, desk, file, language, PASSPHRASE)
        try:
            walker.begins()
            walker.tells_everything()
            walker.signs()
            reference = walker.takes_a_copy()
        finally:
            citizen.keeps_picture("the end")
    assert "Traceback" not in told.read_text("utf-8")
    return answers.parent / f"{reference}.pdf", walker.addressee


def letter(pdf: Path) -> list[str]:
    """Every line of the pages."""
    text = OF_ITS_OWN.sub("…", run("pdftotext", "-layout", pdf, "-"))
    return [line for each in text.splitlines() if (line := " ".join(each.split()))]


def run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout
