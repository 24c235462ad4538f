"""An attached file as a row of JSON, and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from filingdesk.core.answers import AttachedFile, PageEdit, Taken

_PLAIN = ("ending", "name", "keeps_taken", "original_size")


def file_out(file: AttachedFile) -> list[object]:
    """What every file has, in the order in which it was always written; then the rest by name."""
    rest: dict[str, object] = {name: value for name in _PLAIN if (value := getattr(file, name))}
    if file.camera:
        rest["camera"] = [file.camera.at, file.camera.latitude, file.camera.longitude]
    if file.edits:
        rest["edits"] = [[each.of, each.page, each.turn, list(each.crop)] for each in file.edits]
    if file.merged:
        rest["merged"] = [file_out(each) for each in file.merged]
    row: list[object] = [file.id, file.pages, file.sha256, file.size]
    return [*row, rest] if rest else row


def file_in(row: Sequence[Any]) -> AttachedFile:
    """The file of a row, also of one without the rest. Raises TypeError: it is none of ours."""
    id, pages, sha256, size, *rest = row
    said: Mapping[str, Any] = rest[0] if rest else {}
    return AttachedFile(
        id,
        pages,
        sha256,
        size,
        edits=tuple(PageEdit(of, page, turn, _crop(crop)) for of, page, turn, crop in _of(said)),
        merged=tuple(file_in(each) for each in said.get("merged", ())),
        camera=Taken(*said["camera"]) if "camera" in said else None,
        **{name: said[name] for name in _PLAIN if name in said},
    )


def _of(said: Mapping[str, Any]) -> Sequence[Any]:
    edits: Sequence[Any] = said.get("edits", ())
    return edits


def _crop(sides: Sequence[int]) -> tuple[int, int, int, int]:
    left, upper, right, lower = sides
    return left, upper, right, lower
