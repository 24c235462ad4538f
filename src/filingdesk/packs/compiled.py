"""Packs as one file that is read in a moment: JSON of plain values, nothing that could run.

The first line names the content that it was made from and the hash of the second. Whatever does
not fit both is as if it were not there. Equal values are written once, and are one when read.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

import filingdesk
from filingdesk.core import clock, law, pack, question
from filingdesk.core.pack import Pack
from filingdesk.packs.folder import files_in

_VALUES: tuple[type, ...] = (
    *(pack.Pack, pack.Authority, pack.Addressee, pack.NotThere, pack.Ground, pack.Material),
    *(pack.Enclosure, pack.Alternative, pack.DisplayRule, pack.Edge, pack.Page, pack.Section),
    *(pack.VersionedText, pack.Triage, pack.FilingKind),
    *(question.Question, question.Choice, question.Condition),
    *(law.Citation, law.Effect, clock.Clock, clock.Extension),
)
"""What a pack consists of; nothing else is ever made from a file."""
_ENUMS: tuple[type[Enum], ...] = (
    *(pack.Role, pack.Measure, pack.Shows, question.AnswerType, question.Part, question.Shape),
    *(clock.Unit, clock.Trigger, clock.OwedBy, clock.LastDay),
)
_READERS = ("compose", "folder", "layers", "read", "shape", "sheet", "shelf")
"""The modules that make a pack of files: with other ones, other packs could come."""
_SORTS = ("*.toml", "law/*.toml", "parts/*.toml", "kinds/*.toml", "templates/*.txt")
_MOST_BYTES = 2**26


def content_key(packs: Path) -> str:
    """A hash of every file that packs are read from, by name, and of all that reads them."""
    whole = sha256(repr((filingdesk.__version__, _shapes())).encode())
    for name in _READERS:
        whole.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    for folder in sorted(each for each in packs.iterdir() if each.is_dir()):
        for file in files_in(folder, *_SORTS):
            content = file.read_bytes()
            whole.update(f"{folder.name}/{file.relative_to(folder)}:{len(content)}\n".encode())
            whole.update(content)
    return whole.hexdigest()


def _shapes() -> list[object]:
    """What values are made of, in their order."""
    values = [(each.__name__, [*get_type_hints(each).items()]) for each in _VALUES]
    return [values, [(each.__name__, [one.value for one in each]) for each in _ENUMS]]


def write_compiled(packs: Sequence[Pack], key: str) -> bytes:
    """These packs as a file."""
    table = _Table()
    of_packs = [table.put(each) for each in packs]
    body = json.dumps([table.nodes, of_packs], ensure_ascii=False, separators=(",", ":")).encode()
    head = json.dumps({"key": key, "sha256": sha256(body).hexdigest()}).encode()
    return head + b"\n" + body


def read_compiled(file: Path, key: str) -> tuple[Pack, ...] | None:
    """The packs in a file; None where it was made from other content, or is not whole."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            return None
        untrusted_head, _, body = file.read_bytes().partition(b"\n")
        head = json.loads(untrusted_head)
        if head != {"key": key, "sha256": sha256(body).hexdigest()}:
            return None
        nodes, of_packs = json.loads(body)
        made = _made(nodes)
        packs = tuple(made[each] for each in of_packs)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    return packs if packs and all(isinstance(each, Pack) for each in packs) else None


class _Table:
    """Values in the order in which they can be made: each after all that it consists of.

    Texts, truth values and None stand for themselves, everything else for its place: a number.
    """

    def __init__(self) -> None:
        self.nodes: list[list[Any]] = []
        self._places: dict[tuple[Any, ...], int] = {}
        self._known: dict[int, tuple[object, int]] = {}

    def put(self, value: Any) -> Any:
        if value is None or type(value) in (str, bool):
            return value
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, self._placed(self._node(value)))
        return known[1]

    def _node(self, value: Any) -> list[Any]:
        if isinstance(value, Enum):
            return [f"e{_ENUMS.index(type(value))}", value.value]
        if is_dataclass(value):
            parts = (self.put(getattr(value, each.name)) for each in fields(value))
            return [f"v{_VALUES.index(type(value))}", *parts]
        match value:
            case int():
                return ["int", str(value)]
            case date():
                return ["date", value.isoformat()]
            case tuple():
                return ["tuple", *map(self.put, value)]
            case frozenset():
                return ["set", *map(self.put, sorted(value))]
            case Mapping():
                return ["map", *(self.put(each) for pair in value.items() for each in pair)]
        raise TypeError(type(value).__name__)

    def _placed(self, node: list[Any]) -> int:
        # True == 1 in Python: the types keep them apart.
        key = tuple((type(each), each) for each in node)
        if key not in self._places:
            self._places[key] = len(self.nodes)
            self.nodes.append(node)
        return self._places[key]


def _made(nodes: Iterable[Sequence[Any]]) -> list[Any]:
    made: list[Any] = []
    makers: dict[str, Callable[..., Any]] = {
        "int": int,
        "date": date.fromisoformat,
        "tuple": lambda *parts: parts,
        "set": lambda *parts: frozenset(parts),
        "map": lambda *parts: dict(zip(parts[::2], parts[1::2], strict=True)),
        **{f"v{number}": each for number, each in enumerate(_VALUES)},
        **{f"e{number}": each for number, each in enumerate(_ENUMS)},
    }
    for name, *parts in nodes:
        whole = [made[each] if type(each) is int else each for each in parts]
        made.append(makers[name](*whole))
    return made
