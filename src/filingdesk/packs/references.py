"""Every name in a pack that points at something: does it exist?"""

from collections.abc import Collection, Iterable, Iterator

from filingdesk.core.pack import EVERY_GROUND, FilingKind, Ground
from filingdesk.core.problem import Problem
from filingdesk.core.question import AnswerType
from filingdesk.packs.conditions import (
    Placed,
    Questions,
    condition_faults,
    conditions_of,
    conditions_of_rule,
)
from filingdesk.packs.layers import Layers
from filingdesk.packs.meant import nearest
from filingdesk.packs.read import Reading
from filingdesk.packs.sentences import sentence_faults, template_faults
from filingdesk.packs.sheet import Row, Rows, Sheet

_PERIODS = ("display", "minimum")
"""The facts that a kind can wait for."""

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
        yield from _kind_faults(kind, layers.kinds[id], layers.kinds)
        yield from _organ_ids(kind, layers.kinds[id], layers.sheet["authority"])
        yield from _letter_faults(layers.kinds[id], layers)
        yield from _start_of_clocks(layers.kinds[id], by_kind[id])
    yield from _clock_faults(layers)


def _questions(sheet: Sheet, kind: FilingKind | None) -> Questions:
    return {id: kind.questions.get(id) if kind else None for id in sheet["question"]}


def _known(row: Row, key: str, rows: Rows, code: str) -> Iterator[Problem]:
    """The name under a key, or each of its names, is the id of one of the rows."""
    written = row.table.get(key) or []
    for number, name in enumerate(written if isinstance(written, list) else [written]):
        if isinstance(name, str) and name not in rows:
            facts = {"name": name, "meant": nearest(name, rows)}
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


def _kind_faults(kind: FilingKind, sheet: Sheet, kinds: Collection[str]) -> Iterator[Problem]:
    if kind.wait_for and kind.wait_for not in _PERIODS:
        facts = {"name": kind.wait_for, "meant": nearest(kind.wait_for, _PERIODS)}
        yield Problem(sheet.head.place("wait_for"), "pack-fact-unknown", facts)
    for row in sheet["page"].values():
        yield from _known(row, "section", sheet["section"], "pack-section-unknown")
    for row in sheet["material"].values():
        grounds = {**sheet["ground"], EVERY_GROUND: row}
        yield from _known(row, "proves", grounds, "pack-ground-unknown")
    for question in kind.questions.values():
        row = sheet["question"][question.id]
        if (question.type in _WITH_CHOICES) != bool(question.choices):
            yield Problem(row.place("type"), "pack-choices-differ", {"name": question.id})
        ids = [choice.id for choice in question.choices]
        for number, id in enumerate(ids):
            if id in ids[:number]:
                facts = {"name": id, "table": "choices"}
                yield Problem(row.place("choices", number, "id"), "pack-id-twice", facts)
    for other in kind.alternatives:
        row = sheet["alternative"][other.id]
        yield from sentence_faults(row.place("reason"), other.reason, sheet["question"])
        if other.kind not in kinds or (other.kind == kind.id and not other.when):
            facts = {"name": other.kind, "meant": nearest(other.kind, kinds)}
            yield Problem(row.place("kind"), "pack-kind-unknown", facts)
    if kind.grounds and not any(each.addressees for each in kind.grounds):
        first = sheet["ground"][kind.grounds[0].id]
        facts = {"name": first.id, "key": "addressees"}
        yield Problem(first.place("addressees"), "pack-ground-idle", facts)
    for ground in kind.grounds:
        yield from _ground_faults(ground, sheet["ground"][ground.id], sheet["question"])


def _ground_faults(ground: Ground, row: Row, questions: Rows) -> Iterator[Problem]:
    if not ground.supported:
        facts = {"name": ground.id, "key": "supported"}
        yield Problem(row.place("supported"), "pack-ground-idle", facts)
    for key in ("shown", "true", "asked", "claims"):
        for number, sentence in enumerate(getattr(ground, key)):
            yield from sentence_faults(row.place(key, number), sentence, questions)
    for number, addressee in enumerate(ground.addressees):
        where = row.place("addressees", number, "reason")
        yield from sentence_faults(where, addressee.reason, questions)
        if addressee.question:
            where = row.place("addressees", number, "question")
            yield from _organ_faults(addressee.question, where, questions)
    for number, near in enumerate(ground.not_there):
        where = row.place("not_there", number, "reason")
        yield from sentence_faults(where, near.reason, questions)


def _organ_ids(kind: FilingKind, sheet: Sheet, authorities: Rows) -> Iterator[Problem]:
    """The organs that a kind names by their ids."""
    for question in kind.questions.values():
        named = [each.authority for each in question.choices]
        yield from _strangers(sheet["question"][question.id], "choices", named, authorities)
    for ground in kind.grounds:
        row = sheet["ground"][ground.id]
        addressees = [each.authority for each in ground.addressees]
        yield from _strangers(row, "addressees", addressees, authorities)
        near = [each.authority for each in ground.not_there]
        yield from _strangers(row, "not_there", near, authorities)


def _strangers(row: Row, key: str, named: Iterable[str], authorities: Rows) -> Iterator[Problem]:
    for number, name in enumerate(named):
        if name and name not in authorities:
            facts = {"name": name, "meant": nearest(name, authorities)}
            yield Problem(row.place(key, number, "authority"), "pack-authority-unknown", facts)


def _organ_faults(name: str, where: str, questions: Rows) -> Iterator[Problem]:
    """Who is named as the addressee is asked for as an authority."""
    if name not in questions:
        facts = {"name": name, "meant": nearest(name, questions)}
        yield Problem(where, "pack-question-unknown", facts)
    elif questions[name].table.get("type") != AnswerType.AUTHORITY:
        yield Problem(where, "pack-addressee-not-asked", {"name": name})


def _letter_faults(sheet: Sheet, layers: Layers) -> Iterator[Problem]:
    for row in (sheet.head, *sheet["attachment"].values()):
        found = layers.template(str(row.table.get("template")))
        if found:
            yield from template_faults(*found, sheet["question"])


def _start_of_clocks(sheet: Sheet, questions: Questions) -> Iterator[Problem]:
    for row in sheet["clock"].values():
        start = row.table.get("start")
        if isinstance(start, str) and start:
            yield from _start_faults(start, row, questions)


def _counted(row: Row) -> list[object]:
    return [row.table.get(key) for key in ("count", "unit", "trigger", "owed_by", "last_day")]


def _clock_faults(layers: Layers) -> Iterator[Problem]:
    """A clock's id names its jurisdiction, so that a case says for ever which law was counted.

    Kinds may share a clock; then they count the same.
    """
    seen: dict[str, Row] = {}
    for sheet in layers.kinds.values():
        for id, row in sheet["clock"].items():
            if not id.startswith(f"{row.pack}/"):
                facts = {"name": id, "prefix": row.pack}
                yield Problem(row.place("id"), "pack-clock-prefix", facts)
            if _counted(seen.setdefault(id, row)) != _counted(row):
                facts = {"name": id, "other": seen[id].place("id")}
                yield Problem(row.place("id"), "pack-clock-differs", facts)
            followed = row.table.get("follows")
            if isinstance(followed, str) and followed and followed not in sheet["clock"]:
                facts = {"name": followed, "meant": nearest(followed, sheet["clock"])}
                yield Problem(row.place("follows"), "pack-clock-not-followed", facts)
