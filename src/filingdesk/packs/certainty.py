"""What a pack asserts: only with a source that was read, and only one rule for one day."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from filingdesk.core.deadline import Clock, Extension
from filingdesk.core.law import Effect
from filingdesk.core.pack import Authority, DisplayRule, Ground, Pack
from filingdesk.core.problem import Problem
from filingdesk.packs.layers import Layers
from filingdesk.packs.numerals import numbers_in
from filingdesk.packs.sheet import Row

Asserted = Authority | DisplayRule | Ground | Clock


def certainty_faults(pack: Pack, layers: Layers) -> Iterator[Problem]:
    """Assertions without a source, numbers nobody verified, and two rules for one day."""
    for each, row in asserted(pack, layers):
        if each.verified and not any(citation.verified for citation in each.citations):
            yield _unsourced(each, row)
        if not isinstance(each, Clock) and _backwards(each.effect):
            yield Problem(row.place("until"), "pack-effect-backwards", {"name": each.id})
        yield from _own_faults(each, row)
    yield from _overlaps(pack.display_rules, layers)


def certainty_notes(pack: Pack, layers: Layers, today: date | None) -> Iterator[Problem]:
    """What is no fault, and should be known: rules without a source, addresses to look at again.

    Without a day nothing is told of addresses.
    """
    for each, row in asserted(pack, layers):
        if not each.citations:
            yield Problem(row.place("id"), "pack-rule-uncited", {"name": each.id}, blocks=False)
        if isinstance(each, Clock | DisplayRule) and not _is_quoted(each):
            facts = {"name": each.id, "number": str(each.count)}
            yield Problem(row.place("count"), "pack-count-not-quoted", facts, blocks=False)
        if isinstance(each, Authority) and each.contact_check_by and today:
            day = each.contact_check_by
            if day < today:
                facts = {"name": each.id, "day": day.isoformat()}
                where = row.place("contact_check_by")
                yield Problem(where, "pack-contact-stale", facts, blocks=False)


def asserted(pack: Pack, layers: Layers) -> Iterator[tuple[Asserted, Row]]:
    """Everything in a pack that says what the law is or who is in charge, with its place."""
    for authority in pack.authorities:
        yield authority, layers.sheet["authority"][authority.id]
    for rule in pack.display_rules:
        yield rule, layers.sheet["display_rule"][rule.id]
    for id, kind in pack.kinds.items():
        for ground in kind.grounds:
            yield ground, layers.kinds[id]["ground"][ground.id]
        for clock in kind.clocks:
            yield clock, layers.kinds[id]["clock"][clock.id]


def _unsourced(each: Asserted, row: Row) -> Problem:
    """Verified, although nothing that it cites is."""
    facts = {"name": each.id}
    cited = row.table.get("citations")
    if not cited:
        return Problem(row.place("verified"), "pack-verified-without-source", facts)
    facts["cited"] = ", ".join(map(str, cited))
    return Problem(row.place("verified"), "pack-verified-by-unverified", facts)


def _is_quoted(each: Clock | DisplayRule) -> bool:
    """Whether the words that are quoted for it hold the number, or two steps that it is the sum of.

    Where nothing is quoted, it may be so.
    """
    quotes = [numbers_in(one.quote) for one in each.citations if one.quote]
    sums = {one + other for said in quotes for one, other in combinations(said, 2)}
    return not each.count or not quotes or each.count in sums.union(*quotes)


def _own_faults(each: Asserted, row: Row) -> Iterator[Problem]:
    match each:
        case Clock(verified=False, count=int()):
            yield Problem(row.place("count"), "pack-count-unverified", {"name": each.id})
        case Clock(extension=Extension(citations=())):
            where = row.place("extension")
            yield Problem(where, "pack-extension-uncited", {"name": each.id})
        case Authority(citations=()):
            yield Problem(row.place("id"), "pack-authority-without-source", {"name": each.id})
        case Authority(verified=False) if each.contact:
            yield Problem(row.place("contact"), "pack-contact-unverified", {"name": each.id})
        case _:
            pass


def _overlaps(rules: Sequence[DisplayRule], layers: Layers) -> Iterator[Problem]:
    for one, other in combinations(rules, 2):
        same = one.regime == other.regime and one.when == other.when
        if same and _meet(one.effect, other.effect):
            row = layers.sheet["display_rule"][other.id]
            facts = {"name": other.id, "other": one.id}
            yield Problem(row.place("since"), "pack-effects-overlap", facts)


def _backwards(effect: Effect) -> bool:
    return bool(effect.since and effect.until and effect.until < effect.since)


def _meet(one: Effect, other: Effect) -> bool:
    starts_later = one.since and other.until and other.until < one.since
    ends_earlier = one.until and other.since and one.until < other.since
    return not (starts_later or ends_earlier)
