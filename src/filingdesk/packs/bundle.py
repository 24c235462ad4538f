"""A pack as one file that can be signed and given to other desks: NAME-VERSION.fdpack."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs import archive, keys
from filingdesk.packs.archive import problem
from filingdesk.packs.folder import HEAD, TRIAGE, PackFolder, files_in, read_folder, tables_of
from filingdesk.packs.manifest import (
    Manifest,
    hash_of,
    is_day,
    read_manifest,
    read_table,
    write_manifest,
)
from filingdesk.packs.meant import nearest
from filingdesk.packs.numbering import is_id, is_version

MANIFEST = "manifest.json"
SIGNATURE = "signature.json"
STATUTES = "statutes"
_PACK_FILES = (
    HEAD,
    TRIAGE,
    "law/*.toml",
    "parts/*.toml",
    "kinds/*.toml",
    "templates/*.txt",
    "lang/*.po",
    "examples/*",
    "scenarios/*",
)
"""What is taken from a pack's folder, and all that a bundle may hold of one."""
_TRIED = ("examples", "scenarios")
"""What a pack is tried with; no case depends on it."""


@dataclass(frozen=True, slots=True, repr=False)
class Signer:
    """Who signed: the short name of the key, and its 32 bytes."""

    id: str
    public: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Bundle:
    """A bundle whose files are what its manifest says. `sealed` is the manifest as it was signed,
    `signature` the unread signature file, None where nobody signed.
    """

    manifest: Manifest
    sealed: bytes
    files: Mapping[str, bytes]
    signature: bytes | None = None

    @property
    def lean(self) -> "Bundle":
        """The same without its examples: what a case needs, for as long as it lives."""
        files = {
            name: content
            for name, content in self.files.items()
            if name.split("/")[1] not in _TRIED
        }
        hashes = {name: self.manifest.files[name] for name in files}
        manifest = replace(self.manifest, files=hashes)
        return Bundle(manifest, write_manifest(manifest), files)

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.manifest.id}-{self.manifest.version}.fdpack"


def gather(folder: Path, *statutes: Path) -> Bundle:
    """A pack's folder with the statutes that its own citations name, from the first of the folders
    `statutes` that has them.

    Raises UserProblem: pack-head-missing, pack-name-unfit, pack-version-unfit, pack-key-missing,
    pack-wrong-type, pack-parent-unknown, pack-statute-unknown, pack-file-name-unfit, or what
    cannot be read in it.
    """
    if not (folder / HEAD).is_file():
        raise UserProblem(Problem(folder.name, "pack-head-missing"))
    pack = read_folder(folder)
    if pack.unread:
        raise UserProblem(*pack.unread)
    faults = [*_unfit(pack)]
    texts = dict(_quoted(pack, statutes, faults))
    found = [each for each in files_in(folder, *_PACK_FILES) if each.is_file()]
    named = {each.relative_to(folder).as_posix(): each for each in found}
    unfit = [f"{pack.id}/{name}" for name in named if not archive.is_safe(name)]
    faults += [Problem(name, "pack-file-name-unfit") for name in unfit]
    if faults:
        raise UserProblem(*faults)
    own = {f"{pack.id}/{name}": each for name, each in named.items()}
    files = {name: each.read_bytes() for name, each in sorted((own | texts).items())}
    head = pack.head.tables
    manifest = Manifest(
        id=pack.id,
        version=head["version"],
        as_of=str(head["as_of"]),
        parents=(pack.parent,) if pack.parent else (),
        files={name: hash_of(content) for name, content in files.items()},
    )
    return Bundle(manifest, write_manifest(manifest), files)


def build(folder: Path, *statutes: Path) -> bytes:
    """The bundle of a folder; the same folder gives the same bytes.

    Raises what `gather` does, and what `open_bundle` would on another desk.
    """
    whole = _written(gather(folder, *statutes))
    open_bundle(whole)
    return whole


def open_bundle(untrusted: bytes) -> Bundle:
    """A bundle in which every hash fits, and nothing lies beside the manifest.

    Whether it is signed, and by whom, tells `signer_of`. Raises UserProblem: bundle-too-large,
    bundle-not-readable, bundle-unsafe, bundle-name-twice, bundle-format, bundle-manifest-broken,
    bundle-manifest-differs, bundle-file-missing, bundle-file-extra, bundle-file-changed.
    """
    files = archive.contents(untrusted)
    sealed, signature = files.pop(MANIFEST, b""), files.pop(SIGNATURE, None)
    manifest = read_manifest(sealed)
    for name in sorted(manifest.files.keys() | files.keys()):
        if name not in files:
            raise problem("bundle-file-missing", name)
        if name not in manifest.files or not _belongs(name, manifest.id):
            raise problem("bundle-file-extra", name)
        if hash_of(files[name]) != manifest.files[name]:
            raise problem("bundle-file-changed", name)
    _agree(manifest, files.get(f"{manifest.id}/{HEAD}", b""))
    return Bundle(manifest, sealed, files, signature)


