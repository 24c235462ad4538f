"""filing.json: the filing as data that an agency can take in without retyping."""

import json
from typing import Any

from filingdesk.core.answers import Difference, MaterialAnswer, Value
from filingdesk.core.filing import FORMAT, Exhibit, Filing
from filingdesk.core.law import Citation
from filingdesk.core.question import Part

_PARTS = (Part.MATTER, Part.RECORD, Part.APPLICANT, Part.AGENT, Part.REASONS)


def payload(filing: Filing, signature: str) -> bytes:
    """UTF-8 JSON, keys sorted: the same filing gives the same bytes. Schema: filing-1.json.

    `signature` is how the hand signed: "drawn" or "on_paper".
    """
    content = {
        "format": FORMAT,
        "reference": filing.reference,
        "jurisdiction": filing.pack.id,
        "pack_version": filing.pack.version,
        "kind": filing.kind,
        "made_on": filing.made_on.isoformat(),
        "authority": _authority(filing),
        "grounds": [
            {"id": each.id, "name": each.text, "citations": _citations(each.citations)}
            for each in filing.grounds
        ],
        "statement": _statement(filing),
        "requests": [each.text for each in filing.requests],
        "exhibits": [_exhibit(each) for each in filing.exhibits],
        "signature": signature,
        "truth_version": filing.truth_version,
        "consent_version": filing.consent_version,
    } | {part.value: _part(filing, part) for part in _PARTS}
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def _authority(filing: Filing) -> dict[str, Any]:
    known = filing.route.authority
    return {
        "id": known.id if known else None,
        "name": filing.authority,
        "role": filing.route.role.value,
    }


def _part(filing: Filing, part: Part) -> dict[str, Any]:
    asked = {each.question.id: each for each in filing.part(part)}
    return {
        id: {
            "label": each.question.label,
            "value": _raw(filing.answers.values[id]),
            "text": each.text,
        }
        for id, each in asked.items()
    }


def _raw(value: Value) -> Any:
    if isinstance(value, str):
        return value.strip()
    return [each for each in value if not isinstance(each, Difference | MaterialAnswer)]


def _citations(citations: tuple[Citation, ...]) -> list[dict[str, Any]]:
    return [
        {"law": each.law, "article": each.article, "verified": each.verified} for each in citations
    ]


def _statement(filing: Filing) -> list[dict[str, Any]]:
    return [
        {
            "field": row.field.text,
            "shown": row.shown.text,
            "true": row.true.text,
            "exhibits": list(row.exhibits),
            "asked": row.asked.text,
        }
        for row in filing.rows
    ]


def _exhibit(exhibit: Exhibit) -> dict[str, Any]:
    return {
        "number": exhibit.number,
        "material": exhibit.material.id,
        "name": exhibit.material.text,
        "state": exhibit.state.value,
        "files": [{"pages": each.pages, "sha256": each.sha256} for each in exhibit.files],
    }
