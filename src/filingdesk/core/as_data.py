"""A filing as data: its payload, from the same values that the letter is composed from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from filingdesk.core.advice import Advice
from filingdesk.core.answers import AttachedFile
from filingdesk.core.clock import Clock
from filingdesk.core.display import DisplayFinding
from filingdesk.core.document import Stroke
from filingdesk.core.filing import Exhibit, Filing, StatementRow
from filingdesk.core.law import Citation
from filingdesk.core.pack import FilingKind, Ground
from filingdesk.core.payload import (
    FORMAT,
    Addressed,
    Argued,
    Claim,
    Clause,
    Consented,
    Disputed,
    EmbeddedFile,
    Listed,
    PackUsed,
    Payload,
    Said,
    Term,
    Weighed,
)
from filingdesk.core.wording import Wording


@dataclass(frozen=True, slots=True, repr=False)
class Making:
    """What a filing is made with, besides its answers.

    `program` is the version, `read_in` the person's language (BCP 47), `embedded` the exhibits'
    files as they lie in the PDF: name and SHA-256 (hex), by the id of what was attached. `text` is
    what the pages say.
    """

    program: str
    read_in: str
    strokes: tuple[Stroke, ...]
    embedded: Mapping[str, tuple[str, str]]
    text: tuple[str, ...]


def payload_of(filing: Filing, advice: Advice, wording: Wording, making: Making) -> Payload:
    """The payload, still without its code."""
    kind = filing.pack.kinds[filing.kind]
    return Payload(
        format=FORMAT,
        program=making.program,
        reference=filing.reference,
        jurisdiction=filing.pack.id,
        packs=tuple(PackUsed(id, version) for id, version in filing.pack.versions),
        kind=filing.kind,
        title=wording.text(kind.name),
        made_on=filing.made_on,
        language=wording.language,
        read_in=making.read_in,
        remedy=advice.remedy,
        authority=_addressed(filing, wording),
        grounds=tuple(_argued(each, filing, advice, wording) for each in filing.grounds),
        statement=tuple(_disputed(each) for each in filing.rows),
        requests=tuple(Claim(each.text, each.supports) for each in filing.requests),
        exhibits=tuple(_listed(each, making, wording) for each in filing.exhibits),
        findings=(
            _weighed("display", advice.display, wording),
            _weighed("minimum", advice.minimum, wording),
        ),
        uncertain=tuple(each.code for each in advice.uncertain),
        terms=_terms(advice.clocks, advice, wording),
        said=tuple(
            Said(each.question.id, each.question.part, wording.text(each.question.label), each.text)
            for each in filing.said
        ),
        answers=dict(filing.answers.values),
        consented=_consented(filing, kind, wording),
        text=making.text,
        strokes=making.strokes,
    )


def _addressed(filing: Filing, wording: Wording) -> Addressed:
    route = filing.route
    return Addressed(
        id=route.authority.id if route.authority else None,
        name=filing.authority,
        role=route.role,
        reason=wording.text(route.reason),
        citations=_clauses(route.citations),
        verified=bool(route.authority and route.authority.verified),
    )


def _argued(ground: Ground, filing: Filing, advice: Advice, wording: Wording) -> Argued:
    return Argued(
        id=ground.id,
        name=wording.text(ground.text),
        claims=tuple(Claim(each.text, each.supports) for each in filing.claims[ground.id]),
        supports=tuple(advice.supports[ground.id]),
        citations=_clauses(ground.citations),
        verified=ground.verified,
    )


def _disputed(row: StatementRow) -> Disputed:
    return Disputed(row.field.text, row.shown.text, row.true.text, row.exhibits, row.asked.text)


def _listed(exhibit: Exhibit, making: Making, wording: Wording) -> Listed:
    return Listed(
        number=exhibit.number,
        material=exhibit.material.id,
        name=wording.text(exhibit.material.text),
        state=exhibit.state,
        files=tuple(_embedded(each, making) for each in exhibit.files),
        by=exhibit.by,
    )


def _embedded(file: AttachedFile, making: Making) -> EmbeddedFile:
    name, sha256 = making.embedded[file.id]
    return EmbeddedFile(name, file.pages, sha256, file.sha256)


def _weighed(about: str, finding: DisplayFinding, wording: Wording) -> Weighed:
    shown = finding.asserted
    return Weighed(
        about=about,
        state=finding.state,
        ends_on=shown.ends_on if shown else None,
        rule=wording.text(shown.rule.name) if shown else "",
        citations=_clauses(shown.rule.citations) if shown else (),
    )


def _terms(clocks: Sequence[Clock], advice: Advice, wording: Wording) -> tuple[Term, ...]:
    known = {each.clock.id: each for each in advice.deadlines}
    return tuple(
        Term(
            id=each.id,
            name=wording.text(each.name),
            count=each.count,
            unit=each.unit,
            trigger=each.trigger,
            owed_by=each.owed_by,
            due_on=known[each.id].due_on if each.id in known else None,
            safe_on=known[each.id].safe_on if each.id in known else None,
            citations=_clauses(each.citations),
            verified=each.verified,
        )
        for each in clocks
    )


def _consented(filing: Filing, kind: FilingKind, wording: Wording) -> Consented:
    return Consented(wording.text(kind.truth.text), filing.truth_version, filing.consent_version)


def _clauses(citations: Sequence[Citation]) -> tuple[Clause, ...]:
    return tuple(
        Clause(each.law, each.article, each.quote, each.url, each.as_of, each.verified)
        for each in citations
    )
