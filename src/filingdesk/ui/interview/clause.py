"""A clause of the law as a person reads it."""

from collections.abc import Iterable

from filingdesk.core.law import Citation
from filingdesk.words.catalogue import Words


def clauses(citations: Iterable[Citation], words: Words) -> str:
    """One below the other; without any, that nobody knows one."""
    told = "\n\n".join(clause(each, words) for each in citations)
    return told or words.say(
        "We know of no clause that says this. Ask at the counter before you rely on it."
    )


def clause(citation: Citation, words: Words) -> str:
    """《law》 and article, and below it “its words”. A clause is quoted in its own language."""
    named = citation.named()
    if not citation.verified:
        note = words.say("not verified: ask the window")
        return "\n".join(part for part in (f"{named} ({note})", citation.url) if part)
    return f"{named}\n“{citation.quote}”" if citation.quote else named
