"""Packs as they would be in use, laid side by side for the linter, and what it finds in them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from filingdesk.core.ports import PackReport
from filingdesk.core.problem import Problem
from filingdesk.packs.check import check_packs, prove_packs
from filingdesk.packs.folder import HEAD, folders_in
from filingdesk.packs.kept import Place


def faults_of(
    places: Mapping[str, Place], statutes: Path, folder: Path, only: Collection[str]
) -> tuple[Problem, ...]:
    """All that is wrong with the packs `only`, laid out below `folder` as links beside the others.

    A statute of the program is taken as the program has it, whatever a pack brings.
    """
    packs, texts = folder / "packs", folder / "statutes"
    packs.mkdir(parents=True)
    texts.mkdir()
    for place in places.values():
        (packs / place.id).symlink_to(place.folder.resolve())
    quoted = (each for place in places.values() for each in place.statutes.glob("*.md"))
    for text in (*statutes.glob("*.md"), *quoted):
        link = texts / text.name
        if not link.is_symlink():
            link.symlink_to(text.resolve())
    return check_packs(packs, texts, only)


def prove_beside(
    packs: Path, statutes: Path, at: Path, today: date, only: Collection[str]
) -> PackReport:
    """What the linter finds in the packs of another folder, `only` these or all of them.

    They may build on `packs`. What they quote stands in `statutes`, or in a folder of that name
    that lies in the other folder or beside it. Raises UserProblem: jurisdiction-unknown.
    """
    own = folders_in(at)
    if not own:
        code = "packs-missing-in-pack" if (at / HEAD).is_file() else "packs-missing"
        return PackReport((Problem(str(at), code),))
    with TemporaryDirectory() as folder:
        laid, texts = Path(folder, "packs"), Path(folder, "statutes")
        shown = {id: of / id for of in (packs, at) for id in folders_in(of)}
        nearby = [
            each for of in (at / "statutes", at / ".." / "statutes") for each in of.glob("*.md")
        ]
        for place, links in ((laid, shown), (texts, {each.name: each for each in nearby})):
            place.mkdir()
            for name, file in links.items():
                (place / name).symlink_to(file.resolve())
        for text in statutes.glob("*.md"):
            if not (texts / text.name).exists():
                (texts / text.name).symlink_to(text.resolve())
        return prove_packs(laid, texts, today, only or own)


def lineage(id: str, places: Mapping[str, Place]) -> list[str]:
    """A pack and its parents, nearest first, as far as they are there."""
    found: list[str] = []
    while id in places and id not in found:
        found.append(id)
        id = places[id].parent
    return found


def built_on(id: str, places: Mapping[str, Place]) -> set[str]:
    """The pack, and every pack that has it as a parent or further up."""
    return {each for each in places if id in lineage(each, places)}


def new_faults(
    faults: Iterable[Problem], before: Iterable[Problem], new: str
) -> tuple[Problem, ...]:
    """Every fault of the pack `new`, and those of others that were not there before."""
    known = {_without_line(each) for each in before}
    return tuple(
        each
        for each in faults
        if (new and each.where.startswith(f"{new}/")) or _without_line(each) not in known
    )


def _without_line(fault: Problem) -> tuple[str, str, str]:
    where, _, line = fault.where.rpartition(":")
    place = where if line.isdecimal() else fault.where
    return place, fault.code, repr(sorted(fault.facts.items()))
