"""How a command is named, and what several commands take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk.cli.names import OWN
from filingdesk.words.command_line import Parser

if TYPE_CHECKING:
    from argparse import Namespace

    from filingdesk.cli.commands import Furnish
    from filingdesk.words.catalogue import Words

    CarryOut = Callable[[Namespace, Furnish, Words], int]


class Late:
    """A file of commands; it is read when one of them is carried out."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, command: str) -> CarryOut:
        def carry_out(options: Namespace, furnish: Furnish, words: Words) -> int:
            here = import_module(f"filingdesk.cli.{self._name}")
            return int(getattr(here, command)(options, furnish, words))

        return carry_out


class Commands:
    """The commands of the program, or those of one group."""

    def __init__(self, parser: Parser) -> None:
        self._words = parser.words
        self.say = parser.words.say
        self._every = parser.add_subparsers(
            required=True, metavar="COMMAND", help=self.say("one of these"), parser_class=Parser
        )

    def command(self, name: str, carry_out: CarryOut, help: str) -> Parser:
        """One more command."""
        parser = self._every.add_parser(name, help=help, description=help, words=self._words)
        parser.set_defaults(carry_out=carry_out)
        parser.add_argument("--json", action="store_true", help=self.say("answer as JSON"))
        return parser

    def group(self, name: str, help: str) -> Commands:
        """One more group of commands."""
        return Commands(
            self._every.add_parser(name, help=help, description=help, words=self._words)
        )


def take_passphrase(parser: Parser, variable: str = "FILINGDESK_PASSPHRASE") -> None:
    """What opens the desk, or a key."""
    say = parser.words.say
    about = say("the passphrase in a file (else {variable})", variable=variable)
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=about)


def take_seal(parser: Parser, help: str) -> None:
    """A key in a file."""
    say = parser.words.say
    parser.add_argument("--seal", type=Path, metavar="FILE.p12", help=help)
    about = say("its passphrase in a file (else {variable})", variable="FILINGDESK_SEAL_PASSPHRASE")
    parser.add_argument("--seal-passphrase-file", type=Path, metavar="FILE", help=about)


def take_token(parser: Parser) -> None:
    """A key on a card, and who signs with a key of their own."""
    say = parser.words.say
    about = say("sign with this card or token")
    parser.add_argument("--token", default="", metavar="SERIAL", help=about)
    about = say("its PIN in a file (else {variable})", variable="FILINGDESK_PIN")
    parser.add_argument("--pin-file", type=Path, metavar="FILE", help=about)
    parser.add_argument("--key", default="", metavar="LABEL", help=say("which key, if several"))
    capacities = [each.value for each in OWN]
    about = say("who signs: the person, a representative, or a clerk who attests")
    parser.add_argument("--as", dest="capacity", choices=capacities, help=about)


def take_today(parser: Parser) -> None:
    """Another day than the computer's."""
    about = parser.words.say("as if it were this day")
    parser.add_argument("--today", type=day, metavar="DATE", help=about)


def day(text: str) -> date:
    """A day as people type it here. Raises ValueError."""
    return date.fromisoformat(text)
