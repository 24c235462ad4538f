"""A pack in other languages: compares its catalogues with what it says, and brings them up to date.

`python -m filingdesk.packs.catalogues [FOLDER]` writes what a translator then fills, in the
program's packs or in those of a folder, which may build on the program's.
"""

import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from functools import cache
from gettext import c2py
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from filingdesk import resources
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs.folder import HEAD, PackFolder, folders_in, read_folder
from filingdesk.packs.layers import lineage_of
from filingdesk.packs.ready_texts import ReadyTexts, read_ready
from filingdesk.packs.sentences import places_in
from filingdesk.packs.texts import pack_texts
from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.problems import sentence

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_WIDTH = 100


def languages_of(folder: PackFolder) -> list[str]:
    """The languages a pack is translated into: all of the program's but its own."""
    own = folder.head.tables.get("language")
    return [each for each in LANGUAGES if each != own]


class Catalogues:
    """The catalogues of a folder of packs as they are now, each read once."""

    def __init__(self, packs: Path) -> None:
        self._packs = packs
        self._known: dict[str, Catalog] = {}

    def faults(self, folder: PackFolder) -> Iterator[Problem]:
        """What a person would not read in their language, and what nobody says any more."""
        texts = pack_texts(folder)
        for language in languages_of(folder):
            name = _name(folder.id, language)
            try:
                catalogue = self._read(name)
            except FileNotFoundError:
                yield Problem(name, "pack-catalogue-missing")
            except UserProblem as broken:
                yield from broken.problems
            else:
                yield from _compare(name, texts, catalogue)

    def notes(self, lineage: Sequence[PackFolder]) -> Iterator[Problem]:
        """What a pack, the first of its lineage, translates otherwise than those that it is on."""
        for language in languages_of(lineage[0]):
            name = _name(lineage[0].id, language)
            parents = [_name(each.id, language) for each in lineage[1:]]
            for message in self._or_none(name) or ():
                text = str(message.id)
                for parent in parents:
                    said = _said(self._or_none(parent), text)
                    if text and said and message.string and said != message.string:
                        facts = {"text": text, "other": parent}
                        where = _line(name, message)
                        yield Problem(where, "pack-text-differs", facts, blocks=False)
                        break

    def known(self, packs: Sequence[str], language: str, text: str) -> str:
        """How the first of some packs translates a text; empty where none does."""
        said = (_said(self._or_none(_name(each, language)), text) for each in packs)
        return next(filter(None, said), "")

    def _or_none(self, name: str) -> "Catalog | None":
        with suppress(FileNotFoundError, UserProblem):
            return self._read(name)
        return None

    def _read(self, name: str) -> "Catalog":
        if name not in self._known:
            self._known[name] = _read(self._packs / name)
        return self._known[name]


def _name(pack: str, language: str) -> str:
    return f"{pack}/lang/{language}.po"


def _said(catalogue: "Catalog | None", text: str) -> str:
    """A finished translation; empty where there is none."""
    message = catalogue.get(text) if catalogue else None
    said = message.string if message and not message.fuzzy else ""
    return said if isinstance(said, str) else ""


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


def update_catalogues(packs: Path, only: Collection[str] | None = None) -> list[Path]:
    """Write what every pack says now into its catalogues, and name those that changed.

    `only` are the packs whose catalogues are written, where it is not all of them.

    New texts wait for a translator, unless a pack that it builds on has translated them, or any
    other; or they are ready texts of a new pack, with names that are translated. Texts that nobody
    says any more are dropped.
    """
    folder = cache(lambda id: read_folder(packs / id) if (packs / id / HEAD).exists() else None)
    wanted = folders_in(packs) if only is None else only
    lineages = [lineage_of(id, folder)[0] for id in wanted]
    known = Catalogues(packs)
    ready = read_ready()
    others = folders_in(packs)
    return [
        po
        for lineage in sorted(lineages, key=len)
        for language in languages_of(lineage[0])
        if (
            po := _update(
                packs / _name(lineage[0].id, language), language, lineage, known, ready, others
            )
        )
    ]


def update_beside(packs: Path, at: Path) -> list[Path]:
    """The same for all packs of another folder, which may build on `packs`."""
    own = folders_in(at)
    with TemporaryDirectory() as folder:
        laid = Path(folder)
        for id, place in {id: of / id for of in (packs, at) for id in folders_in(of)}.items():
            (laid / id).symlink_to(place.resolve())
        return [at / po.relative_to(laid) for po in update_catalogues(laid, own)]


def _update(
    po: Path,
    language: str,
    lineage: Sequence[PackFolder],
    known: Catalogues,
    ready: ReadyTexts,
    others: Sequence[str],
) -> Path | None:
    from babel.messages.catalog import Catalog

    folder = lineage[0]
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
    packs = [*dict.fromkeys([*(each.id for each in lineage[1:]), *others])]
    for message in catalogue:
        if message.id and not message.string:
            message.string = known.known(packs, language, str(message.id))
    _fill(catalogue, language, ready)
    _write(po, catalogue)
    return po if po.read_bytes() != before else None


def _fill(catalogue: "Catalog", language: str, ready: ReadyTexts) -> None:
    """What can be said with the translations that there are, until nothing can be added."""
    waiting = [each for each in catalogue if each.id and not each.string]
    said = {str(each.id): str(each.string) for each in catalogue if each.string and not each.fuzzy}
    while found := {
        text: translated
        for text in (str(each.id) for each in waiting)
        if text not in said and (translated := ready.translated(text, language, said))
    }:
        said |= found
    for message in waiting:
        message.string = said.get(str(message.id), "")


def _read(po: Path) -> "Catalog":
    """Raises FileNotFoundError; UserProblem: pack-catalogue-broken, for its head too, such as a
    language or an encoding that there is not.
    """
    from babel.messages.pofile import PoFileError, read_po

    try:
        with po.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
        c2py(catalogue.plural_expr)  # gettext does so, when somebody wants to read the pack
        return catalogue
    except (PoFileError, LookupError, ValueError) as broken:
        name, facts = "/".join(po.parts[-3:]), {"reason": str(broken)}
        raise UserProblem(Problem(name, "pack-catalogue-broken", facts)) from None


def _write(po: Path, catalogue: "Catalog") -> None:
    from babel.messages.pofile import write_po

    with po.open("wb") as file:
        write_po(file, catalogue, width=_WIDTH, include_lineno=False)


def main(arguments: Sequence[str]) -> int:
    """Bring the catalogues of this program's packs, or of those in a folder, up to date."""
    at = Path(arguments[0]) if arguments else resources.packs()
    if not folders_in(at):
        print(f"There is no pack in {at}.", file=sys.stderr)
        return 2
    try:
        changed = update_beside(resources.packs(), at)
    except UserProblem as broken:
        told = [f"{each.where}: {sentence(each, Words('en'))}" for each in broken.problems]
        print(*told, sep="\n", file=sys.stderr)
        return 2
    print(*changed, sep="\n", end="\n" if changed else "")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
