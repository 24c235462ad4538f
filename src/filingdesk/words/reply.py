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
    """What a file is; our own file that somebody changed is not said to be as it left the desk."""
    if reply.is_changed:
        return sentence(Problem("file", "reply-changed"), words)
    return words.say(REPLIES[reply.kind])
