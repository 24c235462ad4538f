"""Why a command line was not understood: argparse says it in English, we in every language."""

import re

from filingdesk.words.catalogue import N_, Words

_NAMED = r"argument (?P<name>.+?): "

_MISREAD = (
    (
        r"the following arguments are required: (?P<several>.+)",
        N_("This is missing: {several}"),
    ),
    (
        r"unrecognized arguments: (?P<rest>.+)",
        N_("This does not belong here: {rest}"),
    ),
    (
        _NAMED + r"invalid choice: ['\"](?P<value>.*)['\"].* \(choose from (?P<several>.+)\)",
        N_("{name} cannot be “{value}”. It can be one of these: {several}"),
    ),
    (
        _NAMED + r"expected (?:one|at least one) argument",
        N_("A value is missing after {name}"),
    ),
    (
        _NAMED + r"ignored explicit argument .+",
        N_("{name} stands alone, without a value"),
    ),
    (
        r"ambiguous option: (?P<option>.+) could match (?P<several>.+)",
        N_("{option} can be one of several: {several}. Please write more of it"),
    ),
    (
        _NAMED + r"invalid int value: ['\"](?P<value>.*)['\"]",
        N_("{name} takes whole numbers. “{value}” is none"),
    ),
    (
        _NAMED + r"invalid day value: ['\"](?P<value>.*)['\"]",
        N_("{name} takes a day such as 2026-09-10. “{value}” is none"),
    ),
)
"""What argparse writes, the same since Python 3.2, and what we say. `several` is a list."""


def reason(message: str, words: Words) -> str:
    """The sentence, without the mark at its end."""
    for pattern, sentence in _MISREAD:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            places = found.groupdict()
            several = places.get("several", "").replace("'", "")
            listed = several.replace(", ", "、") if words.is_chinese else several
            return words.say(sentence, **places | {"several": listed})
    return words.say("This command cannot be understood")
