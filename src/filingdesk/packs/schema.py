"""JSON Schema: what may stand in a pack's files and in filing.json, from the core's types.

`python -m filingdesk.packs.schema [FOLDER]` writes them; a test keeps them current. A schema knows
a file, not its parents: it asks for the id of a table alone, and the linter for the rest.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from filingdesk import resources
from filingdesk.core.answers import Difference, MaterialState
from filingdesk.core.clock import Clock
from filingdesk.core.law import Citation
from filingdesk.core.pack import (
    Alternative,
    Authority,
    DisplayRule,
    Enclosure,
    FilingKind,
    Ground,
    Material,
    Pack,
    Page,
    Section,
)
from filingdesk.core.question import Question
from filingdesk.packs.folder import ARRAYS, KEYS
from filingdesk.packs.payloads import payload_schema
from filingdesk.words.catalogue import LANGUAGES

Schema = dict[str, Any]

_ROWS: Mapping[str, type] = {
    "alternative": Alternative,
    "attachment": Enclosure,
    "authority": Authority,
    "citation": Citation,
    "clock": Clock,
    "display_rule": DisplayRule,
    "ground": Ground,
    "material": Material,
    "page": Page,
    "question": Question,
    "section": Section,
}
"""What the tables of each array become."""
_TITLES = {
    "pack": "pack.toml: a jurisdiction and its authorities",
    "law": "law/*.toml: sources, and how long records are shown",
    "triage": "triage.toml: the questions before a kind of filing is known",
    "parts": "parts/*.toml: what several kinds of filing use",
    "kinds": "kinds/*.toml: one kind of filing",
    "answers": "ANSWERS.toml, and a pack's examples/*.toml",
    "scenarios": "scenarios/*.toml: short stories, and what must come of them",
}
_TEXT: Schema = {"type": "string"}
_NAME: Schema = {"type": "string", "minLength": 1}
_DAY: Schema = {"type": "string", "format": "date"}
_DAYS: Schema = {"type": "object", "additionalProperties": _DAY}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_TEXT_LISTS = ("grounds", "problems", "no_problems", "sentences", "absent")
_USES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["part"],
        "additionalProperties": False,
        "properties": {"part": _NAME, "then": _TEXT},
    },
}


def schemas() -> dict[str, Schema]:
    """Every schema by the name of its file."""
    made = {sort: _tables(sort) for sort in ARRAYS} | {
        "answers": _answers(),
        "scenarios": _scenarios(),
    }
    packs = {f"pack-{sort}.json": _whole(sort, schema) for sort, schema in made.items()}
    return packs | {"filing-2.json": payload_schema()}


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas into a folder, and name those that changed."""
    changed = []
    for name, schema in schemas().items():
        file, text = folder / name, text_of(schema)
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
            changed.append(file)
    return changed


def text_of(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _whole(sort: str, schema: Schema) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:filingdesk:pack:{sort}",
        "title": _TITLES[sort],
        **schema,
    }


def _object(properties: Schema, required: Sequence[str] = ()) -> Schema:
    return {
        "type": "object",
        **({"required": list(required)} if required else {}),
        "additionalProperties": False,
        "properties": properties,
    }


# -------------------------------------------------------------------- tables of a pack


def _tables(sort: str) -> Schema:
    """A file of that sort: its own keys, and its arrays of tables."""
    found: Schema = {}
    properties = dict(_own_keys(sort, found))
    for array in ARRAYS[sort]:
        rows = _defined(_ROWS[array], found)
        found[rows] = _mergeable(found[rows], array)
        properties[array] = {"type": "array", "items": {"$ref": f"#/$defs/{rows}"}}
    required = ("id", "name", "version", "as_of", "language") if sort == "pack" else ()
    whole = _object(properties, required)
    return whole | {"$defs": {name: found[name] for name in sorted(_reached(whole, found))}}


def _own_keys(sort: str, found: Schema) -> Iterator[tuple[str, Schema]]:
    type_ = Pack if sort == "pack" else FilingKind
    known = found_in(type_) if KEYS[sort] else {}
    for key in KEYS[sort]:
        if key == "parent":
            yield key, _NAME | {"description": "The id of the pack that this one builds on."}
        elif key == "uses":
            yield key, _USES
        elif key in _HEADING:
            yield key, known["Ground"]["properties"][key] | {"description": _HEADING[key]}
        else:
            yield key, known[type_.__name__]["properties"][key]
    found |= {name: each for name, each in known.items() if name not in _LARGE}


_HEADING = {
    "addressees": "Replaces those of every inherited ground that has none of its own here.",
    "citations": "Cited before those of every inherited ground that has none of its own here.",
}
_LARGE = ("Pack", "FilingKind")