def sign(bundle: Bundle, untrusted_key: bytes, passphrase: str = "") -> bytes:
    """The bundle with a signature over its manifest, in place of an earlier one.

    Raises UserProblem: key-not-readable, key-wrong-passphrase, key-not-ed25519.
    """
    public, signature = keys.signed(bundle.sealed, untrusted_key, passphrase)
    table = {"key": public.hex(), "signature": signature.hex()}
    text = json.dumps(table, indent=1, sort_keys=True)
    return _written(Bundle(bundle.manifest, bundle.sealed, bundle.files, f"{text}\n".encode()))


def signer_of(bundle: Bundle) -> Signer | None:
    """Who signed the manifest; None where nobody did.

    Raises UserProblem: bundle-signature-broken for one that does not fit.
    """
    if bundle.signature is None:
        return None
    table = read_table(bundle.signature, "bundle-signature-broken")
    public, signature = (_bytes(table.get(key)) for key in ("key", "signature"))
    if len(table) != 2 or not keys.fits(signature, bundle.sealed, public):
        raise problem("bundle-signature-broken")
    return Signer(keys.key_id(public), public)


def _bytes(value: object) -> bytes:
    try:
        return bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError:
        return b""


def _written(bundle: Bundle) -> bytes:
    signature = {} if bundle.signature is None else {SIGNATURE: bundle.signature}
    return archive.written({MANIFEST: bundle.sealed, **signature, **bundle.files})


def _unfit(pack: PackFolder) -> Iterator[Problem]:
    version = pack.head.tables.get("version")
    if not is_id(pack.id):
        yield Problem(pack.head.place("id"), "pack-name-unfit", {"name": pack.id})
    if not isinstance(version, str) or not is_version(version):
        yield Problem(pack.head.place("version"), "pack-version-unfit")
    if "as_of" not in pack.head.tables:
        facts = {"key": "as_of", "table": "pack"}
        yield Problem(pack.head.place("as_of"), "pack-key-missing", facts)
    elif not is_day(str(pack.head.tables["as_of"])):
        facts = {"key": "as_of", "expected": "date"}
        yield Problem(pack.head.place("as_of"), "pack-wrong-type", facts)
    parent = pack.head.tables.get("parent")
    if parent and not (isinstance(parent, str) and is_id(parent)):
        yield Problem(pack.head.place("parent"), "pack-parent-unknown", {"name": str(parent)})


def _quoted(
    pack: PackFolder, statutes: Sequence[Path], faults: list[Problem]
) -> Iterator[tuple[str, Path]]:
    """The statutes that the pack's own citations name."""
    there = {each.stem: each for folder in reversed(statutes) for each in folder.glob("*.md")}
    for file in pack.law:
        for number, row in enumerate(file.tables.get("citation", [])):
            name = str(row.get("statute", ""))
            if name in there:
                yield f"{STATUTES}/{there[name].name}", there[name]
            elif name:
                facts = {"name": name, "meant": nearest(name, there)}
                place = file.place("citation", number, "statute")
                faults.append(Problem(place, "pack-statute-unknown", facts))


def _belongs(name: str, id: str) -> bool:
    """Whether a bundle may hold a file of that name. A star stands for no slash."""
    top, _, rest = name.partition("/")
    patterns = _PACK_FILES if top == id else ("*.md",) if top == STATUTES else ()
    return any(rest.count("/") == each.count("/") and fnmatchcase(rest, each) for each in patterns)


def _agree(manifest: Manifest, head: bytes) -> None:
    """What the manifest says of the pack is what the pack says of itself."""
    try:
        tables = tables_of(head.decode("utf-8-sig"))
    except ValueError:
        raise problem("bundle-manifest-differs", HEAD) from None
    parent = tables.get("parent", "")
    said = (tables.get("id"), tables.get("version"), str(tables.get("as_of")))
    if said != (manifest.id, manifest.version, manifest.as_of) or manifest.parents != (
        (parent,) if parent else ()
    ):
        raise problem("bundle-manifest-differs", HEAD)
