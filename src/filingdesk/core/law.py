"""What the law says and how sure the desk is of it: citations, and rules by date of effect."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule comes from.

    `statute` names the text that travels with the packs; `quote` occurs in it character for
    character, white space aside. A citation without such a text has a page address at most.
    """

    law: str
    article: str = ""
    quote: str = ""
    statute: str = ""
    url: str = ""
    as_of: date | None = None
    verified: bool = False


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
