"""The commands about packs, for those who use them and those who make them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk.cli.taking import Commands, Late, take_passphrase

if TYPE_CHECKING:
    from filingdesk.cli import law, packs
else:
    law, packs = Late("law"), Late("packs")


def pack_commands(every: Commands) -> None:
    """`packs …`."""
    say = every.say
    every.command("list", packs.list_packs, say("every jurisdiction, and where it is from"))
    check = every.command("check", law.check_packs, say("every fault of every pack"))
    check.add_argument("jurisdictions", nargs="*", metavar="ID", help=say("only of these packs"))
    about = say("packs that were begun there")
    check.add_argument("--at", type=Path, metavar="FOLDER", help=about)
    show = every.command("show", law.show_pack, say("what one jurisdiction holds"))
    _new_pack(every)
    _publisher_commands(every)
    about = say("take packs that this key has signed")
    trust = every.command("trust", packs.trust, about)
    about = say("the publisher's public key")
    trust.add_argument("key", type=Path, metavar="KEY.pub.pem", help=about)
    about = say("use the pack of a file from now on")
    install = every.command("install", packs.install, about)
    install.add_argument("file", type=Path, metavar="FILE.fdpack", help=say("the pack's file"))
    about = say("although nobody signed it")
    install.add_argument("--allow-unsigned", action="store_true", help=about)
    about = say("in place of a newer version")
    install.add_argument("--allow-older", action="store_true", help=about)
    about = say("use the version that was used before")
    rollback = every.command("rollback", packs.roll_back, about)
    for each in (show, rollback):
        each.add_argument("jurisdiction", metavar="ID", help=say("such as cn-tianjin"))


def _new_pack(every: Commands) -> None:
    say = every.say
    new = every.command("new", packs.new, say("begin the pack of another place"))
    new.add_argument("jurisdiction", metavar="ID", help=say("such as cn-yunling"))
    about = say("the place, as papers write it")
    new.add_argument("--name", required=True, metavar="NAME", help=about)
    about = say("what it builds on (else cn)")
    new.add_argument("--parent", default="cn", metavar="ID", help=about)
    about = say("where it is made (else among the program's packs)")
    new.add_argument("--at", type=Path, metavar="FOLDER", help=about)
    about = say("its law: every paragraph ready to be cited")
    new.add_argument("--statute", type=Path, metavar="FILE.md", help=about)
    about = say("only these articles of it")
    new.add_argument("--articles", type=int, nargs="+", default=[], metavar="NUMBER", help=about)


def _publisher_commands(every: Commands) -> None:
    say = every.say
    build = every.command("build", packs.build, say("make one file of a pack's folder"))
    about = say("the folder of the pack")
    build.add_argument("folder", type=Path, metavar="FOLDER", help=about)
    about = say("where the file is written")
    build.add_argument("-o", "--out", type=Path, metavar="FILE.fdpack", help=about)
    about = say("texts of law that the program lacks")
    build.add_argument("--statutes", type=Path, metavar="FOLDER", help=about)
    key = every.command("key", packs.key, say("make a key to sign packs with"))
    about = say("where the key is written")
    key.add_argument("-o", "--out", type=Path, required=True, metavar="KEY.pem", help=about)
    sign = every.command("sign", packs.sign, say("sign a pack's file"))
    sign.add_argument("file", type=Path, metavar="FILE.fdpack", help=say("the pack's file"))
    about = say("the key to sign it with")
    sign.add_argument("--key", type=Path, required=True, metavar="KEY.pem", help=about)
    for each in (key, sign):
        take_passphrase(each, "FILINGDESK_KEY_PASSPHRASE")
