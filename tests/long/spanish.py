"""What a Spanish reader reads on the screen, taken from the catalogues."""

import gettext
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date

ROOT = Path(__file__).resolve().parent.parent.parent
PACKS = ROOT / "resources" / "packs"
LANGUAGE = "es"
LINEAGE = ("cn-tianjin", "cn")


def say(english: str, **places: object) -> str:
    """A sentence of the program."""
    said = gettext.translation("filingdesk", ROOT / "translations", [LANGUAGE]).gettext(english)
    if said == english:
        raise LookupError(f"the program does not say {english!r} in Spanish")
    return said.format_map(places) if places else said


def law(chinese: str) -> str:
    """A text of the packs."""
    return next((said for each in _packs() if (said := each.gettext(chinese)) != chinese), chinese)


def title(page: str) -> str:
    """The heading of a page of questions."""
    return law(_entry("page", page, "title")["title"])


def label(question: str) -> str:
    """How a field is called."""
    return law(_entry("question", question)["text"])


def choice(question: str, value: str) -> str:
    """The words on a card."""
    choices = _entry("question", question, "choices")["choices"]
    return law(next(each["text"] for each in choices if each["id"] == value))


def material(id: str) -> str:
    """The name of a paper."""
    return law(_entry("material", id)["text"])


def written(day: date) -> str:
    """A day with its weekday."""
    return format_date(day, "full", LANGUAGE)


@cache
def _packs() -> tuple[gettext.GNUTranslations, ...]:
    found = []
    for id in LINEAGE:
        with (PACKS / id / "lang" / f"{LANGUAGE}.mo").open("rb") as file:
            found.append(gettext.GNUTranslations(file))
    return tuple(found)


def _entry(table: str, id: str, says: str = "text") -> dict[str, Any]:
    """One entry of the filing kind that says something: Tianjin's own, else the country's."""
    for pack in LINEAGE:
        folder = PACKS / pack
        files = [folder / "kinds" / "objection.toml", folder / "triage.toml"]
        for file in [*files, *sorted(folder.glob("parts/*.toml"))]:
            tables = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
            for entry in tables.get(table, ()):
                if entry["id"] == id and says in entry:
                    found: dict[str, Any] = entry
                    return found
    raise LookupError(f"no {table} {id}")
