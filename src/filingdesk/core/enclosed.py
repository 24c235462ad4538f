"""Which files a filing's data say are embedded with it: exhibits as filed, originals as brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filingdesk.core.answers import MaterialAnswer
from filingdesk.core.pages import originals_of

if TYPE_CHECKING:
    from filingdesk.core.answers import AttachedFile
    from filingdesk.core.payload import EmbeddedFile, Payload


def attached_in(payload: Payload) -> list[tuple[EmbeddedFile, AttachedFile]]:
    """Each file of the exhibits as it is listed, and as the answers hold it.

    Raises ValueError where list and answers differ.
    """
    papers = (
        each
        for value in payload.answers.values()
        for each in value
        if isinstance(each, MaterialAnswer)
    )
    attached = {each.material: each.files for each in papers}
    return [
        (listed, file)
        for exhibit in payload.exhibits
        for listed, file in zip(exhibit.files, attached.get(exhibit.material, ()), strict=True)
    ]


def originals_in(payload: Payload) -> dict[str, AttachedFile]:
    """The originals that a person wanted inside, by their names in the PDF."""
    numbered = ((listed.name.rpartition(".")[0], file) for listed, file in attached_in(payload))
    return {f"{bare}.{each.ending}": each for bare, each in originals_of(numbered).items()}


def enclosed(payload: Payload) -> dict[str, str]:
    """The SHA-256 (hex) of every exhibit and original, by its name in the PDF.

    Raises ValueError as `attached_in`.
    """
    listed = {file.name: file.sha256 for each in payload.exhibits for file in each.files}
    return listed | {name: each.sha256 for name, each in originals_in(payload).items()}
