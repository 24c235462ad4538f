"""settings: how this desk signs. What cannot work is refused, and nothing is changed then."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk.cli.names import AUTHORITIES, LEVEL, TOKEN_MODULE, TRUST
from filingdesk.cli.opening import opened
from filingdesk.cli.telling import DONE, NO, problem_json, tell, tell_json
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Level
from filingdesk.words.problems import sentence
from filingdesk.words.terms import LEVELS

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.core.signature import SigningSettings
    from filingdesk.words.catalogue import Words


def show(options: Namespace, furnish: Furnish, words: Words) -> int:
    """How this desk signs."""
    with opened(furnish(), options, words) as desk:
        settings = desk.doors.signing()
    _tell(settings, options, words)
    return DONE


def change(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Another value for one of them; without a value it is as on a new desk."""
    with opened(furnish(), options, words) as desk:
        desk.doors.keep_signing(_changed(desk.doors.signing(), options.name, options.values))
        settings = desk.doors.signing()
    _tell(settings, options, words)
    return DONE


def test(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Ask every authority for a time stamp; 1 when one gives none, or there is none."""
    told: dict[str, str | Problem] = {}
    with opened(furnish(), options, words) as desk:
        for url in desk.doors.signing().authorities:
            try:
                told[url] = desk.doors.try_authority(url)
            except UserProblem as refused:
                told[url] = refused.problems[0]
    is_good = bool(told) and all(isinstance(each, str) for each in told.values())
    if options.json:
        tell_json(
            {
                url: {"stamps": each} if isinstance(each, str) else problem_json(each, words)
                for url, each in told.items()
            }
        )
    elif not told:
        tell(words.say("This desk knows no authority for time stamps."))
    else:
        for url, each in told.items():
            tell(f"{url}: {each if isinstance(each, str) else sentence(each, words)}")
    return DONE if is_good else NO


def _changed(settings: SigningSettings, name: str, values: Sequence[str]) -> SigningSettings:
    if name == AUTHORITIES:
        return replace(settings, authorities=tuple(values))
    if name == TRUST:
        return replace(settings, trust=b"".join(_pem(Path(each)) for each in values))
    if len(values) > 1:
        raise UserProblem(Problem(name, "setting-takes-one"))
    value = values[0] if values else ""
    if name == TOKEN_MODULE:
        return replace(settings, token_module=value)
    return replace(settings, level=_level(value) if value else Level.B_B)


def _level(name: str) -> Level:
    short = {each.value.removeprefix("PAdES "): each for each in Level}
    level = short.get(name.upper().removeprefix("PADES "))
    if level is None:
        raise UserProblem(Problem(LEVEL, "level-unknown", {"choices": ", ".join(short)}))
    return level


def _pem(path: Path) -> bytes:
    return path.read_bytes().strip() + b"\n"


def _tell(settings: SigningSettings, options: Namespace, words: Words) -> None:
    if options.json:
        tell_json(
            {
                LEVEL: settings.level.value,
                AUTHORITIES: list(settings.authorities),
                TRUST: settings.trust.decode("ascii", "replace"),
                TOKEN_MODULE: settings.token_module,
            }
        )
        return
    none = "-"
    tell(f"{LEVEL}: {settings.level.value.removeprefix('PAdES ')}")
    tell(f"    {words.say(LEVELS[settings.level])}")
    tell(f"{AUTHORITIES}: {' '.join(settings.authorities) or none}")
    tell(f"{TRUST}: {settings.trust.count(b'BEGIN CERTIFICATE') or none}")
    tell(f"{TOKEN_MODULE}: {settings.token_module or none}")
