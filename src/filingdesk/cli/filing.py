"""file, advise, demo, render: from answers to advice, to a signed PDF, and to its pages again."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from filingdesk.cli.advising import advice_json, advice_lines, deadline_line
from filingdesk.cli.faults import file_code
from filingdesk.cli.opening import opened, pin, read_text, seal_passphrase
from filingdesk.cli.telling import (
    DONE,
    NO,
    problem_json,
    tell,
    tell_json,
    tell_problems,
)
from filingdesk.cli.writing import can_write, make_folder, write_whole
from filingdesk.core.advice import Remedy
from filingdesk.core.ports import Signatory
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity
from filingdesk.words import consent
from filingdesk.words.catalogue import PackWords

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.core.case import Case
    from filingdesk.core.ports import AnswersFile, Draft, Signer
    from filingdesk.desk import Desk
    from filingdesk.words.catalogue import Words


def file(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Sign the filing of an answers file, write it, and keep it as a case."""
    answers = _answers(furnish(), options.answers)
    can_write(options.out)
    furnished = furnish(today=options.today or answers.today)
    # Beside what uses no Python: deriving the key of the store, and others' reading of the papers.
    Thread(target=furnished.doors.make_ready, name="make ready").start()
    with opened(furnished, options, words) as desk:
        seal = None
        if options.seal is not None:
            seal = desk.doors.foreign_seal(options.seal.read_bytes(), seal_passphrase(options))
        draft = desk.begin_from(answers, _beside(options.answers), consent.VERSION)
        try:
            case, warnings = _signed(desk, draft, seal, options)
        except UserProblem as refused:
            raise UserProblem(*map(_as_written, refused.problems)) from None
        _hand_out(desk, case, options.out)
        next_days = _next_days(desk, case, words)
    if options.json:
        told = [problem_json(each, words) for each in warnings]
        path = str(options.out)
        tell_json({"reference": case.id, "pdf": path, "next": next_days, "warnings": told})
        return DONE
    tell_problems(warnings, words, as_json=False)
    tell(
        words.say("Signed and kept under {reference}: {path}", reference=case.id, path=options.out)
    )
    tell(*next_days)
    return DONE


