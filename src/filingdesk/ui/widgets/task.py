"""A task of the list: what it is called and how far it is."""

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How far a task is; the value names its icon."""

    COMPLETED = "circle-check"
    IN_PROGRESS = "circle-dot"
    NOT_STARTED = "circle"
    BLOCKED = "circle-minus"


@dataclass(frozen=True, slots=True)
class Task:
    """One row; `status` is the state in words, `here` the task this page belongs to."""

    key: str
    title: str
    status: str
    state: State
    here: bool = False
