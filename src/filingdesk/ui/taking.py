"""What a person takes away: pages under the one name that others may see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ToTake:
    """Pages for paper or for a stick, made when somebody wants them.

    `name` is the reference and what follows it: letters, digits and hyphens. `more` are further
    files that go with the pages onto a stick, by their ending.
    """

    name: str
    pdf: Callable[[], bytes] = field(repr=False)
    more: Mapping[str, Callable[[], bytes]] = field(default_factory=dict, repr=False)


def dated(reference: str, number: int) -> str:
    """What the proof of the clock of that number is called; it says nothing of the matter."""
    return f"{reference}-date-{number}"
