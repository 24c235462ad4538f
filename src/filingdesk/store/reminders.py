"""The statements about reminders: one row each, erased when nobody needs it any more."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from filingdesk.core.reminder import Reminder
from filingdesk.store.codec import Columns, answers_in, answers_out, storable
from filingdesk.store.tables import reminders


def keep(connection: Connection, reminder: Reminder) -> None:
    """The reminder, in place of what was kept under its id before."""
    row = _out(reminder)
    connection.execute(
        insert_or_update(reminders)
        .values(row)
        .on_conflict_do_update(index_elements=["id"], set_=row)
    )


def every(connection: Connection) -> Sequence[Reminder]:
    """All reminders, the nearest day first."""
    rows = connection.execute(select(reminders).order_by(reminders.c.day, reminders.c.id))
    return tuple(_in(row) for row in rows)


def erase(connection: Connection, id: str) -> bool:
    """Take one away; says whether there was one."""
    return connection.execute(delete(reminders).where(reminders.c.id == id)).rowcount > 0


def _out(reminder: Reminder) -> Columns:
    return {
        "id": reminder.id,
        "day": reminder.day.isoformat(),
        "jurisdiction": reminder.jurisdiction,
        "kind": reminder.kind,
        "person": storable(reminder.person),
        "contact": storable(reminder.contact),
        "title": storable(reminder.title),
        "answers": answers_out(reminder.answers),
        "language": reminder.language,
        "consent": reminder.consent,
        "made_at": reminder.made_at.isoformat(),
    }


def _in(row: Row[Any]) -> Reminder:
    return Reminder(
        id=row.id,
        day=date.fromisoformat(row.day),
        jurisdiction=row.jurisdiction,
        kind=row.kind,
        person=row.person,
        contact=row.contact,
        title=row.title,
        answers=answers_in(row.answers),
        language=row.language,
        consent=row.consent,
        made_at=datetime.fromisoformat(row.made_at),
    )
