"""Keeps the last words before a signature on the signature's page."""

from reportlab.platypus import CondPageBreak, Flowable

from filingdesk.render.prose import Headline, Prose
from filingdesk.render.sheet import HEIGHT

_WORDS = 4
"""So many lines, at most, go with a signature."""

_MOST = 0.75
"""The share of a page that is asked for at most."""


def tie(told: list[Flowable], height: float) -> None:
    """Let the end of `told` move to the next page with signatures of `height` points.

    A page that bears nothing but a signature could be put behind any other text.
    """
    at, lines = len(told), 0
    while at and isinstance(told[at - 1], Prose) and lines + len(told[at - 1].lines) <= _WORDS:
        at -= 1
        lines += len(told[at].lines)
    if at < len(told) and at >= 2 and isinstance(told[at - 1], Headline):
        at -= 2  # with the room that it asks for, or it would be left behind
    if at == len(told) and told and isinstance(told[-1], Prose):
        told[-1:] = told[-1].cut(len(told[-1].lines) - 2)
        at = len(told) - 1
    together = height + sum(map(height_of, told[at:]))
    told.insert(at, CondPageBreak(min(together, _MOST * HEIGHT)))


def height_of(flowable: Flowable) -> float:
    """With the space around it."""
    return float(flowable.height + flowable.getSpaceBefore() + flowable.getSpaceAfter())
