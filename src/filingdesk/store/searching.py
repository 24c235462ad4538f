"""What a clerk types finds a case: part of a text of it, however either of them is written."""

from typing import Any

from sqlalchemy import Select, func

from filingdesk.core.identifiers import searchable
from filingdesk.store.codec import storable
from filingdesk.store.tables import cases

_LONGEST = 200


def that_hold(wanted: Select[Any], search: str) -> Select[Any]:
    """Of cases that are selected, those in which the text occurs; all for an empty text."""
    text = searchable(storable(search[:_LONGEST]))
    return wanted.where(func.instr(cases.c.searched, text) > 0) if text else wanted
