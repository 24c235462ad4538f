"""Whoever reads the disk, or what was printed, learns nothing of who was here."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.shell import Told, run_apart
from tests.desk.furnished import PASSPHRASE, example

NAME, NUMBER, PHONE = "欧阳䶮验", "120101198503179010", "13812345678"
STORY = "只有本人知道的一句话"
SECRETS = (NAME, NUMBER, PHONE, STORY)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "unicode-escape")


@pytest.fixture
def world(tmp_path: Path) -> dict[str, str]:
    """Every place where a program could leave something."""
    places = {
        "HOME": "home",
        "TMPDIR": "tmp",
        "XDG_CACHE_HOME": "home/.cache",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_RUNTIME_DIR": "run",
        "FILINGDESK_HOME": "desk",
    }
    for place in places.values():
        (tmp_path / "world" / place).mkdir(parents=True, exist_ok=True)
    found = {name: str(tmp_path / "world" / place) for name, place in places.items()}
    return found | {"FILINGDESK_PASSPHRASE": PASSPHRASE, "LC_ALL": "en"}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """On the person's own stick."""
    text = example("cn-tianjin/tianjin-expired").read_text("utf-8")
    for old, new in (
        ("吕䶮", NAME),
        ("13800000000", PHONE),
        ("罚款当年就交清了，店铺一直照常经营。", STORY),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert NUMBER in text
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "answers.toml").write_text(text, "utf-8")
    return stick / "answers.toml"


def traces(content: bytes) -> Iterator[str]:
    for secret in SECRETS:
        for encoding in ENCODINGS:
            if secret.encode(encoding) in content:
                yield f"{secret} as {encoding}"


def on_disk(folder: Path) -> dict[str, list[str]]:
    """What can be read of the person, by file; names count as well."""
    found: dict[str, list[str]] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            file = Path(parent) / name
            read = [*traces(os.fsencode(name)), *traces(file.read_bytes())]
            found |= {name: read} if read else {}
    return found


def printed(told: Told) -> list[str]:
    return [*traces(told.out.encode()), *traces(told.err.encode())]


def test_a_filing_leaves_the_person_on_the_pdf_alone(
    world: dict[str, str], answers: Path, tmp_path: Path
) -> None:
    out = answers.with_name("out.pdf")
    told = run_apart("file", answers, "-o", out, env=world)
    assert told.code == 0
    assert printed(told) == []
    assert on_disk(tmp_path / "world") == {}
    assert sorted(each.name for each in Path(world["FILINGDESK_HOME"], "store").iterdir()) == [
        "keys.json",
        "store.db",
    ]
    assert list(Path(world["TMPDIR"]).iterdir()) == []
    # And the same look does find what is there to be found.
    assert set(on_disk(tmp_path)) == {"answers.toml"}
    inside = tmp_path / "world" / "inside"
    assert run_apart("extract", out, "-d", inside, env=world).code == 0
    assert set(on_disk(tmp_path / "world")) == {"filing.json", "filing.csv"}


def test_what_cannot_be_filed_leaves_nothing_at_all(
    world: dict[str, str], answers: Path, tmp_path: Path
) -> None:
    answers.write_text(answers.read_text("utf-8").replace("2023-08-24", '"2023-02-30"'), "utf-8")
    told = run_apart("file", answers, "-o", answers.with_name("out.pdf"), env=world)
    assert (told.code, told.out) == (2, "")
    assert "decided_on: " in told.err
    assert printed(told) == []
    assert [each.name for each in answers.parent.iterdir()] == ["answers.toml"]
    assert on_disk(tmp_path / "world") == {}
