"""recovery, passphrase: what opens the desk is made anew, for whoever can open it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from filingdesk.cli.opening import desk_passphrase, new_passphrase
from filingdesk.cli.telling import DONE, tell, tell_json
from filingdesk.core.problem import Problem, UserProblem

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.core.ports import Doors
    from filingdesk.words.catalogue import Words


def renew(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Make a new recovery code; the one before opens nothing any more."""
    code = _doors(furnish).renew_code(desk_passphrase(options))
    if options.json:
        tell_json({"recovery_code": code})
        return DONE
    tell(
        words.say("Write this recovery code down; it is not shown again: {code}", code=code),
        words.say("The code that was valid until now opens nothing any more."),
    )
    return DONE


def change(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Put a new passphrase in place of the one before; the recovery code stays."""
    doors = _doors(furnish)
    doors.change_passphrase(desk_passphrase(options), new_passphrase(options))
    if options.json:
        tell_json({"changed": True})
        return DONE
    tell(
        words.say("The passphrase is changed"),
        words.say("The one before opens nothing any more. The recovery code stays as it is."),
    )
    return DONE


def _doors(furnish: Furnish) -> Doors:
    doors = furnish().doors
    if doors.is_new():
        raise UserProblem(Problem("store", "desk-is-new"))
    return doors
