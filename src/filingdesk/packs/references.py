"""Every name in a pack that points at something: does it exist?"""

from collections.abc import Collection, Iterable, Iterator

from filingdesk.core.pack import FilingKind, Ground
from filingdesk.core.problem import Problem
from filingdesk.core.question import AnswerType
from filingdesk.packs.conditions import (
    Placed,
    Questions,
    condition_faults,
    conditions_of,
    conditions_of_rule,
)
from filingdesk.packs.layers import Layers, Row, Rows, Sheet
from filingdesk.packs.meant import nearest
from filingdesk.packs.read import Reading
from filingdesk.packs.sentences import sentence_faults, template_faults

_WITH_CHOICES = (AnswerType.CHOICE, AnswerType.CHOICES)


def reference_faults(reading: Reading, jurisdictions: Collection[str]) -> Iterator[Problem]:
    """Names without a bearer, in the pack itself and in each of its filing kinds."""
    pack, layers = reading.pack, reading.layers
    if pack is None:
        return
    by_kind = {id: _questions(sheet, pack.kinds.get(id)) for id, sheet in layers.kinds.items()}
    every = {id: each for questions in by_kind.values() for id, each in questions.items()}
    rules = layers.sheet["display_rule"]
    for row in layers.sheet["authority"].values():
        yield from _known(row, "successor", layers.sheet["authority"], "pack-authority-unknown")
    for rule in pack.display_rules:
        yield from _start_faults(rule.start, rules[rule.id], every)
        placed = conditions_of_rule(rule, rules[rule.id])
        yield from _conditions(placed, every, layers, jurisdictions)
    for id, kind in pack.kinds.items():
        placed = conditions_of(kind, layers.kinds[id])
        yield from _conditions(placed, by_kind[id], layers, jurisdictions)
        yield from _kind_faults(kind, layers.kinds[id])
        yield from _letter_faults(layers.kinds[id], layers)
    yield from _clock_faults(layers)


def _questions(sheet: Sheet, kind: FilingKind | None) -> Questions:
    return {id: kind.questions.get(id) if kind else None for id in sheet["question"]}


def _known(row: Row, key: str, rows: Rows, code: str) -> Iterator[Problem]:
    """The name under a key, or each of its names, is the id of one of the rows."""
    written = row.table.get(key) or []
    for number, name in enumerate([written] if isinstance(written, str) else written):
        if name not in rows:
            facts = {"name": str(name), "meant": nearest(str(name), rows)}
            yield Problem(row.place(key, number), code, facts)


def _start_faults(start: str, row: Row, questions: Questions) -> Iterator[Problem]:
    question = questions.get(start)
    if start not in questions:
        facts = {"name": start, "meant": nearest(start, questions)}
        yield Problem(row.place("start"), "pack-question-unknown", facts)
    elif question and question.type is not AnswerType.DATE:
        yield Problem(row.place("start"), "pack-start-not-a-date", {"name": start})


def _conditions(
    placed: Iterable[Placed],
    questions: Questions,
    layers: Layers,
    jurisdictions: Collection[str],
) -> Iterator[Problem]:
    for each in placed:
        yield from condition_faults(each, questions, layers.sheet["authority"], jurisdictions)


def _kind_faults(kind: FilingKind, sheet: Sheet) -> Iterator[Problem]:
    for row in sheet["page"].values():
        yield from _known(row, "section", sheet["section"], "pack-section-unknown")
    for row in sheet["material"].values():
        yield from _known(row, "proves", sheet["ground"], "pack-ground-unknown")
    for question in kind.questions.values():
        row = sheet["question"][question.id]
        if (question.type in _WITH_CHOICES) != bool(question.choices):
            yield Problem(row.place("type"), "pack-choices-differ", {"name": question.id})
        ids = [choice.id for choice in question.choices]
        for number, id in enumerate(ids):
            if id in ids[:number]:
                facts = {"name": id, "table": "choices"}
                yield Problem(row.place("choices", number, "id"), "pack-id-twice", facts)
    for ground in kind.grounds:
        yield from _ground_faults(ground, sheet["ground"][ground.id], sheet["question"])


def _ground_faults(ground: Ground, row: Row, questions: Collection[str]) -> Iterator[Problem]:
    for key in ("supported", "addressees"):
        if not getattr(ground, key):
            yield Problem(row.place(key), "pack-ground-idle", {"name": ground.id, "key": key})
    for key in ("shown", "true", "asked", "claims"):
        for number, sentence in enumerate(getattr(ground, key)):
            yield from sentence_faults(row.place(key, number), sentence, questions)
    for number, addressee in enumerate(ground.addressees):
        where = row.place("addressees", number, "reason")
        yield from sentence_faults(where, addressee.reason, questions)
    for number, near in enumerate(ground.not_there):
        where = row.place("not_there", number, "reason")
        yield from sentence_faults(where, near.reason, questions)


def _letter_faults(sheet: Sheet, layers: Layers) -> Iterator[Problem]:
    found = layers.template(str(sheet.head.table.get("template")))
    if found:
        yield from template_faults(*found, sheet["question"])


def _clock_faults(layers: Layers) -> Iterator[Problem]:
    """A clock's id names its jurisdiction, so that a case says for ever which law was counted."""
    seen: dict[str, str] = {}
    for sheet in layers.kinds.values():
        for id, row in sheet["clock"].items():
            if not id.startswith(f"{row.pack}/"):
                facts = {"name": id, "prefix": row.pack}
                yield Problem(row.place("id"), "pack-clock-prefix", facts)
            if id in seen:
                facts = {"name": id, "table": "clock"}
                yield Problem(row.place("id"), "pack-id-twice", facts)
            seen[id] = id
