"""Why a day counts or does not, with the name of its holiday; and which last days have moved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from filingdesk.words.catalogue import N_
from filingdesk.words.terms import DAY_REASONS

if TYPE_CHECKING:
    from filingdesk.core.deadline import Reason
    from filingdesk.core.redating import Moved
    from filingdesk.words.catalogue import PackWords, Words

HOLIDAYS = {
    "元旦": N_("New Year's Day"),
    "春节": N_("Spring Festival"),
    "清明节": N_("Qingming Festival"),
    "劳动节": N_("Labour Day"),
    "端午节": N_("Dragon Boat Festival"),
    "中秋节": N_("Mid-Autumn Festival"),
    "国庆节": N_("National Day"),
    "国庆节、中秋节": N_("National Day and Mid-Autumn Festival"),
    "中秋节、国庆节": N_("Mid-Autumn Festival and National Day"),
    "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日": N_(
        "70th anniversary of the victory in the war against Japanese aggression"
    ),
}
"""What the notices call the days off; a name that a later notice brings is shown as it stands."""


def day_reason(reason: Reason, words: Words) -> str:
    """One day's reason: public holiday, not counted (Labour Day)."""
    said = words.say(DAY_REASONS[reason.why])
    if not reason.holiday:
        return said
    name = HOLIDAYS.get(reason.holiday)
    holiday = words.say(name) if name else reason.holiday
    return words.say("{reason} ({holiday})", reason=said, holiday=holiday)


def moved_lines(moved: Iterable[Moved], wording: PackWords) -> list[str]:
    """Which last days a new calendar has moved, one sentence each."""
    words = wording.words
    return [
        words.say(
            "New holidays were announced, so the last day of “{name}” has moved from {before} to "
            "{now}.",
            name=wording.text(each.clock.name),
            before=words.day(each.before),
            now=words.day(each.now),
        )
        for each in moved
    ]
