"""ANSWERS.toml: the answers of a filing as a file, read strictly, written to be read back."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Protocol

from filingdesk.core.answers import Difference, MaterialAnswer, Value, day_of
from filingdesk.core.interview import kind_of
from filingdesk.core.pack import FilingKind, Pack
from filingdesk.core.ports import AnswersFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs.folder import broken_at, tables_of
from filingdesk.packs.given import Given, answers_of, read_papers, read_values
from filingdesk.packs.meant import nearest
from filingdesk.words.catalogue import LANGUAGES

FORMAT = 1
PLACE = "jurisdiction"
"""Asked by a question, and answered by the head of the file: the two must agree."""

_KEYS: Mapping[str, tuple[type, str]] = {
    "format": (int, "integer"),
    "jurisdiction": (str, "string"),
    "kind": (str, "string"),
    "language": (str, "string"),
    "today": (date, "date"),
    "answers": (dict, "table"),
    "material": (list, "array of tables"),
    "expect": (dict, "table"),
}
_BARE_DATE = re.compile(r"\s*[\w\"'.-]+\s*=\s*(\d{4}-\d{2}-\d{2})\s*(?:#.*)?$")
_NEEDED = ("format", "jurisdiction", "kind")


class Packs(Protocol):
    """What reading needs of a shelf."""

    def jurisdictions(self) -> Sequence[str]: ...

    def pack(self, jurisdiction: str) -> Pack: ...


def read_answers(text: str, name: str, shelf: Packs) -> AnswersFile:
    """The answers in a file of that name.

    Raises UserProblem with everything that is wrong, each with its place: "answers.toml: [answers]
    trouble". What was answered is never repeated there: it is personal.
    """
    try:
        tables = tables_of(text)
    except tomllib.TOMLDecodeError as broken:
        _, line = broken_at(broken, text)
        code = "date-not-a-day" if _is_no_day(text, line) else "answers-not-toml"
        raise UserProblem(Problem(f"{name}:{line}", code)) from None
    faults = _head_faults(tables, name)
    kind = _kind(tables, name, shelf, faults)
    if kind is None:
        raise UserProblem(*faults)
    given = Given(name, kind, shelf.jurisdictions(), faults)
    values = read_values(given, _of_type("answers", tables, {}))
    if values.get(PLACE, tables[PLACE]) != tables[PLACE]:
        given.fault(f"[answers] {PLACE}", "answers-jurisdiction-differs")
    papers, files = read_papers(given, _of_type("material", tables, []))
    answers = answers_of(values, papers)
    led_to = kind_of(shelf.pack(tables["jurisdiction"]), answers)
    if not faults and led_to != kind.id:
        faults.append(Problem(f"{name}: kind", "answers-kind-differs", {"led_to": led_to}))
    if faults:
        raise UserProblem(*faults)
    return AnswersFile(
        jurisdiction=tables["jurisdiction"],
        kind=kind.id,
        language=tables.get("language", shelf.pack(tables["jurisdiction"]).language),
        today=tables.get("today"),
        answers=answers,
        files=MappingProxyType(files),
        expect=MappingProxyType(tables.get("expect", {})),
    )


def _is_no_day(text: str, line: int) -> bool:
    """Whether a line is broken because its bare date is none, such as 30 February."""
    written = _BARE_DATE.match(text.split("\n")[line - 1])
    return written is not None and day_of(written[1]) is None


def _head_faults(tables: Mapping[str, Any], name: str) -> list[Problem]:
    faults = [
        Problem(f"{name}: {key}", "answers-key-missing", {"key": key})
        for key in _NEEDED
        if key not in tables
    ]
    for key in tables:
        if key not in _KEYS:
            facts = {"key": key, "meant": nearest(key, _KEYS)}
            faults.append(Problem(f"{name}: {key}", "answers-key-unknown", facts))
        elif _of_type(key, tables, None) is None:
            facts = {"expected": _KEYS[key][1]}
            faults.append(Problem(f"{name}: {key}", "answers-wrong-type", facts))
    if _of_type("format", tables, FORMAT) != FORMAT:
        faults.append(Problem(f"{name}: format", "answers-format", {"known": str(FORMAT)}))
    _is_offered("language", tables, name, list(LANGUAGES), faults)
    return faults


def _of_type(key: str, tables: Mapping[str, Any], otherwise: Any) -> Any:
    """What stands under a key, where it is of the key's type."""
    value = tables.get(key)
    fits = isinstance(value, _KEYS[key][0]) and not isinstance(value, datetime | bool)
    return value if fits else otherwise


def _is_offered(
    key: str, tables: Mapping[str, Any], name: str, offered: Sequence[str], faults: list[Problem]
) -> bool:
    written = _of_type(key, tables, None)
    if written is not None and written not in offered:
        facts = {"offered": ", ".join(offered), "meant": nearest(written, offered)}
        faults.append(Problem(f"{name}: {key}", "answers-choice-unknown", facts))
    return written in offered


def _kind(
    tables: Mapping[str, Any], name: str, shelf: Packs, faults: list[Problem]
) -> FilingKind | None:
    """The kind that the file names, of the jurisdiction that the file names."""
    if not _is_offered("jurisdiction", tables, name, shelf.jurisdictions(), faults):
        return None
    kinds = shelf.pack(tables["jurisdiction"]).kinds
    if not _is_offered("kind", tables, name, list(kinds), faults):
        return None
    return kinds[tables["kind"]]


def write_answers(filed: AnswersFile) -> str:
    """A file that `read_answers` reads as the same answers."""
    import tomli_w

    values = filed.answers.values
    tables = {
        "format": FORMAT,
        "jurisdiction": filed.jurisdiction,
        "kind": filed.kind,
        "language": filed.language,
        "today": filed.today,
        "answers": {id: _plain(value) for id, value in values.items() if not _papers(value)},
        "material": [_paper(each, filed) for value in values.values() for each in _papers(value)],
        "expect": dict(filed.expect),
    }
    return tomli_w.dumps({key: value for key, value in tables.items() if value})


def _papers(value: Value) -> list[MaterialAnswer]:
    return [each for each in value if isinstance(each, MaterialAnswer)]


def _plain(value: Value) -> Any:
    if isinstance(value, str):
        return value
    return [asdict(each) if isinstance(each, Difference) else each for each in value]


def _paper(paper: MaterialAnswer, filed: AnswersFile) -> dict[str, Any]:
    row = {"id": paper.material, "state": paper.state.value}
    row |= {"by": paper.by} if paper.by else {}
    files = filed.files.get(paper.material)
    return {**row, "files": list(files)} if files else row
