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
    `titled`: `law` is its title. A page or a form that is only described is not: it stands in no
    title marks.
    """

    law: str
    article: str = ""
    quote: str = ""
    statute: str = ""
    url: str = ""
    as_of: date | None = None
    verified: bool = False
    number: str = ""
    titled: bool = True

    def named(self, text: Callable[[str], str] = str) -> str:
        """《law》（number）article; `text` says the name and the number in another language.

        GB/T 15834-2011, 4.16: 《》 mark the title of a work, and nothing else.
        """
        name = f"《{text(self.law)}》" if self.titled else text(self.law)
        number = f"（{text(self.number)}）" if self.number else ""
        return f"{name}{number}{self.article}"


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
