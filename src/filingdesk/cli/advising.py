"""Advice as data for a machine, and as lines for a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from filingdesk.cli.telling import citation_json, citation_line, problem_json
from filingdesk.core.advice import Remedy
from filingdesk.core.deadline import overdue
from filingdesk.words.catalogue import PackWords
from filingdesk.words.over import over

if TYPE_CHECKING:
    from filingdesk.core.advice import Advice
    from filingdesk.core.deadline import Deadline
    from filingdesk.core.pack import FilingKind
    from filingdesk.core.ports import Draft
    from filingdesk.core.route import Route
    from filingdesk.desk import Desk
    from filingdesk.words.catalogue import Words


def advice_json(desk: Desk, draft: Draft, advice: Advice, words: Words) -> dict[str, Any]:
    """Advice as data."""
    said = desk.say_in(draft, advice, words)
    return {
        "kind": desk.kind(draft),
        "jurisdiction": desk.pack(draft.answers).id,
        "remedy": advice.remedy.value,
        "earliest": advice.earliest.isoformat() if advice.earliest else None,
        "grounds": [
            {
                "id": each.id,
                "name": said(each.plain),
                "citations": [citation_json(one) for one in each.citations],
                "verified": each.verified,
            }
            for each in advice.grounds
        ],
        "authorities": [_route_json(advice.route, said)] if advice.route else [],
        "findings": _findings_json(advice, desk.interview(draft).kind, said),
        "deadlines": [deadline_json(each) for each in advice.deadlines],
        "materials": [
            {"id": each.id, "name": said(each.text), "required": each.required}
            for each in advice.materials
        ],
        "alternatives": _alternatives(desk, draft, advice, said),
        "unverified": [problem_json(each, words) for each in advice.uncertain],
        "warnings": [problem_json(each, words) for each in desk.all_problems(draft)],
    }


def _route_json(route: Route, said: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": route.authority.id if route.authority else None,
        "name": said(route.name),
        "role": route.role.value,
        "reason": said(route.reason),
        "because_of": route.named_by or None,
        "citations": [citation_json(each) for each in route.citations],
        "verified": bool(route.authority and route.authority.verified),
        "not": [{"name": said(each.name), "reason": said(each.reason)} for each in route.near],
    }


def _findings_json(
    advice: Advice, kind: FilingKind, said: Callable[[str], str]
) -> list[dict[str, Any]]:
    """How long it may be shown, and how long it must be where the kind waits for that."""
    periods = {"display": advice.display}
    if kind.wait_for == "minimum":
        periods["minimum"] = advice.minimum
    findings = []
    for name, found in periods.items():
        shown = found.asserted
        finding: dict[str, Any] = {name: found.state.value}
        if shown:
            finding |= {
                "rule": said(shown.rule.name),
                "ended_on": shown.ends_on.isoformat(),
                "citations": [citation_json(each) for each in shown.rule.citations],
            }
        findings.append(finding)
    return findings


def _alternatives(
    desk: Desk, draft: Draft, advice: Advice, said: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Other kinds of filing that may serve; without a kind, the body that deals with it instead."""
    kinds = desk.pack(draft.answers).kinds
    others: list[dict[str, Any]] = [
        {
            "kind": each.kind,
            "name": said(kinds[each.kind].name),
            "reason": said(each.reason),
            "citations": [citation_json(one) for one in each.citations],
            "verified": each.verified,
        }
        for each in advice.alternatives
    ]
    text = desk.way_out(draft)
    if text:
        elsewhere = {"kind": None, "name": None, "reason": said(text)}
        others.append({**elsewhere, "citations": [], "verified": False})
    return others


def deadline_json(deadline: Deadline) -> dict[str, Any]:
    """A deadline as data, with one reason for each day."""
    return {
        "clock": deadline.clock.id,
        "event": deadline.event.isoformat(),
        "due_on": deadline.due_on.isoformat(),
        "safe_on": deadline.safe_on.isoformat(),
        "provisional": deadline.provisional,
        "verified": deadline.clock.verified,
        "calendar": deadline.calendar.version,
        "citation": [citation_json(each) for each in deadline.clock.citations],
        "reasons": [
            {
                "day": each.day.isoformat(),
                "counted": each.counted,
                "number": each.number,
                "why": each.why.value,
                "day_kind": each.kind.value,
                "holiday": each.holiday,
            }
            for each in deadline.reasons
        ],
    }


def deadline_line(
    deadline: Deadline,
    words: Words,
    wording: PackWords,
    today: date,
    running: Sequence[Deadline] = (),
) -> str:
    """A deadline as a line; one that is over is told as over, with what of `running` follows it."""
    name = wording.text(deadline.clock.name)
    if overdue(deadline, today):
        told = words.together(over(deadline, running, words, wording.text))
        return words.say("{name}: {sentence}", name=name, sentence=told)
    line = words.say("{name}: by {day}", name=name, day=words.day(deadline.due_on))
    if deadline.safe_on != deadline.due_on:
        line += " " + words.say("(safe day: {day})", day=words.day(deadline.safe_on))
    if deadline.provisional:
        line += " " + words.say("(provisional: the holidays of that year are not published yet)")
    return line


def advice_lines(desk: Desk, draft: Draft, advice: Advice, words: Words) -> list[str]:
    """Advice in words: what is filed, why, where, until when, and what is not certain."""
    said = desk.say_in(draft, advice, words)
    if desk.way_out(draft):
        return [said(desk.way_out(draft))]
    lines = [said(desk.interview(draft).kind.name)]
    kinds = desk.pack(draft.answers).kinds
    others = [f"{said(kinds[each.kind].name)}: {said(each.reason)}" for each in advice.alternatives]
    if advice.remedy is Remedy.WAIT:
        return [*lines, *_waiting_lines(advice, words, said), *others]
    if not advice.grounds:
        unsupported = words.say("Nothing that was answered supports this filing yet.")
        return [*lines, unsupported, *others]
    lines += [said(each.plain) for each in advice.grounds]
    lines += [citation_line(one, words) for each in advice.grounds for one in each.citations]
    shown = advice.display.asserted
    if shown and advice.display.state.value == "expired":
        day = words.day(shown.ends_on)
        lines.append(words.say("This record should have come down on {day}.", day=day))
    if advice.route:
        name = said(advice.route.name)
        lines.append(words.say("Take it to {authority}.", authority=name))
        lines.append(said(advice.route.reason))
        lines += [f"{said(each.name)}: {said(each.reason)}" for each in advice.route.near]
    wording = PackWords(words, desk.pack(draft.answers).lineage)
    today = desk.doors.time.today()
    dated = advice.deadlines
    lines += [deadline_line(each, words, wording, today, dated) for each in dated]
    lines += others
    lines += [problem_json(each, words)["sentence"] for each in advice.uncertain]
    return list(dict.fromkeys(lines))


def _waiting_lines(advice: Advice, words: Words, said: Callable[[str], str]) -> list[str]:
    """From which day it can be asked for, and by which rule, where that may be said."""
    wait = advice.wait
    if advice.earliest is None or wait is None:
        return [words.say("It is too early to ask for this. The window can tell you from when.")]
    day = words.day(advice.earliest)
    lines = [words.say("You can ask for this from {date}.", date=day), said(wait.name)]
    return lines + [citation_line(each, words) for each in wait.citations]
