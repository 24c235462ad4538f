"""The folder of a new pack, so that its author types what is true of the place and nothing else.

The templates lie in the resources. What the parent knows is taken from the parent: which time
limits there are to replace, to whom its filings go.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from filingdesk import resources
from filingdesk.core.ports import NewPack
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.disk import FULL
from filingdesk.packs import disk
from filingdesk.packs.catalogues import update_catalogues
from filingdesk.packs.folder import read_folder
from filingdesk.packs.layers import Layers, lay, lineage_of
from filingdesk.packs.meant import nearest
from filingdesk.packs.numbering import is_id
from filingdesk.packs.sheet import Row
from filingdesk.packs.skeleton_articles import StatuteText, read_statute

_FILES = (
    "pack.toml",
    "kinds/objection.toml",
    "kinds/complaint.toml",
    "scenarios/objection.toml",
    "scenarios/complaint.toml",
    "examples/objection.toml",
)

_ONE_FOR_ALL = {
    "objection": {"role": "platform", "reason": "异议由它受理。要由别的单位核查的，它会转送。"},
    "complaint": {"role": "supervising", "reason": "投诉由它受理。"},
}
"""Which office takes every filing of a kind, and why, where the law says so."""
_ALONE = "Where your law names one office for all, use the first line, this one and the last:"
_LATELY = timedelta(days=60)


def begin_pack(new: NewPack, at: Path, known: Mapping[str, Path], today: date) -> Path:
    """Make the folder of a pack in the folder `at`, whole or not at all.

    `known` are the folders of the packs that there are. Raises UserProblem: pack-name-unfit,
    pack-id-taken, place-without-name, jurisdiction-unknown, pack-folder-exists, what `read_statute`
    raises, what cannot be read in a parent, pack-folder-not-writable, disk-full.
    """
    place = at / new.id
    _check(new, place, known)
    folder = cache(lambda id: read_folder(known[id]) if id in known else None)
    lineage, faults = lineage_of(new.parent, folder)
    faults += [fault for each in lineage for fault in each.unread]
    if faults:
        raise UserProblem(*faults)
    statute = read_statute(Path(new.statute), new.articles) if new.statute else None
    files = _files(new, lay(lineage), statute, today)
    try:
        _write(place, files, [known[each.id].absolute() for each in lineage])
    except OSError as fault:
        code = "disk-full" if fault.errno in FULL else "pack-folder-not-writable"
        raise UserProblem(Problem(str(place), code)) from None
    return place


def _write(place: Path, files: Mapping[str, str], parents: Sequence[Path]) -> None:
    """The files with their catalogues, in which stands what the parents have translated."""
    with disk.unfinished(place) as side_by_side:
        made = side_by_side / place.name
        for name, text in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_text(text, "utf-8")
        for each in parents:
            (side_by_side / each.name).symlink_to(each)
        update_catalogues(side_by_side, only=(place.name,))
        made.rename(place)


def _check(new: NewPack, place: Path, known: Collection[str]) -> None:
    facts = {"name": new.id}
    if not is_id(new.id):
        raise UserProblem(Problem("ID", "pack-name-unfit", facts))
    if new.id in known:
        raise UserProblem(Problem("ID", "pack-id-taken", facts))
    if not new.name.strip() or not new.name.isprintable():
        raise UserProblem(Problem("--name", "place-without-name"))
    if new.parent not in known:
        facts = {"name": new.parent, "meant": nearest(new.parent, known)}
        raise UserProblem(Problem("--parent", "jurisdiction-unknown", facts))
    if place.exists() or place.is_symlink():
        raise UserProblem(Problem(str(place), "pack-folder-exists", facts))


def _files(
    new: NewPack, parent: Layers, statute: StatuteText | None, today: date
) -> dict[str, str]:
    """Every file of the folder but its catalogues, by its name in there."""
    name = new.name.strip()
    short = _short(new.id, parent)
    said = {
        "id": new.id,
        "name": _text(name),
        "short": short,
        "parent": new.parent,
        "law": _text(statute.law if statute else f"{name}社会信用条例"),
        "version": f"{today.year}.{today.month}.1",
        "today": today.isoformat(),
        "year": str((today - _LATELY).year),
        "lately": (today - _LATELY).isoformat(),
        "last_month": (today - timedelta(days=30)).isoformat(),
        "last_year": (today - timedelta(days=365)).isoformat(),
        "long_ago": (today - timedelta(days=365 * 20)).isoformat(),
        "next_year": (today + timedelta(days=365)).isoformat(),
    }
    files = {each: _filled(each, said | _of_parent(each, parent, short)) for each in _FILES}
    return files | {"law/credit.toml": _filled("law/credit.toml", said | _law(said, statute))}


def _filled(template: str, said: Mapping[str, str]) -> str:
    text = Template((resources.skeleton() / template).read_text("utf-8")).substitute(said)
    return re.sub("\n{3,}", "\n\n", text).rstrip() + "\n"


def _text(text: str) -> str:
    """A text as it stands between quotation marks."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _short(id: str, parent: Layers) -> str:
    """What the ids of its authorities and citations begin with: none of the parent's does."""
    short = id.rpartition("-")[2]
    taken = {*parent.sheet["citation"], *parent.sheet["authority"]}
    return id if any(each.startswith(f"{short}-") for each in taken) else short


