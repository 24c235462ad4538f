"""What can go wrong in a way a person can mend, told as a place and a code, never as a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    `where` is a question id, a file with its line, or another place the person can find.
    `code` is a stable name; `words` holds its sentence in every language.
    `facts` fill the named places of that sentence and never hold personal data.
    `blocks` is False for a warning: the person is told, and may go on.
    """

    where: str
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    blocks: bool = True


class UserProblem(Exception):
    """Shown to the person: the thing asked for cannot be done until these are mended."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(f"{each.where}: {each.code}" for each in problems))
        self.problems = problems

    @property
    def codes(self) -> tuple[str, ...]:
        """What is wrong, without where."""
        return tuple(each.code for each in self.problems)


class Cancelled(Exception):
    """The person changed their mind: nothing to say."""
