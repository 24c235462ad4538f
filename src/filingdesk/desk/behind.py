"""Why a case went to its authority: what was signed, and the law that it was made under."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from filingdesk.core.law import Citation
from filingdesk.core.pack import Addressee, Ground, Pack, Role


@dataclass(frozen=True, slots=True)
class Behind:
    """The grounds of a case, what its authority does with the record, and why it is that one.

    `reason` is a pack text, empty where the law of the case does not tell it any more; `role` is
    None for a filing of which nothing of this was kept.
    """

    grounds: tuple[Ground, ...] = ()
    role: Role | None = None
    reason: str = ""
    citations: tuple[Citation, ...] = ()


def behind(filing: bytes, pack: Pack, kind: str) -> Behind:
    """`filing` is filing.json as it was signed."""
    told: dict[str, Any] = json.loads(filing)
    ids = [each["id"] for each in told.get("grounds", ())]
    law = pack.kinds.get(kind)
    grounds = tuple(each for each in (law.grounds if law else ()) if each.id in ids)
    to = told.get("authority", {})
    if "role" not in to:
        return Behind(grounds)
    taken = _taken(grounds, Role(to["role"]), to.get("reason"))
    if taken is None:
        return Behind(grounds, Role(to["role"]))
    reason = "" if "{" in taken.reason else taken.reason
    return Behind(grounds, taken.role, reason, taken.citations)


def _taken(grounds: Iterable[Ground], role: Role, reason: object) -> Addressee | None:
    """The one whose reason was signed: a ground may lead to several offices of one role."""
    addressees = (each for ground in grounds for each in ground.addressees)
    return next((each for each in addressees if (each.role, each.reason) == (role, reason)), None)