def advise(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Tell what the answers support. 1 when no filing serves the person, or not yet."""
    answers = _answers(furnish(), options.answers)
    desk = furnish(today=options.today or answers.today)
    draft = desk.draft_of(answers)
    advice = desk.advise(draft)
    told = advice_json(desk, draft, advice, words)
    if options.json:
        tell_json(told)
    else:
        tell(*advice_lines(desk, draft, advice, words))
    return DONE if advice.remedy is Remedy.FILING else NO


def demo(options: Namespace, furnish: Furnish, words: Words) -> int:
    """File the Tianjin example in a store that is thrown away; the signed PDF stays."""
    import tempfile

    text = furnish().doors.example("cn-tianjin", "tianjin-expired")
    answers = furnish().doors.read_answers(text, "tianjin-expired.toml")
    make_folder(options.out)
    with tempfile.TemporaryDirectory(prefix="filingdesk-demo-") as folder:
        desk = furnish(Path(folder) / "store", answers.today)
        desk.doors.create(os.urandom(16).hex(), words.say("Citizen service centre (demo)"))
        case = desk.sign(desk.begin_from(answers, _no_file, consent.VERSION))
        pdf, certificate = desk.signed_pdf(case.id), desk.doors.certificate()
        desk.doors.lock()
    path = options.out / f"{case.reference}.pdf"
    write_whole(path, pdf)
    write_whole(options.out / "seal.pem", certificate)
    if options.json:
        tell_json({"reference": case.reference, "pdf": str(path)})
    else:
        tell(
            words.say(
                "The demo filing {reference} is signed: {path}", reference=case.reference, path=path
            )
        )
    return DONE


def render(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Make the pages of a filing.json again; 1 when those of a signed PDF are others."""
    exhibits = options.exhibits or options.payload.parent
    embedded = {
        each.name: each.read_bytes() for each in exhibits.glob("exhibit-*") if each.is_file()
    }
    pdf = furnish().render_again(options.payload.read_bytes(), embedded)
    if options.out:
        write_whole(options.out, pdf)
    is_same = options.compare is None or options.compare.read_bytes().startswith(pdf)
    digest = sha256(pdf).hexdigest()
    if options.json:
        compared = {"same": is_same} if options.compare else {}
        tell_json({"sha256": digest, "bytes": len(pdf)} | compared)
        return DONE if is_same else NO
    tell(
        words.say(
            "The pages before signing: {size} bytes, SHA-256 {digest}",
            size=words.number(len(pdf)),
            digest=digest,
        )
    )
    if options.compare and is_same:
        tell(words.say("The signed PDF begins with exactly these pages."))
    elif options.compare:
        tell(words.say("The signed PDF was made from other pages."))
    return DONE if is_same else NO


def _signed(
    desk: Desk, draft: Draft, seal: Signer | None, options: Namespace
) -> tuple[Case, tuple[Problem, ...]]:
    """The case, and what was doubtful. Without a window nobody comes back to a draft: one that
    cannot be signed does not stay.
    """
    try:
        doubts = _doubts(desk, draft)
        case = desk.sign(draft, seal=seal, signers=_own_signers(desk, draft, options))
        return case, doubts + desk.case(case.id).warnings
    except BaseException:
        desk.erase(draft)
        raise


def _own_signers(desk: Desk, draft: Draft, options: Namespace) -> tuple[Signatory, ...]:
    """Who signs with a card: the person at the desk, unless another capacity is named."""
    if not options.token:
        return ()
    named = Capacity(options.capacity) if options.capacity else desk.own_capacity(draft)
    return (Signatory(named, desk.doors.token(options.token, pin(options), options.key)),)


def _as_written(problem: Problem) -> Problem:
    """A paper of which nothing was said is a table that the file lacks."""
    if problem.code != "material-unanswered":
        return problem
    facts = {"name": problem.where.partition(":")[2]}
    return Problem(problem.where, "answers-material-missing", facts)


def _hand_out(desk: Desk, case: Case, path: Path) -> None:
    """Write the signed PDF. Where that fails, the person learns that the case is kept."""
    try:
        write_whole(path, desk.signed_pdf(case.id))
    except UserProblem as refused:
        kept = Problem(str(path), "pdf-not-written", {"reference": case.reference})
        raise UserProblem(*refused.problems, kept) from None


def _next_days(desk: Desk, case: Case, words: Words) -> list[str]:
    wording = PackWords(words, desk.pack_of(case).lineage)
    today = desk.doors.time.today()
    dated = [each.deadline for each in desk.case(case.id).clocks if each.deadline]
    return [deadline_line(each, words, wording, today, dated) for each in dated]


def _doubts(desk: Desk, draft: Draft) -> tuple[Problem, ...]:
    """What is worth a second look, and what was said for nothing: the filing does without it."""
    asked = {each.id for each in desk.materials(draft)}
    idle = [each.id for each in desk.interview(draft).aside(draft.answers)]
    idle += [
        f"materials:{each.material}"
        for each in desk.materials_said(draft)
        if each.material not in asked
    ]
    unused = tuple(Problem(where, "answer-not-used", blocks=False) for where in idle)
    return tuple(each for each in desk.all_problems(draft) if not each.blocks) + unused


def _answers(desk: Desk, path: Path) -> AnswersFile:
    return desk.doors.read_answers(read_text(path), path.name)


def _beside(answers: Path) -> Callable[[str], bytes]:
    """Files are named from where the answers file lies; a name may be personal and is not told."""

    def read(path: str) -> bytes:
        try:
            return (answers.parent / path).read_bytes()
        except OSError as fault:
            raise UserProblem(Problem("file", file_code(fault))) from None
        except ValueError:
            raise UserProblem(Problem("file", "file-not-found")) from None

    return read


def _no_file(path: str) -> bytes:
    raise FileNotFoundError(2, "the demo attaches no file", path)
