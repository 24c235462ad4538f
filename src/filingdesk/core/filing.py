"""A filing: who asks whom to change what, on which grounds, with which proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from filingdesk.core.advice import Advice
from filingdesk.core.answers import (
    Answers,
    AttachedFile,
    MaterialAnswer,
    MaterialState,
    day_of,
    holds,
)
from filingdesk.core.display import DisplayFinding
from filingdesk.core.document import Sentence
from filingdesk.core.interview import Interview
from filingdesk.core.pack import Enclosure, FilingKind, Ground, Material, Pack
from filingdesk.core.question import AnswerType, Part
from filingdesk.core.route import Route
from filingdesk.core.wording import Answered, Places, Wording, answered, fill, first_filled


@dataclass(frozen=True, slots=True, repr=False)
class StatementRow:
    """One disputed point: what the record says, what is true, what proves it, what is asked.

    `written` where the person wrote it line by line.
    """

    field: Sentence
    shown: Sentence
    true: Sentence
    exhibits: tuple[int, ...]
    asked: Sentence
    written: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Exhibit:
    """A paper in the list; `number` is None for one that is not handed over with the filing.

    `by` is the day by which it will be brought, where one was named.
    """

    number: int | None
    material: Material
    state: MaterialState
    files: tuple[AttachedFile, ...] = ()
    by: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Filing:
    """Everything that the document and filing.json say; texts are in the wording's language."""

    reference: str
    pack: Pack
    kind: str
    enclosures: tuple[Enclosure, ...]
    made_on: date
    answers: Answers
    said: tuple[Answered, ...]
    grounds: tuple[Ground, ...]
    claims: Mapping[str, tuple[Sentence, ...]]
    rows: tuple[StatementRow, ...]
    requests: tuple[Sentence, ...]
    route: Route
    authority: str
    exhibits: tuple[Exhibit, ...]
    truth_version: str
    consent_version: str
    places: Places

    def part(self, part: Part) -> tuple[Answered, ...]:
        """What was said in one part, in the order it was asked."""
        return tuple(each for each in self.said if each.question.part is part)

    @property
    def person(self) -> str:
        """The applicant's name, for the desk's own list."""
        names = (AnswerType.NAME,)
        said = [each for each in self.part(Part.APPLICANT) if each.question.type in names]
        return said[0].text if said else ""


@dataclass(frozen=True, slots=True)
class Act:
    """What makes a filing this one: its reference, its day, and the consent that was given."""

    reference: str
    day: date
    consent_version: str = ""


def assemble(
    pack: Pack, interview: Interview, answers: Answers, advice: Advice, act: Act, wording: Wording
) -> Filing:
    """The filing that these answers make. `advice.route` must be there: see `desk.assemble`.

    Only answers of the way are used; those of a branch that was left never get in.
    """
    if advice.route is None:
        raise ValueError("a filing needs an authority")
    kind = interview.kind
    pruned = interview.pruned(answers)
    said = tuple(
        found
        for question in interview.asked_on_path(answers)
        if (found := answered(question, pruned, pack, wording)) is not None
    )
    exhibits = number_exhibits(advice.materials, _said_of_materials(interview, pruned))
    filing = Filing(
        reference=act.reference,
        pack=pack,
        kind=kind.id,
        enclosures=tuple(each for each in kind.enclosures if holds(each.when, pruned)),
        made_on=act.day,
        answers=pruned,
        said=said,
        grounds=advice.grounds,
        claims={},
        rows=(),
        requests=(),
        route=advice.route,
        authority=wording.text(advice.route.name),
        exhibits=exhibits,
        truth_version=kind.truth.version,
        consent_version=act.consent_version,
        places=places_of(kind, said, advice, act, wording),
    )
    return _argue(filing, interview, wording, advice.supports)


def places_of(
    kind: FilingKind, said: Sequence[Answered], advice: Advice, act: Act, wording: Wording
) -> Places:
    """What the named places of pack sentences stand for."""
    places = {each.question.id: Sentence(each.text, (each.question.id,)) for each in said}
    places["filing"] = Sentence(wording.text(kind.name))
    places["reference"] = Sentence(act.reference)
    places["today"] = Sentence(wording.date(act.day))
    if advice.route:
        named_by = (advice.route.named_by,) if advice.route.named_by else ()
        places["authority"] = Sentence(wording.text(advice.route.name), named_by)
    places |= _period("display", advice.display, wording)
    places |= _period("minimum", advice.minimum, wording)
    return places


