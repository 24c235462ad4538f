"""Answers, drafts and cases as rows, and back, without losing a keystroke."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Row

from filingdesk.core.answers import (
    Answers,
    Difference,
    MaterialAnswer,
    MaterialState,
    Value,
)
from filingdesk.core.case import Case, Event, EventKind
from filingdesk.core.identifiers import searchable
from filingdesk.core.pack import Versions
from filingdesk.core.ports import Draft
from filingdesk.core.redating import ShownDate
from filingdesk.core.signature import Reached, SignedFile, StampedFile
from filingdesk.store.attached import file_in, file_out

Columns = dict[str, str | int | bytes | None]


def answers_out(answers: Answers) -> str:
    """Answers as JSON; in ASCII, so that even half a surrogate pair comes back as it was typed."""
    return json.dumps({question: _value_out(said) for question, said in answers.values.items()})


def answers_in(text: str) -> Answers:
    """The answers that `answers_out` wrote. Raises KeyError or ValueError for anything else."""
    return Answers(
        MappingProxyType({key: _value_in(said) for key, said in json.loads(text).items()})
    )


def _value_out(said: Value) -> object:
    """A text is itself; a list tells by its name what it holds."""
    if isinstance(said, str):
        return said
    differences = [each for each in said if isinstance(each, Difference)]
    if differences:
        return {"differences": [[each.field, each.shown, each.true] for each in differences]}
    materials = [each for each in said if isinstance(each, MaterialAnswer)]
    if materials:
        return {"materials": [_material_out(each) for each in materials]}
    return {"chosen": list(said)}


def _value_in(said: Any) -> Value:
    if isinstance(said, str):
        return said
    ((name, rows),) = said.items()
    match name:
        case "differences":
            return tuple(Difference(*row) for row in rows)
        case "materials":
            return tuple(_material_in(row) for row in rows)
        case "chosen":
            return tuple(rows)
    raise ValueError("not an answer")


def _material_out(said: MaterialAnswer) -> dict[str, object]:
    files = [file_out(each) for each in said.files]
    by = {"by": said.by} if said.by else {}
    return {"material": said.material, "state": said.state.value, "files": files, **by}


def _material_in(row: Mapping[str, Any]) -> MaterialAnswer:
    files = tuple(file_in(each) for each in row["files"])
    return MaterialAnswer(row["material"], MaterialState(row["state"]), files, row.get("by", ""))


def draft_out(draft: Draft) -> Columns:
    """The row of a draft."""
    return {
        "id": draft.id,
        "answers": answers_out(draft.answers),
        "page": draft.page,
        "language": draft.language,
        "consent": draft.consent,
        "change_from": draft.change_from,
        "saved_at": draft.saved_at.isoformat() if draft.saved_at else None,
    }


def draft_in(row: Row[Any]) -> Draft:
    """The draft of a row."""
    return Draft(
        id=row.id,
        answers=answers_in(row.answers),
        page=row.page,
        language=row.language,
        consent=row.consent,
        change_from=row.change_from,
        saved_at=datetime.fromisoformat(row.saved_at) if row.saved_at else None,
    )


def case_out(case: Case) -> Columns:
    """The row of a case; its events have rows of their own."""
    return {
        "id": case.id,
        "reference": case.reference,
        "jurisdiction": case.jurisdiction,
        "kind": case.kind,
        "person": storable(case.person),
        "title": storable(case.title),
        "authority": storable(case.authority),
        "versions": versions_out(case.versions),
        "clocks": None if case.clocks is None else json.dumps(case.clocks),
        "document_number": storable(case.document_number),
        "searched": searched(case),
    }


def searched(case: Case) -> str:
    """All that a case is found by, each text on a line of its own, as `searchable` writes it."""
    texts = (case.reference, case.person, case.title, case.authority, case.document_number)
    lines = (searchable(storable(line)) for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def case_in(row: Row[Any], events: Iterable[Row[Any]]) -> Case:
    """The case of a row and of the rows of its events, in the order they were written down."""
    return Case(
        id=row.id,
        reference=row.reference,
        jurisdiction=row.jurisdiction,
        kind=row.kind,
        person=row.person,
        title=row.title,
        authority=row.authority,
        events=tuple(_event_in(each) for each in events),
        versions=versions_in(row.versions),
        clocks=None if row.clocks is None else tuple(json.loads(row.clocks)),
        document_number=row.document_number,
    )


def versions_out(versions: Versions) -> str:
    """Versions as JSON; nothing for none."""
    return json.dumps(versions) if versions else ""


def versions_in(text: str) -> Versions:
    """The versions that `versions_out` wrote."""
    return tuple((id, version) for id, version in json.loads(text)) if text else ()


def event_out(case: int, event: Event) -> Columns:
    """The row of an event; `case` is the number of its case."""
    return {
        "case": case,
        "kind": event.kind.value,
        "day": event.day.isoformat(),
        "recorded_at": event.recorded_at.isoformat(),
        "note": storable(event.note),
        "clock": storable(event.clock),
        "until": event.until.isoformat() if event.until else None,
    }


def _event_in(row: Row[Any]) -> Event:
    return Event(
        kind=EventKind(row.kind),
        day=date.fromisoformat(row.day),
        recorded_at=datetime.fromisoformat(row.recorded_at),
        note=row.note,
        clock=row.clock,
        until=date.fromisoformat(row.until) if row.until else None,
    )


def shown_out(case: int, shown: ShownDate) -> Columns:
    """The row of a last day that was shown; `case` is the number of its case."""
    return {
        "case": case,
        "clock": storable(shown.clock),
        "event": shown.event.isoformat(),
        "due_on": shown.due_on.isoformat(),
        "calendar": storable(shown.calendar),
    }


def shown_in(row: Row[Any]) -> ShownDate:
    """The last day of a row."""
    return ShownDate(
        clock=row.clock,
        event=date.fromisoformat(row.event),
        due_on=date.fromisoformat(row.due_on),
        calendar=row.calendar,
    )


def filing_out(case: int, filing: bytes, signed: SignedFile) -> Columns:
    """The row of what was signed but for its pieces; `case` is the number of its case."""
    return {
        "case": case,
        "filing": filing,
        "pdf": b"",
        "sha256": signed.sha256,
        "signer": storable(signed.signer),
        "capacity": signed.capacity.value,
        "signed_at": signed.signed_at.isoformat(),
        "level": signed.level.value,
        "lacking": signed.lacking,
    }


def signing_out(case: int, signed: SignedFile | StampedFile, reached: Reached) -> Columns:
    """The row of a later file but for its pieces; `case` is the number of its case."""
    return {
        "case": case,
        "pdf": b"",
        "sha256": signed.sha256,
        "level": reached.level.value,
        "lacking": reached.lacking,
    }


def storable(text: str) -> str:
    """The text with a question mark for every half of a surrogate pair: UTF-8 has none."""
    return text.encode("utf-8", "replace").decode()
