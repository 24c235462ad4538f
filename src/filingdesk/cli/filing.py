"""file, advise, demo: from an answers file to advice and to a signed PDF."""

import os
import tempfile
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filingdesk.cli.opening import opened, seal_passphrase
from filingdesk.cli.telling import (
    DONE,
    NO,
    citation_json,
    citation_line,
    problem_json,
    tell,
    tell_json,
)
from filingdesk.core.advice import Advice, Remedy, Route
from filingdesk.core.deadline import Deadline
from filingdesk.core.ports import AnswersFile, Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk import Desk
from filingdesk.words import consent
from filingdesk.words.catalogue import PackWords, Words

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish


def file(options: Namespace, furnish: "Furnish", words: Words) -> int:
    """Sign the filing of an answers file, write it, and keep it as a case."""
    answers = _answers(furnish(), options.answers)
    desk = opened(furnish(today=options.today or answers.today), options, words)
    reading = _beside(options.answers)
    case, deadline_lines = _filed(desk, answers, reading, options, words)
    pdf = desk.signed_pdf(case)
    _write(options.out, pdf)
    if options.json:
        tell_json({"reference": case, "pdf": str(options.out), "next": deadline_lines})
    else:
        tell(
            words.say("Signed and kept under {reference}: {path}", reference=case, path=options.out)
        )
        tell(*deadline_lines)
    return DONE


def advise(options: Namespace, furnish: "Furnish", words: Words) -> int:
    """Tell what the answers support. 1 when an objection is not what serves the person."""
    answers = _answers(furnish(), options.answers)
    desk = furnish(today=options.today or answers.today)
    draft = desk.draft_of(answers)
    advice = desk.advise(draft)
    told = advice_json(desk, draft, advice, words)
    if options.json:
        tell_json(told)
    else:
        tell(*_advice_lines(desk, draft, advice, words))
    return DONE if advice.remedy is Remedy.OBJECTION else NO


def demo(options: Namespace, furnish: "Furnish", words: Words) -> int:
    """File the Tianjin example in a store that is thrown away; the signed PDF stays."""
    text = furnish().doors.example("cn-tianjin", "tianjin-expired")
    answers = furnish().doors.read_answers(text, "tianjin-expired.toml")
    with tempfile.TemporaryDirectory(prefix="filingdesk-demo-") as folder:
        desk = furnish(Path(folder) / "store", answers.today)
        desk.doors.create(os.urandom(16).hex(), words.say("Citizen service centre (demo)"))
        draft = desk.begin_from(answers, _no_file, consent.VERSION)
        case = desk.sign(draft)
        pdf, certificate = desk.signed_pdf(case.id), desk.doors.certificate()
        desk.doors.lock()
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / f"{case.reference}.pdf"
    _write(path, pdf)
    _write(options.out / "seal.pem", certificate)
    if options.json:
        tell_json({"reference": case.reference, "pdf": str(path)})
    else:
        tell(
            words.say(
                "The demo filing {reference} is signed: {path}", reference=case.reference, path=path
            )
        )
    return DONE


def _filed(
    desk: Desk,
    answers: AnswersFile,
    read: Callable[[str], bytes],
    options: Namespace,
    words: Words,
) -> tuple[str, list[str]]:
    seal = None
    if options.seal is not None:
        seal = desk.doors.foreign_seal(options.seal.read_bytes(), seal_passphrase(options))
    draft = desk.begin_from(answers, read, consent.VERSION)
    try:
        case = desk.sign(draft, seal=seal)
    except UserProblem:
        desk.erase(draft)
        raise
    running = desk.case(case.id).clocks
    wording = PackWords(words, desk.pack(draft.answers).lineage)
    return case.id, [
        _deadline_line(each.deadline, words, wording) for each in running if each.deadline
    ]


def _answers(desk: Desk, path: Path) -> AnswersFile:
    untrusted_text = path.read_bytes()
    try:
        text = untrusted_text.decode("utf-8")
    except UnicodeDecodeError:
        raise UserProblem(Problem(path.name, "answers-not-utf8")) from None
    return desk.doors.read_answers(text, path.name)


def _beside(answers: Path) -> Callable[[str], bytes]:
    """Files are named from where the answers file lies."""
    return lambda path: (answers.parent / path).read_bytes()


def _no_file(path: str) -> bytes:
    raise FileNotFoundError(2, "the demo attaches no file", path)


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def advice_json(desk: Desk, draft: Draft, advice: Advice, words: Words) -> dict[str, Any]:
    """Advice as data."""
    said = desk.say_in(draft, advice, words)
    return {
        "kind": draft.kind,
        "jurisdiction": desk.pack(draft.answers).id,
        "remedy": advice.remedy.value,
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
        "findings": _findings_json(advice, said),
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
        "citations": [citation_json(each) for each in route.citations],
        "verified": bool(route.authority and route.authority.verified),
        "not": [{"name": said(each.name), "reason": said(each.reason)} for each in route.near],
    }


def _findings_json(advice: Advice, said: Callable[[str], str]) -> list[dict[str, Any]]:
    shown = advice.display.asserted
    finding: dict[str, Any] = {"display": advice.display.state.value}
    if shown:
        finding |= {
            "rule": said(shown.rule.name),
            "ended_on": shown.ends_on.isoformat(),
            "citations": [citation_json(each) for each in shown.rule.citations],
        }
    return [finding]


def _alternatives(
    desk: Desk, draft: Draft, advice: Advice, said: Callable[[str], str]
) -> list[dict[str, Any]]:
    if advice.remedy is not Remedy.REPAIR:
        return []
    kind = desk.interview(draft).kind
    return [{"remedy": "repair", "text": said(kind.repair)}]


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


def _deadline_line(deadline: Deadline, words: Words, wording: PackWords) -> str:
    name = wording.text(deadline.clock.name)
    line = words.say("{name}: by {day}", name=name, day=words.day(deadline.due_on))
    if deadline.safe_on != deadline.due_on:
        line += " " + words.say("(safe day: {day})", day=words.day(deadline.safe_on))
    if deadline.provisional:
        line += " " + words.say("(provisional: the holidays of that year are not published yet)")
    return line


def _advice_lines(desk: Desk, draft: Draft, advice: Advice, words: Words) -> list[str]:
    said = desk.say_in(draft, advice, words)
    if advice.remedy is Remedy.REPAIR:
        return [said(desk.interview(draft).kind.repair)]
    if not advice.grounds:
        return [words.say("Nothing that was answered supports an objection yet.")]
    lines = [said(each.plain) for each in advice.grounds]
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
    lines += [_deadline_line(each, words, wording) for each in advice.deadlines]
    lines += [problem_json(each, words)["sentence"] for each in advice.uncertain]
    return list(dict.fromkeys(lines))
