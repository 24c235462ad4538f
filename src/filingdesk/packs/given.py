"""Each answer and each paper of an ANSWERS.toml against what the filing kind asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from filingdesk.core.answers import Answers, Difference, MaterialAnswer, MaterialState, Value
from filingdesk.core.pack import FilingKind
from filingdesk.core.problem import Problem
from filingdesk.core.question import NOT_SURE, AnswerType, Question
from filingdesk.packs.meant import nearest

_ROW = tuple(each.name for each in fields(Difference))
_PAPER = ("id", "state", "files", "by")


@dataclass(frozen=True, slots=True)
class Given:
    """What a file gives on its way in, with the faults met so far."""

    file: str
    kind: FilingKind
    jurisdictions: Sequence[str]
    faults: list[Problem]

    def fault(self, place: str, code: str, **facts: str) -> None:
        """A fact is never what was answered: that is personal."""
        self.faults.append(Problem(f"{self.file}: {place}", code, facts))


def read_values(given: Given, untrusted_answers: Mapping[str, Any]) -> dict[str, Value]:
    """The answers by question, as the core keeps them; empty ones are left out."""
    values: dict[str, Value] = {}
    for id, untrusted in untrusted_answers.items():
        question = given.kind.questions.get(id)
        if question is None:
            meant = nearest(id, given.kind.questions)
            given.fault(f"[answers] {id}", "answers-question-unknown", meant=meant)
        elif value := _value(given, question, untrusted):
            values[id] = value
    return values


def _value(given: Given, question: Question, untrusted: Any) -> Value:
    place = f"[answers] {question.id}"
    if untrusted == NOT_SURE and question.not_sure:
        return NOT_SURE
    match question.type:
        case AnswerType.CHOICES:
            chosen = _texts(given, place, untrusted)
            return tuple(each for each in chosen if _is_offered(given, place, question, each))
        case AnswerType.DIFFERENCES:
            return _differences(given, place, untrusted)
        case AnswerType.MATERIALS:
            given.fault(place, "answers-material-misplaced")
            return ()
        case AnswerType.DATE if isinstance(untrusted, date) and not isinstance(untrusted, datetime):
            return untrusted.isoformat()
        case _:
            text = _text(given, place, untrusted)
            return text if _is_offered(given, place, question, text) else ""


def _is_offered(given: Given, place: str, question: Question, text: str) -> bool:
    match question.type:
        case AnswerType.CHOICE | AnswerType.CHOICES:
            offered: Sequence[str] = [choice.id for choice in question.choices]
        case AnswerType.JURISDICTION:
            offered = given.jurisdictions
        case _:
            return True
    if text and text not in offered:
        facts = {"offered": ", ".join(offered), "meant": nearest(text, offered)}
        given.fault(place, "answers-choice-unknown", **facts)
    return text in offered


def _text(given: Given, place: str, untrusted: Any) -> str:
    if isinstance(untrusted, str):
        return untrusted
    given.fault(place, "answers-wrong-type", expected="string")
    return ""


def _day(given: Given, place: str, untrusted: Any) -> str:
    """A day as TOML writes it, or as a text."""
    if isinstance(untrusted, date) and not isinstance(untrusted, datetime):
        return untrusted.isoformat()
    return _text(given, place, untrusted)


def _texts(given: Given, place: str, untrusted: Any) -> tuple[str, ...]:
    if isinstance(untrusted, list) and all(isinstance(each, str) for each in untrusted):
        return tuple(untrusted)
    given.fault(place, "answers-wrong-type", expected="array of strings")
    return ()


def _differences(given: Given, place: str, untrusted: Any) -> tuple[Difference, ...]:
    if not isinstance(untrusted, list) or not all(isinstance(each, dict) for each in untrusted):
        given.fault(place, "answers-wrong-type", expected="array of tables")
        return ()
    rows = []
    for number, row in enumerate(untrusted, start=1):
        known = _known_keys(given, f"{place} {number}", row, _ROW)
        texts = {key: _text(given, f"{place} {number} {key}", known.get(key, "")) for key in _ROW}
        rows.append(Difference(**texts))
    return tuple(rows)


def _known_keys(
    given: Given, place: str, table: Mapping[str, Any], keys: Sequence[str]
) -> dict[str, Any]:
    for key in table.keys() - set(keys):
        given.fault(f"{place} {key}", "answers-key-unknown", key=key, meant=nearest(key, keys))
    return {key: value for key, value in table.items() if key in keys}


def read_papers(
    given: Given, untrusted_rows: Sequence[Any]
) -> tuple[dict[str, Value], dict[str, tuple[str, ...]]]:
    """What is said of each paper, as the answer to the question for them; and the files to attach.

    The files are named only: whoever has the folder lets them in through the intake.
    """
    asked = [each.id for each in given.kind.questions.values() if each.type is AnswerType.MATERIALS]
    if untrusted_rows and not asked:
        given.fault("[[material]]", "answers-material-not-asked")
        return {}, {}
    papers: dict[str, MaterialAnswer] = {}
    files: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(untrusted_rows, start=1):
        place = f"[[material]] {number}"
        if not isinstance(row, dict):
            given.fault(place, "answers-wrong-type", expected="table")
            continue
        _paper(given, place, row, papers, files)
    return ({asked[0]: tuple(papers.values())} if papers else {}), files


def _paper(
    given: Given,
    place: str,
    row: Mapping[str, Any],
    papers: dict[str, MaterialAnswer],
    files: dict[str, tuple[str, ...]],
) -> None:
    before = len(given.faults)
    known = _known_keys(given, place, row, _PAPER)
    id = _one_of(given, place, "id", known, [each.id for each in given.kind.materials])
    state = _one_of(given, place, "state", known, [each.value for each in MaterialState])
    paths = _texts(given, f"{place} files", known.get("files", []))
    by = _day(given, f"{place} by", known.get("by", ""))
    if id in papers:
        given.fault(f"{place} id", "answers-material-twice", name=id)
    if state and (state == MaterialState.ATTACHED) != bool(paths):
        given.fault(f"{place} files", "answers-files-differ", state=state)
    if not all(_is_inside(each) for each in paths):
        given.fault(f"{place} files", "answers-file-outside")
    if len(given.faults) == before:
        papers[id] = MaterialAnswer(id, MaterialState(state), by=by)
        files |= {id: paths} if paths else {}


def _one_of(
    given: Given, place: str, key: str, table: Mapping[str, Any], offered: Sequence[str]
) -> str:
    if key not in table:
        given.fault(f"{place} {key}", "answers-key-missing", key=key)
        return ""
    written = table[key]
    text = _text(given, f"{place} {key}", written)
    if isinstance(written, str) and text not in offered:
        facts = {"offered": ", ".join(offered), "meant": nearest(text, offered)}
        given.fault(f"{place} {key}", "answers-choice-unknown", **facts)
        return ""
    return text


def _is_inside(path: str) -> bool:
    """Whether a path stays below the folder of the answers, on any system."""
    windows, posix = PureWindowsPath(path), PurePosixPath(path)
    rooted = posix.is_absolute() or bool(windows.drive or windows.root)
    return bool(path) and not rooted and ".." not in windows.parts


def answers_of(*parts: Mapping[str, Value]) -> Answers:
    """One value from the answers and the papers."""
    answers = Answers()
    for part in parts:
        for id, value in part.items():
            answers = answers.say(id, value)
    return answers
