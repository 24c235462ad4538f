"""tokens, cases sign, cases stamp: keys of people, and time stamps that come later."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from filingdesk.cli.opening import opened, pin, seal_passphrase
from filingdesk.cli.telling import DONE, NO, problem_json, tell, tell_json
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity
from filingdesk.words.problems import sentence
from filingdesk.words.terms import CAPACITIES, TRIES

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.core.ports import Signer
    from filingdesk.core.signature import Key
    from filingdesk.desk import Desk
    from filingdesk.words.catalogue import Words


def tokens(options: Namespace, furnish: Furnish, words: Words) -> int:
    """The cards and tokens that are plugged in, and the keys that they show."""
    with opened(furnish(), options, words) as desk:
        found = desk.doors.tokens()
    if options.json:
        tell_json(
            [
                {
                    "serial": each.serial,
                    "label": each.label,
                    "tries": each.tries.value,
                    "keys": [_key_json(key) for key in each.keys],
                }
                for each in found
            ]
        )
        return DONE
    for each in found:
        tell(f"{each.serial}  {each.label}  {words.say(TRIES[each.tries])}")
        tell(*(f"    {key.label}: {_key_line(key, words)}" for key in each.keys))
    return DONE


def sign(options: Namespace, furnish: Furnish, words: Words) -> int:
    """One more signature on a case's file, with somebody's own key."""
    with opened(furnish(), options, words) as desk:
        signer = own_signer(desk, options)
        if signer is None:
            raise UserProblem(Problem("--token", "key-not-named"))
        key, capacity = signer.key, Capacity(options.capacity)
        found = desk.countersign(options.reference, signer, capacity)
    if options.json:
        told = [problem_json(each, words) for each in found.warnings]
        answer = {"reference": found.case.reference, "capacity": capacity.value}
        tell_json(answer | {"key": _key_json(key), "warnings": told})
        return DONE
    capacity_said = words.say(CAPACITIES[capacity])
    tell(words.say("{signer}: {capacity}", signer=key.owner, capacity=capacity_said))
    tell(*(sentence(each, words) for each in found.warnings))
    return DONE


def stamp(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Add the time stamps that cases lack; 1 when some still lack something."""
    with opened(furnish(), options, words) as desk:
        done = desk.stamp_later(options.reference or "")
    if options.json:
        left = [problem_json(each, words) | {"reference": id} for id, each in done.left]
        tell_json({"raised": list(done.raised), "left": left})
        return NO if done.left else DONE
    tell(*(words.say("Time stamps were added: {reference}", reference=id) for id in done.raised))
    tell(*(f"{id}: {sentence(each, words)}" for id, each in done.left))
    if not done.raised and not done.left:
        tell(words.say("No case lacks a time stamp."))
    return NO if done.left else DONE


def own_signer(desk: Desk, options: Namespace) -> Signer | None:
    """The key that a command names: on a token, or in a file."""
    if options.token:
        return desk.doors.token(options.token, pin(options), options.key or "")
    if options.seal is not None:
        return desk.doors.foreign_seal(options.seal.read_bytes(), seal_passphrase(options))
    return None


def _key_line(key: Key, words: Words) -> str:
    day = words.day(key.valid_until.astimezone().date(), weekday=False)
    return words.say("{owner}, valid until {day}", owner=key.owner, day=day)


def _key_json(key: Key) -> dict[str, str]:
    return {
        "label": key.label,
        "kind": key.kind.value,
        "owner": key.owner,
        "valid_from": key.valid_from.isoformat(),
        "valid_until": key.valid_until.isoformat(),
    }
