"""The schemas that editors use: current, and every file of a pack is what they say."""

import json
import tomllib
from copy import deepcopy
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from filingdesk import resources
from filingdesk.packs.schema import schemas, text_of
from tests.packs.conftest import FICTION

SORTS = {
    "pack.toml": "pack",
    "triage.toml": "triage",
    "law/*.toml": "law",
    "parts/*.toml": "parts",
    "kinds/*.toml": "kinds",
    "examples/*.toml": "answers",
    "scenarios/*.toml": "scenarios",
}
PACKS = (resources.packs(), FICTION / "packs")
FILES = sorted(file for packs in PACKS for file in packs.rglob("*.toml"))


@cache
def validator(sort: str) -> Draft202012Validator:
    schema = json.loads((resources.schema() / f"pack-{sort}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def as_json(toml: Any) -> Any:
    """As editors see TOML: a day is a text in the format of a day."""
    if isinstance(toml, dict):
        return {key: as_json(each) for key, each in toml.items()}
    if isinstance(toml, list):
        return [as_json(each) for each in toml]
    return toml.isoformat() if isinstance(toml, date) else toml


def faults(sort: str, toml: Any) -> list[str]:
    return [f"{each.json_path}: {each.message}" for each in validator(sort).iter_errors(toml)]


def sort_of(file: Path) -> str:
    pack = next(each for each in file.parents if each.parent in PACKS)
    name = file.relative_to(pack).as_posix()
    return next(sort for pattern, sort in SORTS.items() if fnmatchcase(name, pattern))


def name_of(file: Path) -> str:
    return "/".join(file.parts[-3:])


def read(file: Path) -> Any:
    return as_json(tomllib.loads(file.read_text("utf-8-sig")))


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_is_current(name: str) -> None:
    """After a change of the core: python -m filingdesk.packs.schema"""
    assert (resources.schema() / name).read_text("utf-8") == text_of(schemas()[name])


def test_there_is_no_other_schema() -> None:
    lying = {each.name for each in resources.schema().iterdir()}
    packs = {f"pack-{sort}.json" for sort in SORTS.values()}
    assert lying == set(schemas()) == packs | {"filing-2.json"}


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_every_file_of_a_pack_is_what_its_schema_says(file: Path) -> None:
    assert faults(sort_of(file), read(file)) == []


@pytest.mark.parametrize(
    ("sort", "file", "table", "change"),
    [
        ("pack", "hai/pack.toml", "authority", {"roles": ["supervisor"]}),
        ("pack", "hai/pack.toml", "authority", {"effect": {}}),
        ("pack", "hai/pack.toml", "authority", {"since": "yesterday"}),
        ("law", "hai/law/credit.toml", "display_rule", {"count": "three"}),
        ("law", "hai/law/credit.toml", "display_rule", {"unit": "yaer"}),
        ("law", "hai/law/credit.toml", "display_rule", {"citations": [{"law": "x"}]}),
        ("kinds", "hai/kinds/objection.toml", "clock", {"trigger": "whenever"}),
        ("kinds", "hai/kinds/objection.toml", "question", {"hlep": "x"}),
        ("kinds", "hai/kinds/objection.toml", "question", {"choices": [{"id": "x"}]}),
        ("kinds", "hai/kinds/objection.toml", "ground", {"supported": [[{"equal": "x"}]]}),
        ("kinds", "hai/kinds/objection.toml", "page", {"id": 1}),
    ],
    ids=str,
)
def test_what_the_reader_refuses_an_editor_shows(
    sort: str, file: str, table: str, change: dict[str, Any]
) -> None:
    toml = read(FICTION / "packs" / file)
    assert faults(sort, toml) == []
    spoilt = deepcopy(toml)
    spoilt[table][0] |= change
    assert len(faults(sort, spoilt)) == 1


def test_a_misspelt_or_misplaced_table() -> None:
    toml = read(FICTION / "packs" / "hai" / "pack.toml")
    assert faults("pack", toml | {"autority": []})
    assert faults("pack", toml | {"clock": []})
    assert faults("pack", {key: each for key, each in toml.items() if key != "version"})


def test_a_child_changes_one_key_of_a_table() -> None:
    assert faults("kinds", {"question": [{"id": "trouble", "help": "帮助"}]}) == []
    assert faults("kinds", {"question": [{"help": "帮助"}]})
    assert faults("kinds", {"alternative": [{"kind": "own-record"}]}) == []
    assert faults("kinds", {"clock": [{"id": "a/b", "replaces": "c/d", "count": 3}]}) == []


def test_an_editor_is_told_what_a_table_is_for() -> None:
    clock = schemas()["pack-kinds.json"]["$defs"]["Clock"]
    assert clock["description"].startswith("A period set by law.")
    assert "id" in clock["properties"]
