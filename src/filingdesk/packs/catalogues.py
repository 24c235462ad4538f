"""A pack in other languages: compares its catalogues with what it says, and brings them up to date.

`python -m filingdesk.packs.catalogues [FOLDER]` writes what a translator then fills.
"""

import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk import resources
from filingdesk.core.problem import Problem
from filingdesk.packs.folder import PackFolder, folders_in, read_folder
from filingdesk.packs.sentences import places_in
from filingdesk.packs.texts import pack_texts
from filingdesk.words.catalogue import LANGUAGES

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_WIDTH = 100


def languages_of(folder: PackFolder) -> list[str]:
    """The languages a pack is translated into: all of the program's but its own."""
    own = folder.head.tables.get("language")
    return [each for each in LANGUAGES if each != own]


def translation_faults(packs: Path, folder: PackFolder) -> Iterator[Problem]:
    """What a person would not read in their language, and what nobody says any more."""
    from babel.messages.pofile import PoFileError

    texts = pack_texts(folder)
    for language in languages_of(folder):
        name = f"{folder.id}/lang/{language}.po"
        try:
            catalogue = _read(packs / name)
        except FileNotFoundError:
            yield Problem(name, "pack-catalogue-missing")
        except (PoFileError, UnicodeDecodeError) as broken:
            yield Problem(name, "pack-catalogue-broken", {"reason": str(broken)})
        else:
            yield from _compare(name, texts, catalogue)


def _compare(name: str, texts: Collection[str], catalogue: "Catalog") -> Iterator[Problem]:
    for text in texts:
        message = catalogue.get(text)
        if message is None:
            yield Problem(name, "pack-text-missing", {"text": text})
        else:
            yield from _message_faults(name, message, text)
    for message in catalogue:
        if message.id and message.id not in texts:
            yield Problem(_line(name, message), "pack-text-unused", {"text": str(message.id)})


def _message_faults(name: str, message: "Message", text: str) -> Iterator[Problem]:
    translated = message.string if isinstance(message.string, str) else ""
    if not translated:
        yield Problem(_line(name, message), "pack-text-untranslated", {"text": text})
    elif message.fuzzy:
        yield Problem(_line(name, message), "pack-text-fuzzy", {"text": text})
    elif places_in(translated) != places_in(text):
        yield Problem(_line(name, message), "pack-text-places-differ", {"text": text})


def _line(name: str, message: "Message") -> str:
    return f"{name}:{message.lineno}" if message.lineno else name


def update_catalogues(packs: Path) -> list[Path]:
    """Write what every pack says now into its catalogues, and name those that changed.

    New texts wait for a translator, texts that nobody says any more are dropped.
    """
    return [
        po
        for id in folders_in(packs)
        for folder in [read_folder(packs / id)]
        for language in languages_of(folder)
        if (po := _update(packs / id / "lang" / f"{language}.po", language, folder))
    ]


def _update(po: Path, language: str, folder: PackFolder) -> Path | None:
    from babel.messages.catalog import Catalog

    said = Catalog(project=folder.id, charset="utf-8")
    for text, file in pack_texts(folder).items():
        said.add(text, locations=[(file, 1)])
    if po.exists():
        before, catalogue = po.read_bytes(), _read(po)
    else:
        header = f"# {folder.id} in {language}"
        before = b""
        catalogue = Catalog(language, project=folder.id, header_comment=header, fuzzy=False)
        po.parent.mkdir(exist_ok=True)
    catalogue.update(said, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    _write(po, catalogue)
    return po if po.read_bytes() != before else None


def _read(po: Path) -> "Catalog":
    from babel.messages.pofile import read_po

    with po.open("rb") as file:
        return read_po(file, abort_invalid=True)


def _write(po: Path, catalogue: "Catalog") -> None:
    from babel.messages.pofile import write_po

    with po.open("wb") as file:
        write_po(file, catalogue, width=_WIDTH, include_lineno=False)


def main(arguments: Sequence[str]) -> int:
    """Bring the catalogues of a folder of packs, or of this program's, up to date."""
    packs = Path(arguments[0]) if arguments else resources.packs()
    for po in update_catalogues(packs):
        print(po)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
