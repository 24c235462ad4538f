"""Every command: its name, what it takes, and what carries it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk.cli.case_tree import case_commands
from filingdesk.cli.names import SETTINGS, SETTINGS_HELP
from filingdesk.cli.pack_tree import pack_commands
from filingdesk.cli.taking import (
    Commands,
    Late,
    day,
    take_passphrase,
    take_seal,
    take_today,
    take_token,
)
from filingdesk.words.catalogue import Words
from filingdesk.words.command_line import Parser

if TYPE_CHECKING:
    from filingdesk.cli import filing, keys, law, recovery, settings, trust
    from filingdesk.cli.commands import CheckInWindow
else:
    filing, keys, law, recovery, settings, trust = map(
        Late, ("filing", "keys", "law", "recovery", "settings", "trust")
    )


def every_command(words: Words, window: CheckInWindow | None) -> Parser:
    """The whole command line, in these words; without a window, for programs only."""
    say = words.say
    parser = Parser(
        words,
        prog="filingdesk",
        description=say("Without a command the window opens (--kiosk: the whole screen)."),
    )
    commands = Commands(parser)
    _filing_commands(commands)
    _due(commands)
    pack_commands(commands.group("packs", say("the jurisdictions")))
    _trust_commands(commands, window)
    _key_commands(commands)
    case_commands(commands.group("cases", say("the cases of this desk")))
    _settings_commands(commands.group("settings", say("how this desk signs")))
    return parser


def _filing_commands(every: Commands) -> None:
    say = every.say
    about = say("sign a filing from an answers file, keep its case")
    file = every.command("file", filing.file, about)
    about = say("what the answers support, and where to go")
    advise = every.command("advise", filing.advise, about)
    for each in (file, advise):
        each.add_argument("answers", type=Path, metavar="ANSWERS.toml", help=say("the answers"))
    about = say("where the signed PDF is written")
    file.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.pdf", help=about)
    take_seal(file, say("the centre's seal as PKCS#12, in place of the desk's own"))
    take_token(file)
    take_today(file)
    take_today(advise)
    take_passphrase(file)
    about = say("file the Tianjin example without asking anything")
    demo = every.command("demo", filing.demo, about)
    home, about = Path("filingdesk-demo"), say("the folder for what is made")
    demo.add_argument("-o", "--out", type=Path, default=home, metavar="DIR", help=about)
    _render(every)


def _render(every: Commands) -> None:
    say = every.say
    about = say("make the pages of a filing.json again")
    render = every.command("render", filing.render, about)
    about = say("the filing.json of a signed PDF")
    render.add_argument("payload", type=Path, metavar="PAYLOAD.json", help=about)
    about = say("the folder of its exhibits (else its own)")
    render.add_argument("--exhibits", type=Path, metavar="DIR", help=about)
    about = say("where the pages are written")
    render.add_argument("-o", "--out", type=Path, metavar="OUT.pdf", help=about)
    about = say("whether it was signed over these pages")
    render.add_argument("--compare", type=Path, metavar="SIGNED.pdf", help=about)


def _due(every: Commands) -> None:
    say = every.say
    due = every.command("due", law.due, say("when a clock ends, with a reason for every day"))
    due.add_argument("clock", metavar="CLOCK", help=say("such as cn/reconsideration-filing"))
    about = say("the day that starts it")
    due.add_argument("--event", type=day, required=True, metavar="DATE", help=about)
    about = say("where it is counted (else where the clock is from)")
    due.add_argument("--jurisdiction", default="", metavar="ID", help=about)
    about = say("with its start, its clauses in full")
    due.add_argument("--proof", action="store_true", help=about)
    about = say("write the proof as a PDF")
    due.add_argument("--pdf", type=Path, metavar="OUT.pdf", help=about)


def _trust_commands(every: Commands, window: CheckInWindow | None) -> None:
    say = every.say
    verify = every.command("verify", trust.verify, say("whether a PDF is a good filing"))
    extract = every.command("extract", trust.extract, say("take the embedded files out of a PDF"))
    about = say("the signed PDF")
    verify.add_argument(
        "pdf", type=Path, nargs="?" if window else None, metavar="FILE.pdf", help=about
    )
    extract.add_argument("pdf", type=Path, metavar="FILE.pdf", help=about)
    verify.set_defaults(window=None)
    if window:
        about = say("in a window, where more files can be dropped")
        verify.add_argument("--window", action="store_const", const=window, help=about)
    about = say("a certificate that you trust, as often as needed")
    verify.add_argument(
        "--trust", type=Path, action="append", default=[], metavar="CERT.pem", help=about
    )
    about = say("the folder for the files")
    extract.add_argument("-d", "--directory", type=Path, required=True, metavar="DIR", help=about)


def _key_commands(every: Commands) -> None:
    say = every.say
    about = say("this desk's certificate, to be trusted")
    seal = every.command("certificate", trust.certificate, about)
    about = say("where the certificate is written")
    seal.add_argument("-o", "--out", type=Path, required=True, metavar="CERT.pem", help=about)
    about = say("the cards and tokens that are plugged in")
    tokens = every.command("tokens", keys.tokens, about)
    about = say("make a new recovery code for this desk")
    code = every.command("recovery", recovery.renew, about)
    about = say("change the passphrase of this desk")
    change = every.command("passphrase", recovery.change, about)
    for each in (seal, tokens, code, change):
        take_passphrase(each)
    variable = "FILINGDESK_NEW_PASSPHRASE"
    about = say("the new passphrase in a file (else {variable})", variable=variable)
    change.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help=about)


def _settings_commands(every: Commands) -> None:
    say = every.say
    about = say("the level, who stamps, whom to trust, cards")
    show = every.command("show", settings.show, about)
    change = every.command("set", settings.change, say("sign differently from now on"))
    change.add_argument("name", choices=SETTINGS, metavar="NAME", help=say(SETTINGS_HELP))
    about = say("its values (none: as on a new desk)")
    change.add_argument("values", nargs="*", metavar="VALUE", help=about)
    about = say("whether each authority gives a time stamp")
    test = every.command("try", settings.test, about)
    for each in (show, change, test):
        take_passphrase(each)
