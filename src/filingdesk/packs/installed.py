"""The packs of this desk: those that came with the program, and those that were installed."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filingdesk.core.pack import Versions
from filingdesk.core.ports import BuiltPack, NewKey, NewPack, PackInUse
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs import disk, keys
from filingdesk.packs.bundle import Bundle, build, gather, open_bundle, sign, signer_of
from filingdesk.packs.folder import HEAD, folders_in
from filingdesk.packs.kept import Place, kept_bundle, kept_place, laid, lay_out, signer_id
from filingdesk.packs.numbering import is_id, ordered
from filingdesk.packs.uses import NEVER, SHIPPED, Use, read_uses, write_uses

_USES = "current.json"


@dataclass(frozen=True, slots=True)
class Shipped:
    """What the program brings: a folder of packs, and the statutes that they quote."""

    packs: Path
    statutes: Path

    def place(self, id: str) -> Place | None:
        """The pack that the program brings, None where it brings none of that name."""
        folder = self.packs / id
        if not is_id(id) or not (folder / HEAD).is_file():
            return None
        version, parent = (_named(folder, key) for key in ("version", "parent"))
        return Place(id, version, parent, folder, self.statutes, is_shipped=True)


def _named(folder: Path, key: str) -> str:
    """What a pack's folder says of itself; empty where it does not."""
    try:
        name = tomllib.loads((folder / HEAD).read_text("utf-8-sig")).get(key)
    except (OSError, ValueError):
        return ""
    return name if isinstance(name, str) else ""


