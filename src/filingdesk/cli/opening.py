"""Opening the store without a window: the passphrase comes from the environment or a file."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk.core.problem import Problem, UserProblem

if TYPE_CHECKING:
    from filingdesk.desk import Desk
    from filingdesk.words.catalogue import Words

PASSPHRASE = "FILINGDESK_PASSPHRASE"  # noqa: S105 - the name of a variable
PIN = "FILINGDESK_PIN"
CENTRE = "FILINGDESK_CENTRE"
NEW_PASSPHRASE = "FILINGDESK_NEW_PASSPHRASE"  # noqa: S105 - the name of a variable


@contextmanager
def opened(desk: Desk, options: Namespace, words: Words) -> Iterator[Desk]:
    """The desk with its store open; the first time it is made, and the recovery code told once.

    Afterwards the store is closed, whatever happened.
    """
    passphrase = desk_passphrase(options)
    if desk.doors.is_new():
        centre = os.environ.get(CENTRE) or words.say("Citizen service centre")
        code = desk.doors.create(passphrase, centre)
        told = words.say(
            "This desk is new. Write this recovery code down; it is not shown again: {code}",
            code=code,
        )
        print(told, file=sys.stderr)
    else:
        desk.doors.unlock(passphrase)
    try:
        yield desk
    finally:
        desk.doors.lock()


def desk_passphrase(options: Namespace) -> str:
    """The passphrase of the desk. Raises UserProblem: passphrase-missing."""
    return _passphrase(options.passphrase_file, PASSPHRASE)


def new_passphrase(options: Namespace) -> str:
    """The one that is to open the desk. Raises UserProblem: passphrase-missing."""
    return _passphrase(options.new_passphrase_file, NEW_PASSPHRASE)


def seal_passphrase(options: Namespace) -> str:
    """The passphrase of a seal that was brought as a file; empty when it has none."""
    return _secret(options.seal_passphrase_file, "FILINGDESK_SEAL_PASSPHRASE")


def pin(options: Namespace) -> str:
    """The PIN of a card. Raises UserProblem: pin-missing."""
    found = _secret(options.pin_file, PIN)
    if not found:
        raise UserProblem(Problem(PIN, "pin-missing"))
    return found


def key_passphrase(options: Namespace) -> str:
    """The passphrase of a publisher's key; empty when it has none."""
    return _secret(options.passphrase_file, "FILINGDESK_KEY_PASSPHRASE")


def _passphrase(file: Path | None, variable: str) -> str:
    passphrase = _secret(file, variable)
    if not passphrase:
        raise UserProblem(Problem(variable, "passphrase-missing", {"name": variable}))
    return passphrase


def _secret(file: Path | None, variable: str) -> str:
    if file is not None:
        return read_text(file).rstrip("\r\n")
    return os.environ.get(variable, "")


def read_text(path: Path) -> str:
    """A text file that somebody wrote, with or without a byte order mark."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserProblem(Problem(path.name, "answers-not-utf8")) from None
