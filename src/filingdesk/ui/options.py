"""What the window can be told on the command line."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from filingdesk.core.problem import UserProblem
from filingdesk.words.catalogue import OFFICIAL, Words

NAME = "filingdesk"


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """`kiosk`: the whole screen, and no way out but the staff's. `clerk`: the clerk's desk first.

    `quiet` and `countdown` in seconds: see kiosk.patience.
    """

    kiosk: bool = False
    clerk: bool = False
    language: str = OFFICIAL
    quiet: int = 120
    countdown: int = 60


def read_options(arguments: Sequence[str]) -> WindowOptions:
    """The options of a command line. Leaves the program, as argparse does, where one is wrong."""
    if not arguments:
        return WindowOptions()
    from filingdesk.words.command_line import Parser, asked_language
    from filingdesk.words.problems import sentence

    words = Words(asked_language(arguments))
    say = words.say
    parser = Parser(words, prog="filingdesk")
    about = say("the whole screen, for citizens")
    parser.add_argument("--kiosk", action="store_true", help=about)
    about = say("open the clerk's desk first")
    parser.add_argument("--clerk", action="store_true", help=about)
    about = say("without a touch, until we ask")
    parser.add_argument("--quiet", type=int, default=120, metavar="SECONDS", help=about)
    about = say("to answer, until it is erased")
    parser.add_argument("--countdown", type=int, default=60, metavar="SECONDS", help=about)
    try:
        return WindowOptions(**vars(parser.parse_args(arguments)))
    except UserProblem as wrong:
        told = (f"{each.where}: {sentence(each, words)}" for each in wrong.problems)
        print(*told, sep="\n", file=sys.stderr)
        sys.exit(2)
