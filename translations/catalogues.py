"""The catalogues: gathers what the program says, compares, and compiles.

Importing this needs the standard library only; the work itself needs Babel. `dev.py`, the wheel
and the tests all compile through here.
"""

import os
import string
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

# `say("…")` shows a sentence at once, `N_("…")` marks one in a table that is said later; a widget
# that was handed `say` keeps it as `_say`.
KEYWORDS = {"say": None, "_say": None, "N_": None}
WIDTH = 100


def stale(root: Path) -> list[Path]:
    """The catalogues, the program's and the packs', whose compiled form is missing or older."""
    found = [
        *root.glob("translations/*/LC_MESSAGES/*.po"),
        *root.glob("resources/packs/*/lang/*.po"),
    ]
    return sorted(po for po in found if not _is_fresh(po.with_suffix(".mo"), po))


def compile_stale(root: Path) -> list[Path]:
    """Write the missing and outdated `.mo` files, each beside its `.po`; name what was written."""
    return [_compile(po) for po in stale(root)]


def program_catalogues(root: Path) -> list[Path]:
    """One `.po` for each language of the program."""
    return sorted(root.glob("translations/*/LC_MESSAGES/filingdesk.po"))


def extract(root: Path) -> "Catalog":
    """Everything the program says, in the order of its files."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    source = root / "src" / "filingdesk"
    said = Catalog(project="filingdesk", charset="utf-8")
    for file, line, message, comments, context in extract_from_dir(
        source, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        said.add(message, locations=[(file, line)], auto_comments=comments, context=context)
    return said


def update(root: Path, new_locales: Sequence[str] = ()) -> None:
    """Bring every catalogue to what the program says now; new sentences await a translator."""
    from babel.messages.catalog import Catalog

    said = extract(root)
    for locale in new_locales:
        po = root / "translations" / locale / "LC_MESSAGES" / "filingdesk.po"
        if not po.exists():
            po.parent.mkdir(parents=True)
            header = f"# filingdesk in {locale}"
            _write(po, Catalog(locale, project="filingdesk", header_comment=header))
    for po in program_catalogues(root):
        catalogue = _read(po)
        catalogue.update(said, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        _write(po, catalogue)


def compile_qt(root: Path) -> list[Path]:
    """Write what Qt itself says and does not say well: small enough to be kept beside its source.

    Only Qt's own tool makes such files, and a wheel is built without Qt.
    """
    release = Path(sys.executable).with_name("pyside6-lrelease")
    sources = sorted(root.glob("translations/qt/*.ts"))
    for each in sources:
        subprocess.run([release, "-silent", each, "-qm", each.with_suffix(".qm")], check=True)
    return [each.with_suffix(".qm") for each in sources]


def faults(root: Path) -> list[str]:
    """What a person would miss in their language, one line each; empty when all is said."""
    said = extract(root)
    return [fault for po in program_catalogues(root) for fault in _compare(said, _read(po), po)]


def _compare(said: "Catalog", catalogue: "Catalog", po: Path) -> Iterator[str]:
    locale = po.parent.parent.name
    for message in said:
        if not message.id:
            continue
        translated = catalogue.get(message.id)
        sentence = f"{locale}: {message.id!r}"
        if translated is None:
            yield f"{sentence} is missing: run `python3 dev.py translate`, then fill it"
        elif not translated.string:
            yield f"{sentence} is not translated"
        elif translated.fuzzy:
            yield f"{sentence} is marked fuzzy: read it again, then remove the mark"
        elif _places(str(message.id)) != _places(str(translated.string)):
            yield f"{sentence} has other {{places}} in its translation: {translated.string!r}"
    for message in catalogue:
        if message.id and message.id not in said:
            yield f"{locale}: {message.id!r} is no longer said: run `python3 dev.py translate`"


def _places(sentence: str) -> set[str] | None:
    """The named places of a sentence; None when its braces do not pair."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
    except ValueError:
        return None


def _is_fresh(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _read(po: Path) -> "Catalog":
    from babel.messages.pofile import read_po

    with po.open("rb") as file:
        return read_po(file, abort_invalid=True)


def _write(po: Path, catalogue: "Catalog") -> None:
    from babel.messages.pofile import write_po

    with po.open("wb") as file:
        write_po(file, catalogue, width=WIDTH, include_lineno=False, sort_by_file=True)


def _compile(po: Path) -> Path:
    from babel.messages.mofile import write_mo

    compiled = po.with_suffix(".mo")
    unfinished = po.with_suffix(f".{os.getpid()}.mo")
    with unfinished.open("wb") as file:
        write_mo(file, _read(po))
    return unfinished.replace(compiled)


def main(arguments: Sequence[str]) -> int:
    """`compile`, `check`, or `update [NEW_LOCALE …]`; the answer is the exit code."""
    root = Path(__file__).resolve().parent.parent
    match list(arguments):
        case ["compile"]:
            compile_stale(root)
        case ["check"]:
            missed = faults(root)
            print("\n".join(missed) or f"{len(program_catalogues(root))} catalogues are complete.")
            return 1 if missed else 0
        case ["update", *new_locales]:
            update(root, new_locales)
            compile_qt(root)
        case _:
            print(main.__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
