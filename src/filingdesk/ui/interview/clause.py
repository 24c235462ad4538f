"""A clause of the law as a person reads it."""

from filingdesk.core.law import Citation
from filingdesk.words.catalogue import Words


def clause(citation: Citation, words: Words) -> str:
    """《law》article, and below it “its words”. A clause is quoted in its own language."""
    named = f"《{citation.law}》{citation.article}" if citation.article else citation.law
    if not citation.verified:
        note = words.say("not verified: ask the window")
        return "\n".join(part for part in (f"{named} ({note})", citation.url) if part)
    return f"{named}\n“{citation.quote}”" if citation.quote else named