class InstalledPacks:
    """Packs under a desk's own folder, beside those of the program.

    Every change is whole or not at all. Who only reads sees what was there at the first look.
    """

    def __init__(self, shipped: Shipped, folder: Path) -> None:
        self._shipped = shipped
        self._folder = folder
        self._kept = folder / "kept"
        self._trusted = folder / "trusted"
        self._changed: bool | None = None
        self._seen: dict[str, Place] | None = None
        self._known: dict[tuple[str, str], Place | None] = {}

    # ---------------------------------------------------------------- what there is

    def is_changed(self) -> bool:
        """Whether anything but the packs of the program was chosen, at the first look."""
        if self._changed is None:
            self._changed = bool(self._uses())
        return self._changed

    def places(self) -> Mapping[str, Place]:
        """The version of each pack that is in use, by id."""
        if self._seen is None:
            uses = self._uses()
            ids = sorted({*folders_in(self._shipped.packs), *uses})
            found = (self._chosen(id, uses.get(id, NEVER)) for id in ids)
            self._seen = {each.id: each for each in found if each}
        return self._seen

    def is_shipped(self, id: str) -> bool:
        """Whether the program brings a pack of that name."""
        return self._shipped.place(id) is not None

    def place(self, id: str, version: str) -> Place | None:
        """Any version that is still there, in use or not."""
        if (id, version) not in self._known:
            shipped = self._shipped.place(id)
            own = shipped and shipped.version == version
            self._known[id, version] = shipped if own else kept_place(self._kept, id, version)
        return self._known[id, version]

    def in_use(self) -> tuple[PackInUse, ...]:
        """The version of each pack that is in use, where it is from, and who signed it."""
        return tuple(self._told(each) for each in self.places().values())

    # ---------------------------------------------------------------- for a publisher

    def begin(self, new: NewPack, today: date, at: str = "") -> str:
        """The folder of a new pack, among the program's own where no other place is named."""
        from filingdesk.packs.skeleton import begin_pack  # the linter's readers: only who writes

        known = {id: place.folder for id, place in self.places().items()}
        return str(begin_pack(new, Path(at) if at else self._shipped.packs, known, today))

    def build(self, folder: str, statutes: str = "") -> BuiltPack:
        """A folder as an unsigned bundle, with statutes of another folder or of the program."""
        more = (Path(statutes),) if statutes else ()
        whole = build(Path(folder).resolve(), *more, self._shipped.statutes)
        return BuiltPack(open_bundle(whole).name, whole)

    def sign(self, untrusted_bundle: bytes, untrusted_key: bytes, passphrase: str) -> BuiltPack:
        """The bundle with a signature, and the short name of its key."""
        bundle = open_bundle(untrusted_bundle)
        whole = sign(bundle, untrusted_key, passphrase)
        signer = signer_of(open_bundle(whole))
        return BuiltPack(bundle.name, whole, signer.id if signer else "")

    def new_key(self, passphrase: str) -> NewKey:
        """A publisher's key."""
        pair = keys.new_key(passphrase)
        return NewKey(pair.private, pair.public, pair.id)

    # ---------------------------------------------------------------- for a desk

    def trust(self, untrusted_key: bytes) -> str:
        """Take packs from the holder of this public key from now on; gives its short name."""
        public = keys.read_public(untrusted_key)
        id = keys.key_id(public)
        with disk.one_at_a_time(self._folder):
            disk.write_whole(self._trusted / f"{id}.pem", keys.public_pem(public))
        return id

    def install(
        self, untrusted_bundle: bytes, *, allow_unsigned: bool = False, allow_older: bool = False
    ) -> PackInUse:
        """Use the pack of a bundle from now on.

        Raises UserProblem: what `open_bundle` and `signer_of` raise, bundle-unsigned,
        bundle-signer-unknown, pack-version-taken, pack-older, pack-parent-missing, disk-full,
        packs-not-writable, or what the linter finds that was not wrong before.
        """
        bundle = open_bundle(untrusted_bundle)
        self._check_signer(bundle, allow_unsigned)
        with disk.one_at_a_time(self._folder):
            self._look_again()
            self._check_version(bundle, allow_older)
            for parent in bundle.manifest.parents:
                if parent not in self.places():
                    raise _problem(bundle.manifest.id, "pack-parent-missing", parent=parent)
            place = self._kept / bundle.manifest.id / bundle.manifest.version
            with disk.unfinished(place) as folder:
                lay_out(bundle, folder)
                new = laid(bundle, folder)
                self._try({**self.places(), new.id: new}, new.id)
                if kept_place(self._kept, new.id, new.version) is None:
                    disk.put(folder, place)
            return self._use(new.id, new.version)

    def roll_back(self, id: str) -> PackInUse | None:
        """Use the version again that was used before this one; None where there was no such pack.

        Raises UserProblem: pack-never-changed, disk-full, packs-not-writable, or what would be
        wrong with the packs that build on it.
        """
        with disk.one_at_a_time(self._folder):
            self._look_again()
            uses, now = self._uses(), self.places().get(id)
            for use in self._earlier(id, uses.get(id, NEVER)):
                place = self._chosen(id, use)
                if place != now:
                    break
            else:
                raise _problem(id, "pack-never-changed")
            others = {key: each for key, each in self.places().items() if key != id}
            self._try({**others, id: place} if place else others, id)
            self._write({**uses, id: use})
            return self._told(place) if place else None

    def keep(self, versions: Versions) -> None:
        """Keep these versions, whatever a later program brings: a case is made under them.

        Raises UserProblem: disk-full, packs-not-writable.
        """
        missing = [each for each in versions if kept_place(self._kept, *each) is None]
        if not missing:
            return
        with disk.one_at_a_time(self._folder):
            for id, version in missing:
                shipped = self._shipped.place(id)
                if shipped and shipped.version == version:
                    self._keep(shipped)

    # ---------------------------------------------------------------- inside

    def _keep(self, place: Place) -> None:
        bundle = gather(place.folder, place.statutes)
        ready = {
            f"{place.id}/lang/{each.name}": each.read_bytes()
            for each in place.folder.glob("lang/*.mo")
        }
        at = self._kept / place.id / place.version
        with disk.unfinished(at) as folder:
            lay_out(bundle.lean, folder, ready)
            disk.put(folder, at)

    def _chosen(self, id: str, use: Use) -> Place | None:
        shipped = self._shipped.place(id)
        if use.version != SHIPPED and not (shipped and use.yields_to(shipped.version)):
            kept = self.place(id, use.version)
            if kept:
                return kept
        return shipped

    def _earlier(self, id: str, use: Use) -> Iterator[Use]:
        """The choices before this one, the latest first, but for versions that are lost."""
        for number, version in reversed([*enumerate(use.before)]):
            if version == SHIPPED or self.place(id, version):
                yield Use(version, self._over(id), use.before[:number])

    def _check_signer(self, bundle: Bundle, allow_unsigned: bool) -> None:
        signer = signer_of(bundle)
        if signer is None:
            if not allow_unsigned:
                raise _problem(bundle.manifest.id, "bundle-unsigned")
        elif not self._is_trusted(signer.id, signer.public):
            raise _problem(bundle.manifest.id, "bundle-signer-unknown", key=signer.id)

    def _is_trusted(self, id: str, public: bytes) -> bool:
        """The short name finds the file; what counts is the whole key in it."""
        try:
            return keys.read_public((self._trusted / f"{id}.pem").read_bytes()) == public
        except (OSError, UserProblem):
            return False

    def _check_version(self, bundle: Bundle, allow_older: bool) -> None:
        id, version = bundle.manifest.id, bundle.manifest.version
        there = self._same_version(id, version)
        if there and there.lean.sealed != bundle.lean.sealed:
            raise _problem(id, "pack-version-taken", version=version)
        used = self.places().get(id)
        if used and ordered(version) < ordered(used.version) and not allow_older:
            raise _problem(id, "pack-older", version=version, used=used.version)

    def _same_version(self, id: str, version: str) -> Bundle | None:
        """What is known here under that version."""
        shipped = self._shipped.place(id)
        if shipped and shipped.version == version:
            return gather(shipped.folder, shipped.statutes)
        return kept_bundle(self._kept, id, version)

    def _try(self, places: Mapping[str, Place], changed: str) -> None:
        """Raise all that is wrong with a changed pack, and with others because of it."""
        # The linter: only who installs pays for it.
        from filingdesk.packs.trial import built_on, faults_of, lineage, new_faults

        statutes, before = self._shipped.statutes, self.places()
        affected = built_on(changed, places) | built_on(changed, before)
        with disk.unfinished(self._folder / "trial") as folder:
            faults = faults_of(places, statutes, folder / "then", affected)
            if faults:
                known = affected.union(lineage(changed, places))
                earlier = faults_of(before, statutes, folder / "now", known)
                faults = new_faults(faults, earlier, changed)
        if faults:
            raise UserProblem(*faults)

    def _use(self, id: str, version: str) -> PackInUse:
        """Write down that this version is in use, and which one was before."""
        now = self.places().get(id)
        if now is None or now.version != version:
            uses = self._uses()
            used = now.version if now and not now.is_shipped else SHIPPED
            then = uses.get(id, NEVER).then(version, self._over(id), used)
            self._write({**uses, id: then})
        return self._told(self.places()[id])

    def _over(self, id: str) -> str:
        shipped = self._shipped.place(id)
        return shipped.version if shipped else ""

    def _told(self, place: Place) -> PackInUse:
        signer = signer_id(self._kept, place)
        return PackInUse(place.id, place.version, place.is_shipped, signer)

    def _uses(self) -> dict[str, Use]:
        try:
            return read_uses((self._folder / _USES).read_bytes())
        except FileNotFoundError:
            return {}

    def _write(self, uses: Mapping[str, Use]) -> None:
        disk.write_whole(self._folder / _USES, write_uses(uses))
        self._look_again()

    def _look_again(self) -> None:
        self._changed = self._seen = None
        self._known.clear()


def _problem(where: str, code: str, **facts: str) -> UserProblem:
    return UserProblem(Problem(where, code, {"name": where, **facts}))