def _period(name: str, finding: DisplayFinding, wording: Wording) -> dict[str, Sentence]:
    """When a period ended or ends, and by which rule, where that may be said."""
    shown = finding.asserted
    if shown is None:
        return {}
    from_day = (shown.rule.start,)
    clauses = (f"{wording.text(each.law)}{each.article}" for each in shown.rule.citations)
    return {
        f"{name}_ended_on": Sentence(wording.date(shown.ends_on), from_day),
        f"{name}_rule": Sentence(wording.text(shown.rule.name), from_day),
        f"{name}_clause": Sentence(wording.list(tuple(clauses)), from_day),
    }


def number_exhibits(
    asked: Sequence[Material], said: Sequence[MaterialAnswer]
) -> tuple[Exhibit, ...]:
    """The exhibit list: papers at hand are numbered from 1; the others are listed without one."""
    state = {each.material: each for each in said}
    exhibits: list[Exhibit] = []
    number = 0
    for material in asked:
        answer = state.get(material.id)
        if answer is None:
            continue
        at_hand = answer.state in (MaterialState.ATTACHED, MaterialState.CLERK_SAW)
        number += at_hand
        files = answer.files if answer.state is MaterialState.ATTACHED else ()
        by = day_of(answer.by) if answer.state is MaterialState.WILL_BRING else None
        exhibits.append(Exhibit(number if at_hand else None, material, answer.state, files, by))
    return tuple(exhibits)


def _said_of_materials(interview: Interview, answers: Answers) -> tuple[MaterialAnswer, ...]:
    asked = interview.asked_on_path(answers)
    found = (each.id for each in asked if each.type is AnswerType.MATERIALS)
    return tuple(each for id in found for each in answers.materials(id))


def _argue(
    filing: Filing, interview: Interview, wording: Wording, supports: Mapping[str, tuple[str, ...]]
) -> Filing:
    """The claims of each ground, the statement table and the requests, none without support.

    What a sentence says rests on the answers in its places, and on those that support its ground.
    """
    claims: dict[str, tuple[Sentence, ...]] = {}
    rows: list[StatementRow] = []
    requests: dict[str, Sentence] = {}
    for ground in filing.grounds:
        own = supports[ground.id]
        said = (fill(each, filing.places, wording) for each in ground.claims)
        claims[ground.id] = tuple(_resting_on(own, each) for each in said if each)
        rows += [_row_resting_on(own, each) for each in _rows(filing, ground, interview, wording)]
        asked = first_filled(ground.asked, filing.places, wording)
        if asked:
            before = requests.get(asked.text, asked)
            requests[asked.text] = _resting_on((*own, *asked.supports), before)
    return replace(filing, claims=claims, rows=tuple(rows), requests=tuple(requests.values()))


def _resting_on(answers: Sequence[str], sentence: Sentence) -> Sentence:
    return replace(sentence, supports=tuple(dict.fromkeys((*sentence.supports, *answers))))


def _row_resting_on(answers: Sequence[str], row: StatementRow) -> StatementRow:
    field, shown, true, asked = (
        _resting_on(answers, each) for each in (row.field, row.shown, row.true, row.asked)
    )
    return replace(row, field=field, shown=shown, true=true, asked=asked)


def _rows(
    filing: Filing, ground: Ground, interview: Interview, wording: Wording
) -> tuple[StatementRow, ...]:
    exhibits = tuple(
        each.number for each in filing.exhibits if each.number and each.material.supports(ground.id)
    )
    asked = first_filled(ground.asked, filing.places, wording) or Sentence("")
    differences = next(
        (
            (question.id, filing.answers.differences(question.id))
            for question in interview.asked_on_path(filing.answers)
            if question.type is AnswerType.DIFFERENCES
        ),
        ("", ()),
    )
    if differences[1] and not ground.field:
        own = (differences[0],)
        return tuple(
            StatementRow(
                Sentence(row.field, own),
                Sentence(row.shown, own),
                Sentence(row.true, own),
                exhibits,
                asked,
                written=True,
            )
            for row in differences[1]
        )
    return (
        StatementRow(
            Sentence(wording.text(ground.field or ground.text)),
            first_filled(ground.shown, filing.places, wording) or Sentence(""),
            first_filled(ground.true, filing.places, wording) or Sentence(""),
            exhibits,
            asked,
        ),
    )
