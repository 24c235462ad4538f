"""The pages of an attached file: turned, cut, moved, parted and joined; the kept ones stay.

Each function gives a new value, so going back is keeping the old one. `place` counts the pages
shown, from 0.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from filingdesk.core.answers import AttachedFile, PageEdit, Taken
from filingdesk.core.problem import Problem, UserProblem

LEAST = 50
"""Thousandths of a side: what is cut out is at least so wide and so high."""


def edits_of(file: AttachedFile) -> tuple[PageEdit, ...]:
    """How each page is shown, in order."""
    return file.edits or tuple(PageEdit(file.id, page) for page in range(file.pages))


def rotated(file: AttachedFile, place: int, degrees: int = 90) -> AttachedFile:
    """One page turned clockwise, in steps of 90 degrees; what was cut out stays cut out."""
    old = _at(file, place)
    left, upper, right, lower = old.crop
    crops = {
        90: (1000 - lower, left, 1000 - upper, right),
        180: (1000 - right, 1000 - lower, 1000 - left, 1000 - upper),
        270: (upper, 1000 - right, lower, 1000 - left),
    }
    step = degrees % 360
    crop = crops[step] if step else old.crop
    return _with(file, place, replace(old, turn=(old.turn + step) % 360, crop=crop))


def cropped(file: AttachedFile, place: int, crop: tuple[int, int, int, int]) -> AttachedFile:
    """One page cut to a rectangle: left, upper, right, lower in thousandths of the page as turned.

    Raises UserProblem: crop-too-small.
    """
    left, upper, right, lower = crop
    is_inside = 0 <= left < right <= 1000 and 0 <= upper < lower <= 1000
    if not is_inside or right - left < LEAST or lower - upper < LEAST:
        raise UserProblem(Problem("file", "crop-too-small"))
    return _with(file, place, replace(_at(file, place), crop=crop))


def moved(file: AttachedFile, place: int, to: int) -> AttachedFile:
    """One page at another place; the others keep their order."""
    page = _at(file, place)
    others = [*edits_of(file)]
    del others[place]
    others.insert(to, page)
    return _showing(file, others)


def without(file: AttachedFile, place: int) -> AttachedFile:
    """The file without one page. Raises UserProblem: page-last, for a file of one."""
    _at(file, place)
    kept = [each for number, each in enumerate(edits_of(file)) if number != place]
    if not kept:
        raise UserProblem(Problem("file", "page-last"))
    return _showing(file, kept)


def split(file: AttachedFile, place: int, id: str) -> tuple[AttachedFile, AttachedFile]:
    """Two files; the second begins with the page at `place` and has the new id.

    Raises UserProblem: split-at-end, where one of them would be empty.
    """
    edits = edits_of(file)
    if not 0 < place < len(edits):
        raise UserProblem(Problem("file", "split-at-end"))
    rest = replace(file, id=id, merged=(replace(file, merged=()), *file.merged))
    return _showing(file, edits[:place]), _showing(rest, edits[place:])


def merged(first: AttachedFile, second: AttachedFile) -> AttachedFile:
    """One file with the pages of both; what the second was is kept beside it."""
    joined = replace(first, merged=(*first.merged, replace(second, merged=()), *second.merged))
    return _showing(joined, (*edits_of(first), *edits_of(second)))


def restored(file: AttachedFile, kept: Sequence[tuple[str, int]]) -> AttachedFile:
    """Every page as it came in; `kept` are the files that hold them and how many each has."""
    return _showing(file, [PageEdit(of, page) for of, pages in kept for page in range(pages)])


def holders(file: AttachedFile) -> tuple[str, ...]:
    """The ids under which the pages shown are kept, in the order in which they first come."""
    return tuple(dict.fromkeys(each.of for each in edits_of(file)))


def sources(file: AttachedFile) -> tuple[AttachedFile, ...]:
    """The files that a person brought and whose pages are shown, each as it came in."""
    known = {each.id: each for each in (*file.merged[::-1], file)}
    return tuple(known[id] for id in holders(file))


def taken_of(file: AttachedFile) -> tuple[Taken | None, ...]:
    """When and where each page shown was taken, where the person keeps that."""
    known = {each.id: each.taken for each in sources(file)}
    return tuple(known[each.of] for each in edits_of(file))


def with_source(
    file: AttachedFile, id: str, change: Callable[[AttachedFile], AttachedFile]
) -> AttachedFile:
    """The same file; what is known of the one that came in as `id` is changed wherever it is."""
    merged = tuple(with_source(each, id, change) for each in file.merged)
    changed = change(file) if file.id == id else file
    return replace(changed, merged=merged)


def kept_ids(files: Iterable[AttachedFile]) -> set[str]:
    """The ids of all that these files need or could go back to."""
    return {
        id
        for file in files
        for each in (file, *file.merged)
        for id in (each.id, *(edit.of for edit in each.edits))
    }


def kept_bytes(files: Iterable[AttachedFile]) -> int:
    """How much these files take up, each kept one counted once: pages and originals."""
    all_files = [each for file in files for each in (file, *file.merged)]
    own = [each for each in all_files if each.id in holders(each)]
    return sum({each.id: each.size + each.original_size for each in own}.values())


def _at(file: AttachedFile, place: int) -> PageEdit:
    """Raises UserProblem: page-gone, such as when it was taken out in the meantime."""
    edits = edits_of(file)
    if not 0 <= place < len(edits):
        raise UserProblem(Problem("file", "page-gone"))
    return edits[place]


def _with(file: AttachedFile, place: int, edit: PageEdit) -> AttachedFile:
    edits = edits_of(file)
    return _showing(file, (*edits[:place], edit, *edits[place + 1 :]))


def _showing(file: AttachedFile, edits: Sequence[PageEdit]) -> AttachedFile:
    return replace(file, edits=tuple(edits), pages=len(edits))


def originals_of(numbered: Iterable[tuple[str, AttachedFile]]) -> dict[str, AttachedFile]:
    """The originals that are filed, by name without ending: exhibit-01-02-original, …-original-2.

    `numbered` are the files as they are filed, each with its own name without ending. An original
    that two of them were made of is filed once, with the first.
    """
    named: dict[str, AttachedFile] = {}
    filed: set[str] = set()
    for name, file in numbered:
        kept = [each for each in sources(file) if each.original_size and each.sha256 not in filed]
        filed.update(each.sha256 for each in kept)
        for number, each in enumerate(kept, 1):
            named[f"{name}-original" + (f"-{number}" if number > 1 else "")] = each
    return named


def leaving(file: AttachedFile) -> AttachedFile:
    """What leaves the desk inside a filing: neither a name, nor what a camera wrote unasked."""
    rest = (each for each in sources(file) if each.id != file.id)
    return replace(_bare(file), merged=tuple(map(_bare, rest)))


def _bare(file: AttachedFile) -> AttachedFile:
    return replace(file, name="", camera=file.taken)
