"""Which version of each pack this desk uses, and which it used before: current.json."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from filingdesk.packs.numbering import is_id, is_version, ordered

SHIPPED = ""
"""In place of a version: whatever comes with the program."""
_MOST_BEFORE = 20


@dataclass(frozen=True, slots=True)
class Use:
    """The version that was chosen. `over` is the one that the program brought at that time: a
    later program with a newer one wins. `before` are the versions used earlier, the last one last.
    """

    version: str
    over: str = ""
    before: tuple[str, ...] = ()

    def then(self, version: str, over: str, used: str) -> "Use":
        """Another choice, after `used` was in use."""
        return Use(version, over, (*self.before, used)[-_MOST_BEFORE:])

    def yields_to(self, shipped: str) -> bool:
        """Whether the program's own version counts."""
        return ordered(shipped) > max(ordered(self.version), ordered(self.over))


NEVER = Use(SHIPPED)
"""Nothing was ever chosen."""


def write_uses(uses: Mapping[str, Use]) -> bytes:
    """All choices as JSON."""
    return json.dumps({id: asdict(use) for id, use in uses.items()}, indent=1).encode()


def read_uses(written: bytes) -> dict[str, Use]:
    """The choices; none where the file is broken: then the packs of the program are used."""
    try:
        table = json.loads(written)
    except ValueError:
        return {}
    rows = table.items() if isinstance(table, dict) else ()
    return {
        id: Use(**{**row, "before": tuple(row["before"])}) for id, row in rows if _fits(id, row)
    }


def _fits(id: str, row: Any) -> bool:
    if not isinstance(row, dict) or row.keys() != set(Use.__dataclass_fields__):
        return False
    before = row["before"]
    versions = [row["version"], row["over"], *(before if isinstance(before, list) else [None])]
    return is_id(id) and all(
        isinstance(each, str) and (not each or is_version(each)) for each in versions
    )