def _defined(type_: type, found: Schema) -> str:
    """Add what a type needs to what was found, and give its name."""
    for name, each in found_in(type_).items():
        found.setdefault(name, each)
    return type_.__name__


def found_in(type_: type) -> dict[str, Schema]:
    """A type and all that it holds, as TOML writes them."""
    from pydantic import ConfigDict, TypeAdapter

    reader = TypeAdapter(list[type_], config=ConfigDict(extra="forbid"))  # type: ignore[valid-type]
    plain = reader.json_schema(ref_template="#/$defs/{model}")
    return {name: _as_written(each) for name, each in plain["$defs"].items()}


def _as_written(schema: Any) -> Any:
    """What TOML has no word for goes: null, titles that repeat the key, values of our own."""
    if isinstance(schema, list):
        return [_as_written(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    offered = [each for each in schema.get("anyOf", ()) if each != {"type": "null"}]
    if len(offered) == 1:
        schema = {key: each for key, each in schema.items() if key != "anyOf"} | offered[0]
    if "properties" not in schema:
        kept = {key: each for key, each in schema.items() if key not in ("default", "title")}
        return {key: _as_written(each) for key, each in kept.items()}
    properties = {key: _as_written(each) for key, each in schema["properties"].items()}
    if "citations" in properties:
        properties["citations"] = _TEXTS | {"description": "The ids of [[citation]] tables."}
    if properties.pop("effect", None):
        properties |= {"since": _DAY, "until": _DAY}
    required = [each for each in schema.get("required", ()) if each != "effect"]
    described = {key: schema[key] for key in ("description",) if key in schema}
    return described | _object(properties, required)


def _mergeable(schema: Schema, array: str) -> Schema:
    """A table that may change one of the parent's: only what names it must be there."""
    properties = {"id": _NAME} | schema["properties"]
    if array == "clock":
        properties["replaces"] = _NAME | {"description": "The id of the parent's clock."}
    named = "kind" if array == "alternative" else "id"
    kept = {key: each for key, each in schema.items() if key not in ("required", "properties")}
    return {**kept, "required": [named], "properties": properties}


def _reached(schema: Any, found: Schema) -> set[str]:
    """The names of all that a schema refers to."""
    names: set[str] = set()
    ahead = [schema]
    while ahead:
        here = ahead.pop()
        if isinstance(here, dict):
            name = str(here.get("$ref", "")).removeprefix("#/$defs/")
            if name and name not in names:
                names.add(name)
                ahead.append(found[name])
            ahead.extend(here.values())
        elif isinstance(here, list):
            ahead.extend(here)
    return names


# -------------------------------------------------------------------- answers


def _answers() -> Schema:
    return _object(
        {
            "format": {"const": 1},
            **_place_and_day(),
            "kind": _NAME,
            **_said(),
            "expect": {"type": "object", "description": "What a desk must make of it."},
        },
        ("format", "jurisdiction", "kind"),
    )


def _scenarios() -> Schema:
    scenario = _object(
        {
            "id": _NAME,
            "title": _NAME,
            **_place_and_day(),
            **_said(),
            "expect": _object(
                {
                    **dict.fromkeys(("kind", "remedy", "authority", "display", "minimum"), _NAME),
                    **dict.fromkeys(_TEXT_LISTS, _TEXTS),
                    **dict.fromkeys(("deadlines", "safe"), _DAYS),
                    "earliest": _DAY,
                }
            ),
        },
        ("id", "title", "today", "jurisdiction", "answers", "expect"),
    )
    return _object({"scenario": {"type": "array", "items": scenario}}, ("scenario",))


def _place_and_day() -> Schema:
    return {"jurisdiction": _NAME, "language": {"enum": list(LANGUAGES)}, "today": _DAY}


def _said() -> Schema:
    """Answers by question, and papers. Which there are, only the pack knows."""
    difference = found_in(Difference)["Difference"]
    row = difference | {"required": []}
    answer = {"anyOf": [_TEXT, _TEXTS, {"type": "array", "items": row}]}
    states = [each.value for each in MaterialState]
    parts = {"id": _NAME, "state": {"enum": states}, "files": _TEXTS, "by": _TEXT}
    paper = _object(parts, ("id", "state"))
    return {
        "answers": {"type": "object", "additionalProperties": answer},
        "material": {"type": "array", "items": paper},
    }


def main(arguments: Sequence[str]) -> int:
    """Bring the schemas of a folder, or of this program, up to date."""
    for file in write_schemas(Path(arguments[0]) if arguments else resources.schema()):
        print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
