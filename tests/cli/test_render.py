"""A filing.json gives the pages again that were signed: on any day, in any surroundings."""

import json
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.shell import Shell, run_apart, said, told_of
from tests.desk.furnished import example

WRONG = example("cn-tianjin/tianjin-wrong")
"""Read in Spanish, with a name beyond the basic plane."""

SURROUNDINGS: tuple[Mapping[str, str], ...] = (
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0"},
    {"LC_ALL": "es_ES.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242"},
    {"LC_ALL": "zh_TW.UTF-8", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "17"},
)


def photo(path: Path, colour: str, side: int = 600) -> None:
    file = BytesIO()
    Image.new("RGB", (side, side // 2), colour).save(file, "JPEG", quality=70)
    path.write_bytes(file.getvalue())


@pytest.fixture
def signed(shell: Shell, tmp_path: Path) -> Path:
    """A filing with two photos of a decision, signed two days ago."""
    answers = tmp_path / "answers.toml"
    text = WRONG.read_text("utf-8")
    row = 'id = "decision"\nstate = "do_not_have"'
    assert row in text
    answers.write_text(
        text.replace(row, 'id = "decision"\nstate = "attached"\nfiles = ["1.jpg", "2.jpg"]'),
        "utf-8",
    )
    photo(tmp_path / "1.jpg", "white")
    photo(tmp_path / "2.jpg", "navy", 2400)
    out = tmp_path / "signed.pdf"
    told = shell("file", answers, "-o", out, "--today", "2026-11-21", "--json")
    assert told.code == 0, told
    return out


@pytest.fixture
def inside(shell: Shell, signed: Path, tmp_path: Path) -> Path:
    """What was embedded in it."""
    folder = tmp_path / "inside"
    assert shell("extract", signed, "-d", folder).code == 0
    return folder


def test_the_signed_file_begins_with_the_pages_made_again(
    shell: Shell, signed: Path, inside: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.pdf"
    told = shell("render", inside / "filing.json", "-o", again, "--compare", signed)
    assert told.code == 0, told
    assert said("The signed PDF begins with exactly these pages.") in told.out
    pages = again.read_bytes()
    assert signed.read_bytes().startswith(pages)
    assert sha256(pages).hexdigest() in told.out
    as_json = shell("render", inside / "filing.json", "--compare", signed, "--json").json()
    assert as_json == {"sha256": sha256(pages).hexdigest(), "bytes": len(pages), "same": True}


@pytest.mark.parametrize("env", SURROUNDINGS, ids=lambda env: env["LC_ALL"])
def test_a_fresh_process_elsewhere_makes_the_same_bytes(
    signed: Path, inside: Path, tmp_path: Path, env: Mapping[str, str]
) -> None:
    home = {"FILINGDESK_HOME": str(tmp_path / "nobody's desk"), "FILINGDESK_PASSPHRASE": ""}
    words = ("render", inside / "filing.json", "--compare", signed, "--json")
    told = run_apart(*words, env=dict(env) | home)
    assert (told.code, told.json()["same"]) == (0, True), told


def test_other_answers_are_other_pages(shell: Shell, signed: Path, inside: Path) -> None:
    payload = inside / "filing.json"
    said_then = json.loads(payload.read_text("utf-8"))
    said_then["answers"]["phone"] = "13911111111"
    payload.write_text(json.dumps(said_then, ensure_ascii=False), "utf-8")
    told = shell("render", payload, "--compare", signed)
    assert told.code == 1
    assert said("The signed PDF was made from other pages.") in told.out


def test_exhibits_may_lie_elsewhere_and_must_be_the_same(
    shell: Shell, signed: Path, inside: Path, tmp_path: Path
) -> None:
    payload, elsewhere = inside / "filing.json", tmp_path / "exhibits"
    elsewhere.mkdir()
    exhibits = sorted(inside.glob("exhibit-*"))
    assert len(exhibits) == 2
    for each in exhibits:
        each.rename(elsewhere / each.name)
    words = ("render", payload, "--compare", signed, "--json")
    assert shell(*words).problems() == [(exhibits[0].name, "exhibit-missing")]
    assert shell(*words, "--exhibits", elsewhere).json()["same"] is True
    changed = elsewhere / exhibits[1].name
    changed.write_bytes(changed.read_bytes() + b" ")
    told = shell(*words, "--exhibits", elsewhere)
    assert (told.code, told.problems()) == (2, [(exhibits[1].name, "exhibit-differs")])


def test_what_is_no_filing_is_told(shell: Shell, tmp_path: Path) -> None:
    junk = tmp_path / "filing.json"
    junk.write_text("[]")
    told = shell("render", junk)
    assert (told.code, told_of("payload-not-readable") in told.err) == (2, True)
