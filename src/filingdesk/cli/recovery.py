"""recovery: a new recovery code, for whoever knows the passphrase."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from filingdesk.cli.opening import desk_passphrase
from filingdesk.cli.telling import DONE, tell, tell_json
from filingdesk.core.problem import Problem, UserProblem

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.words.catalogue import Words


def renew(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Make a new recovery code; the one before opens nothing any more."""
    doors = furnish().doors
    if doors.is_new():
        raise UserProblem(Problem("store", "desk-is-new"))
    code = doors.renew_code(desk_passphrase(options))
    if options.json:
        tell_json({"recovery_code": code})
        return DONE
    tell(
        words.say("Write this recovery code down; it is not shown again: {code}", code=code),
        words.say("The code that was valid until now opens nothing any more."),
    )
    return DONE
