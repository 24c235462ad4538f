"""What a field is built from, and what it gives back."""

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, field

from filingdesk.core.answers import Answers, Value
from filingdesk.core.pack import Authority, Pack
from filingdesk.core.question import NOT_SURE, Choice, Question
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.field import Field
from filingdesk.words.catalogue import PackWords, Words


@dataclass(frozen=True, slots=True, repr=False)
class Asking:
    """A question, how it is to look, and what was said before.

    `choices` are those that make sense here. `organs` and `places` are asked for only by the
    questions that offer them. `spare` keeps what stood in a field when the person ticked "I am
    not sure", by question id.
    """

    question: Question
    answers: Answers
    look: Look
    words: Words
    pack_words: PackWords
    choices: Sequence[Choice] = ()
    organs: Callable[[], Sequence[Authority]] = tuple
    places: Callable[[], Sequence[Pack]] = tuple
    spare: MutableMapping[str, str] = field(default_factory=dict)

    @property
    def said(self) -> Value:
        """What was said before, as it was typed."""
        return self.answers.values.get(self.question.id, "")

    @property
    def typed(self) -> str:
        """What is to stand in a field of text."""
        said = self.said
        if said == NOT_SURE:
            return self.spare.get(self.question.id, "")
        return said if isinstance(said, str) else ""

    @property
    def label(self) -> str:
        """The question as it stands over its field."""
        text = self.text(self.question.text)
        if self.question.optional:
            return self.words.say("{question} (optional)", question=text)
        return text

    @property
    def hint(self) -> str:
        """One short sentence of help."""
        return self.text(self.question.help)

    def text(self, pack_text: str) -> str:
        """A pack's text in the person's language."""
        return self.pack_words.text(pack_text)


@dataclass(frozen=True, slots=True)
class Asked:
    """A field on a page; `value()` is what stands in it, as an answer."""

    field: Field
    value: Callable[[], Value]


Builder = Callable[[Asking], Asked]
