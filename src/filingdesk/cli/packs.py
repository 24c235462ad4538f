"""packs new, build, key, sign, trust, install, rollback, list: packs that go from desk to desk."""

from __future__ import annotations

import shlex
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filingdesk.cli.opening import key_passphrase
from filingdesk.cli.telling import DONE, tell, tell_json
from filingdesk.cli.writing import write_whole
from filingdesk.core.ports import NewPack
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.words.catalogue import PackWords

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.core.ports import PackInUse
    from filingdesk.words.catalogue import Words


def list_packs(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Every jurisdiction by its name, its version, and who answers for it."""
    doors = furnish().doors
    used = {each.id: each for each in doors.packs.in_use()}
    packs = [doors.shelf.pack(each) for each in doors.shelf.jurisdictions()]
    named = [(used[each.id], PackWords(words, each.lineage).text(each.name)) for each in packs]
    if options.json:
        tell_json([_json(pack) | {"name": name} for pack, name in named])
        return DONE
    longest = max((len(pack.id) for pack, _ in named), default=0)
    for pack, name in named:
        tell(f"{pack.id:<{longest}} {pack.version:<12} {name}  {_origin(pack, words)}")
    return DONE


def new(options: Namespace, furnish: Furnish, words: Words) -> int:
    """A folder for the author of a place, in which what is alike everywhere stands already."""
    wanted = NewPack(
        options.jurisdiction,
        options.name,
        options.parent,
        str(options.statute or ""),
        tuple(options.articles),
    )
    doors = furnish().doors
    folder = doors.packs.begin(wanted, doors.time.today(), str(options.at or ""))
    if options.json:
        tell_json({"id": wanted.id, "folder": folder})
        return DONE
    check = ["filingdesk", "packs", "check", wanted.id]
    check += ["--at", str(options.at)] if options.at else []
    tell(words.say("The new pack is in {path}.", path=folder))
    tell(words.say("The comments in its files say what to replace."))
    tell(words.say("Begin with law/credit.toml, then pack.toml."))
    tell(words.say("To look at it: {command}", command=shlex.join(check)))
    return DONE


def build(options: Namespace, furnish: Furnish, words: Words) -> int:
    """One file of a folder; beside it nothing changes."""
    built = furnish().doors.packs.build(str(options.folder), str(options.statutes or ""))
    out = options.out or Path(built.name)
    write_whole(out, built.content)
    if options.json:
        tell_json({"bundle": str(out), "size": len(built.content)})
    else:
        tell(words.say("The pack is in {path}. Nobody has signed it yet.", path=out))
    return DONE


def key(options: Namespace, furnish: Furnish, words: Words) -> int:
    """A private key for the publisher, and the public one for everybody else."""
    public = options.out.with_suffix(f".pub{options.out.suffix}")
    for path in (options.out, public):
        if path.exists():
            raise UserProblem(Problem(str(path), "key-exists"))
    made = furnish().doors.packs.new_key(key_passphrase(options))
    write_whole(options.out, made.private, private=True)
    write_whole(public, made.public)
    if options.json:
        tell_json({"key": made.id, "private": str(options.out), "public": str(public)})
        return DONE
    tell(words.say("The key is called {key}.", key=made.id))
    tell(words.say("Keep this file to yourself: {path}", path=options.out))
    tell(words.say("Give this file to those who take your packs: {path}", path=public))
    return DONE


def sign(options: Namespace, furnish: Furnish, words: Words) -> int:
    """The same file with a signature in it."""
    untrusted = options.file.read_bytes()
    signed = furnish().doors.packs.sign(
        untrusted, options.key.read_bytes(), key_passphrase(options)
    )
    write_whole(options.file, signed.content)
    if options.json:
        tell_json({"bundle": str(options.file), "signer": signed.signer})
    else:
        told = {"path": options.file, "key": signed.signer}
        tell(words.say("{path} is signed with the key {key}.", **told))
    return DONE


def trust(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Take what this key has signed."""
    id = furnish().doors.packs.trust(options.key.read_bytes())
    if options.json:
        tell_json({"key": id})
    else:
        tell(words.say("This desk takes packs that the key {key} has signed.", key=id))
        tell(words.say("Compare this name with its publisher, for example by telephone."))
    return DONE


def install(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Use another version, or another place."""
    untrusted = options.file.read_bytes()
    found = furnish().doors.packs.install(
        untrusted,
        allow_unsigned=options.allow_unsigned,
        allow_older=options.allow_older,
    )
    if found.is_shipped and not options.json:
        told = {"id": found.id, "version": found.version}
        tell(words.say("The program has {id} {version} itself; it is used.", **told))
        return DONE
    _tell_in_use(found, options, words)
    return DONE


def roll_back(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Use the version from before."""
    found = furnish().doors.packs.roll_back(options.jurisdiction)
    if found:
        _tell_in_use(found, options, words)
    elif options.json:
        tell_json({"id": options.jurisdiction, "version": None})
    else:
        id = options.jurisdiction
        tell(words.say("{id} is not used any more. Cases made under it keep it.", id=id))
    return DONE


def _tell_in_use(found: PackInUse, options: Namespace, words: Words) -> None:
    if options.json:
        tell_json(_json(found))
        return
    told = {"id": found.id, "version": found.version}
    tell(words.say("{id} {version} is used from the next start. Cases keep theirs.", **told))


def _json(pack: PackInUse) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.version,
        "from": "program" if pack.is_shipped else "installed",
        "signer": pack.signer or None,
    }


def _origin(pack: PackInUse, words: Words) -> str:
    if pack.is_shipped:
        return words.say("came with the program")
    if pack.signer:
        return words.say("installed, signed with {key}", key=pack.signer)
    return words.say("installed, signed by nobody")
