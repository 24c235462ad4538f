"""What came back for a case, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filingdesk.core.problem import Problem
from filingdesk.words.problems import sentence
from filingdesk.words.terms import REPLIES

if TYPE_CHECKING:
    from filingdesk.core.reply import Reply
    from filingdesk.words.catalogue import Words


def reply_sentence(reply: Reply, words: Words) -> str:
    """What a file is, or why it cannot be kept."""
    if reply.refusal:
        return sentence(Problem("file", reply.refusal), words)
    return words.say(REPLIES[reply.kind])
