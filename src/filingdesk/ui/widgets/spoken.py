"""Sentences as a screen reader says them: one after another, with one full stop between them."""

_ENDS_LATIN, _ENDS_CHINESE = tuple(".!?…:"), tuple("。！？：")
_FIRST_CHINESE = "\u3000"
"""With it begin the marks and characters of Chinese, full-width forms and rare ones included."""


def spoken(*parts: str) -> str:
    """The parts that say something; a heading without a full stop gets that of its script."""
    first, *others = [each for each in parts if each] or [""]
    said = first
    for each in others:
        said += _between(said) + each
    return said


def _between(said: str) -> str:
    if said.endswith(_ENDS_CHINESE):
        return ""
    if said.endswith(_ENDS_LATIN):
        return " "
    return "。" if said[-1] >= _FIRST_CHINESE else ". "
