"""Whatever can go wrong has a sentence, in every language."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import filingdesk
from filingdesk.core.problem import Problem
from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.problems import PROBLEMS, sentence
from filingdesk.words.verdict import POINTS

HOUSE = Path(filingdesk.__file__).parent
TELLERS = ("Problem", "problem", "_problem", "Refused")
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def codes_told() -> set[str]:
    """The codes that stand in the source: in the core, and where a door tells a problem."""
    found: set[str] = set()
    for file in HOUSE.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        within = [tree] if file.parent.name == "core" else _tellings(tree)
        strings = (
            node.value
            for each in within
            for node in ast.walk(each)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
        found |= {each for each in strings if CODE.fullmatch(each)}
    return found


def _tellings(tree: ast.AST) -> list[ast.AST]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [each for each in calls if isinstance(each.func, ast.Name) and each.func.id in TELLERS]


def test_every_problem_has_a_sentence() -> None:
    told = codes_told()
    assert {"answer-missing", "store-locked", "file-empty", "id-number-check"} <= told
    assert sorted(told - PROBLEMS.keys() - POINTS.keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    words = Words(language)
    for code, text in PROBLEMS.items():
        names = [name for _, name, _, _ in Formatter().parse(text) if name]
        facts = {name: f"<{name}>" for name in names}
        said = sentence(Problem("here", code, facts), words)
        assert said
        assert [each for each in facts.values() if each not in said] == []
