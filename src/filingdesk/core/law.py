"""What the law says and how sure the desk is of it: citations, and rules by date of effect."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule comes from.

    `statute` names the text that travels with the packs; `quote` occurs in it character for
    character, white space aside. A citation without such a text has a page address at most.
    `number` is the one under which the law was issued, where its name alone does not tell it.
    """

    law: str
    article: str = ""
    quote: str = ""
    statute: str = ""
    url: str = ""
    as_of: date | None = None
    verified: bool = False
    number: str = ""

    def named(self, text: Callable[[str], str] = str) -> str:
        """《law》（number）article; `text` says the name and the number in another language."""
        number = f"（{text(self.number)}）" if self.number else ""
        return f"《{text(self.law)}》{number}{self.article}"


@dataclass(frozen=True, slots=True)
class Effect:
    """The days on which a rule is in force, from `since` to `until`; None is open."""

    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the rule is in force on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


ALWAYS = Effect()
"""In force on every day."""
