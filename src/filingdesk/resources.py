"""Where packs, calendars, fonts, icons, schema, statutes, skeleton and translations lie.

In a checkout they stand beside `src/`; in an installed package they were laid into it as
`_resources` and `_translations` when the wheel was built.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def packs() -> Path:
    """One folder for each jurisdiction."""
    return _resource("packs")


def calendars() -> Path:
    """Holidays and make-up days: one folder a country, one file a year."""
    return _resource("calendars")


def fonts() -> Path:
    """The faces that documents are set in, with their licences."""
    return _resource("fonts")


def icons() -> Path:
    """The window's pictures, as SVG, with their licence."""
    return _resource("icons")


def schema() -> Path:
    """What a pack and the data inside a document must look like."""
    return _resource("schema")


def skeleton() -> Path:
    """What the folder of a new pack is made from."""
    return _resource("skeleton")


def statutes() -> Path:
    """The words of the law that packs cite."""
    return _resource("statutes")


def translations() -> Path:
    """The program's catalogues: `<locale>/LC_MESSAGES/filingdesk.mo`."""
    return _first(_PACKAGE / "_translations", _CHECKOUT / "translations")


def _resource(name: str) -> Path:
    return _first(_PACKAGE / "_resources" / name, _CHECKOUT / "resources" / name)


def _first(installed: Path, checkout: Path) -> Path:
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"filingdesk is not whole: neither {installed} nor {checkout} exists. Install it again."
    )
