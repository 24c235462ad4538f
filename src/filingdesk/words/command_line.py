"""The command line in a person's language: the words that argparse itself says, and its lines.

argparse calls its formatter an implementation detail. What is replaced here has been the same
from Python 3.2 on; where it changes, a word of a help page is English again, and nothing breaks.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NoReturn

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.words.catalogue import LANGUAGES, N_, Words

_HEADINGS = (N_("positional arguments:"), N_("options:"))
_LANGUAGE = "--language"


def asked_language(arguments: Sequence[str]) -> str:
    """The language that is asked for, known before the arguments are understood."""
    parts = [part for each in arguments for part in each.split("=", 1)]
    asked = (value for name, value in pairwise(parts) if _means_language(name))
    return next((each for each in asked if each in LANGUAGES), _shell_language())


def _means_language(name: str) -> bool:
    return name.startswith("--l") and _LANGUAGE.startswith(name)


def _shell_language() -> str:
    """The language of the shell, where it is one of ours; else English."""
    named = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").partition(".")[0]
    if named in LANGUAGES:
        return named
    return next((each for each in LANGUAGES if named and each[:2] == named[:2]), "en")


class Parser(argparse.ArgumentParser):
    """Says everything in one language. Raises UserProblem where arguments are wrong.

    `at_the_end` gives the last lines of its help: only what is shown is put into words.
    """

    def __init__(self, words: Words, **settings: Any) -> None:
        lines = partial(_Lines, words)
        super().__init__(add_help=False, formatter_class=lines, **settings)
        self.words = words
        self.at_the_end: Callable[[], str] = lambda: ""
        say = words.say
        self.add_argument(
            "-h", "--help", action="help", default=argparse.SUPPRESS, help=say("show this help")
        )
        self.add_argument(
            _LANGUAGE,
            choices=LANGUAGES,
            default=argparse.SUPPRESS,  # it is known already
            metavar="LANG",
            help=say("the language: {languages}", languages=", ".join(LANGUAGES)),
        )

    def format_help(self) -> str:
        """The page of `--help`."""
        self.epilog = self.at_the_end()
        page = super().format_help()
        for heading in _HEADINGS:
            page = page.replace(heading, self.words.say(heading))
        return page

    def error(self, message: str) -> NoReturn:
        """Wrong arguments are bad input, told as all bad input is."""
        from filingdesk.words.misread import reason

        facts = {"reason": reason(message, self.words)}
        raise UserProblem(Problem(self.prog, "arguments-wrong", facts))


class _Lines(argparse.HelpFormatter):
    """Lines that are measured in columns, by what is imported when there are any."""

    def __init__(self, words: Words, **settings: Any) -> None:
        super().__init__(**settings)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        if prefix is None:
            from filingdesk.words.columns import Measured

            prefix = Measured(self._words.together([self._words.say("usage:"), ""]))
        super().add_usage(usage, actions, groups, prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        from filingdesk.words.columns import wrapped

        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = self._split_lines(text, width - len(indent))
        return "\n".join(f"{indent}{each}" for each in lines)
