"""A document as plain text: for previews, for listening, and to compare with the page."""

from filingdesk.core.document import Document
from filingdesk.core.told import joined, lines, numbered, spaced
from filingdesk.render.voices import is_latin

__all__ = ["as_text", "joined", "numbered", "spaced"]


def as_text(document: Document) -> str:
    """Every word of the document, in reading order; an empty line between its parts."""
    latin = is_latin(document.language)
    told = ("\n".join(lines(block, latin)) for block in document.blocks)
    return "\n\n".join(each for each in told if each) + "\n"
