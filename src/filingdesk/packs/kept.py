"""The versions of packs that this desk keeps: one folder each, with the hashes of its files.

kept/<id>/<version>/ holds manifest.json, signature.json where somebody signed, <id>/ and statutes/.
A version of the program's own is kept without its examples.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from filingdesk.core.problem import UserProblem
from filingdesk.packs import disk
from filingdesk.packs.archive import is_safe
from filingdesk.packs.bundle import MANIFEST, SIGNATURE, STATUTES, Bundle, signer_of
from filingdesk.packs.manifest import hash_of, read_manifest
from filingdesk.packs.numbering import is_id, is_version


@dataclass(frozen=True, slots=True)
class Place:
    """A version of a pack, and where its folder and the statutes that it quotes lie."""

    id: str
    version: str
    parent: str
    folder: Path
    statutes: Path
    is_shipped: bool = False


def kept_place(kept: Path, id: str, version: str) -> Place | None:
    """A kept version; None where there is none, or where its files are not what they were."""
    bundle = kept_bundle(kept, id, version)
    return None if bundle is None else laid(bundle, kept / id / version)


def laid(bundle: Bundle, at: Path) -> Place:
    """Where a bundle lies that was laid out below a folder."""
    named = bundle.manifest
    return Place(named.id, named.version, "".join(named.parents), at / named.id, at / STATUTES)


def kept_bundle(kept: Path, id: str, version: str) -> Bundle | None:
    """The bundle that a kept version was laid out from."""
    if not is_id(id) or not is_version(version):
        return None
    at = kept / id / version
    try:
        sealed = (at / MANIFEST).read_bytes()
        manifest = read_manifest(sealed)
        files = {name: (at / name).read_bytes() for name in manifest.files if is_safe(name)}
        signature = (at / SIGNATURE).read_bytes() if (at / SIGNATURE).exists() else None
    except (OSError, UserProblem):
        return None
    is_whole = (manifest.id, manifest.version) == (id, version) and manifest.files == {
        name: hash_of(content) for name, content in files.items()
    }
    return Bundle(manifest, sealed, files, signature) if is_whole else None


def signer_id(kept: Path, place: Place) -> str:
    """The short name of the key that a kept version is signed with; empty without one."""
    bundle = None if place.is_shipped else kept_bundle(kept, place.id, place.version)
    try:
        signer = signer_of(bundle) if bundle else None
    except UserProblem:
        return ""
    return signer.id if signer else ""


def lay_out(bundle: Bundle, folder: Path, compiled: Mapping[str, bytes] | None = None) -> None:
    """A bundle's files below a folder, its catalogues ready to be read by gettext.

    `compiled` are catalogues that somebody compiled before, by name.
    """
    signature = {} if bundle.signature is None else {SIGNATURE: bundle.signature}
    ready = dict(compiled or {})
    for name, content in bundle.files.items():
        mo = f"{name.removesuffix('.po')}.mo"
        if name.endswith(".po") and mo not in ready:
            ready[mo] = _compiled(content)
    disk.write_tree(folder, {MANIFEST: bundle.sealed, **signature, **bundle.files, **ready})


def _compiled(po: bytes) -> bytes:
    """A catalogue for gettext; an empty one where it cannot be read, which the linter tells."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(BytesIO(po), abort_invalid=True)
    except (PoFileError, LookupError, ValueError):
        catalogue = Catalog()
    mo = BytesIO()
    write_mo(mo, catalogue)
    return mo.getvalue()
