"""What the window can be told on the command line."""

from collections.abc import Sequence
from dataclasses import dataclass

from filingdesk.words.catalogue import LANGUAGES, OFFICIAL

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
    import argparse

    parser = argparse.ArgumentParser(prog="filingdesk")
    parser.add_argument("--kiosk", action="store_true", help="the whole screen, for citizens")
    parser.add_argument("--clerk", action="store_true", help="open the clerk's desk first")
    parser.add_argument("--language", choices=tuple(LANGUAGES), default=OFFICIAL)
    parser.add_argument(
        "--quiet", type=int, default=120, metavar="SECONDS", help="without a touch, until we ask"
    )
    parser.add_argument(
        "--countdown", type=int, default=60, metavar="SECONDS", help="to answer, until it is erased"
    )
    return WindowOptions(**vars(parser.parse_args(arguments)))