def _law(said: Mapping[str, str], statute: StatuteText | None) -> dict[str, str]:
    """One citation for each paragraph; without a statute, one that shows how it is done."""
    if statute is None:
        return {"articles": _filled("law/no-article.toml", said)}
    cited = [
        _filled(
            "law/article.toml",
            {
                **said,
                "id": f"{said['short']}-{each.key}",
                "article": each.article,
                "quote": _text(each.quote),
                "statute": _text(statute.name),
            },
        )
        for each in statute.paragraphs
    ]
    return {"articles": "\n".join(cited)}


def _of_parent(file: str, parent: Layers, short: str) -> dict[str, str]:
    """What stands in a kind of the parent: the addressees, and the time limits to be replaced."""
    kind, found = Path(file).stem, Path(file).parent.name == "kinds"
    sheet = parent.kinds.get(kind) if found else None
    if sheet is None:
        return {}
    grounds = [each for each in sheet["ground"].values() if each.table.get("addressees")]
    commonest = _commonest(grounds)
    checked = next((each for each in grounds if _asks_how_long(each)), None)
    whoever_checks = checked.table["addressees"] if checked else commonest
    clocks = {each.id: each.table for each in sheet["clock"].values()}
    follower = {each["follows"]: id for id, each in clocks.items() if each.get("follows")}
    agency = [id for id, each in clocks.items() if _is_for_objections(each, kind)]
    for_us = [id for id, each in clocks.items() if _is_for_filing(each)]
    replaced = next((id for id in agency if id in follower), next(iter(agency), ""))
    return {
        "addressees": _ready("addressees", commonest, f"{short}-law", _ONE_FOR_ALL.get(kind)),
        "expired": _ready(
            "addressees", whoever_checks, f"{short}-law", _ONE_FOR_ALL.get(kind)
        ).rstrip(),
        "exceptions": "\n".join(
            f'#[[ground]]\n#id = "{each.id}"\n{_ready("addressees", each.table["addressees"])}'
            for each in grounds
            if _asks_for_somebody(each) and each.table["addressees"] != commonest
        ),
        "replaced": replaced,
        "following": follower.get(replaced, ""),
        "answered": next((id for id in for_us if id != replaced), ""),
    }


def _is_for_objections(clock: Mapping[str, Any], kind: str) -> bool:
    """In a complaint, several time limits may be over; an objection's starts when it came in."""
    starts = kind != "complaint" or clock.get("start") == "received_on"
    return starts and clock.get("owed_by") == "agency"


def _is_for_filing(clock: Mapping[str, Any]) -> bool:
    """Whether it is the time to deal with this filing: that of one before has begun already."""
    begun = clock.get("start") or clock.get("follows")
    return clock.get("owed_by") == "agency" and not begun


def _commonest(grounds: Sequence[Row]) -> list[dict[str, Any]]:
    lists = {repr(each.table["addressees"]): each.table["addressees"] for each in grounds}
    (most, _), *_ = Counter(repr(each.table["addressees"]) for each in grounds).most_common(1)
    found: list[dict[str, Any]] = lists[most]
    return found


def _asks_how_long(ground: Row) -> bool:
    """Whether it is for a display of unknown end: whoever checks that also ends it."""
    sets = ground.table.get("supported", [])
    of_display = [one for when in sets for one in when if one.get("fact") == "display"]
    return any("unknown" in one.get("one_of", ()) for one in of_display)


def _asks_for_somebody(ground: Row) -> bool:
    """Whether a ground leads to somebody whom only its own question names."""
    return any("question" in each for each in ground.table["addressees"])


def _ready(
    key: str,
    rows: Sequence[Mapping[str, Any]],
    citation: str = "",
    instead: Mapping[str, str] | None = None,
) -> str:
    """A list of tables, one in each line, in lines that wait to be used.

    `instead` is the office that alone may stand there.
    """
    cited = [
        {**row, "citations": [citation, *row.get("citations", [])]} if citation else row
        for row in rows
    ]
    lines = [f"#{key} = [", *(f"#{_inline(each)}," for each in cited), "#]"]
    if instead:
        alone = {**instead, "citations": [citation]}
        lines[1:1] = [f"# {_ALONE}", f"# {_inline(alone)},"]
    return "\n".join(lines) + "\n"


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_inline(each)}' for key, each in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value, ensure_ascii=False)
