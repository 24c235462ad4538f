"""A statute's text cut into the paragraphs that a pack may quote, each with its article."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs.numerals import NUMBER, counted, printed

_ARTICLE = re.compile(rf"第(?P<number>{NUMBER})条(?:之(?P<inserted>{NUMBER}))?\s*")
_HEADING = re.compile(rf"#|<!--|第{NUMBER}[编章节]\s|附\s*则$")
_ITEM = re.compile(rf"[（(](?:{NUMBER}|\d+)[）)]|{NUMBER}、|\d+[.．、]")
_ENDS = re.compile("。[”’）]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is cited: `key` is 7-2, `article` is 第七条第二款."""

    key: str
    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class StatuteText:
    """A statute: its name, that of its file, and what can be quoted."""

    law: str
    name: str
    paragraphs: tuple[Paragraph, ...]


def read_statute(file: Path, only: Collection[int] = ()) -> StatuteText:
    """The paragraphs of a file, or of those articles alone.

    Raises UserProblem: pack-not-utf8, statute-without-articles, statute-article-missing; OSError.
    """
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UserProblem(Problem(str(file), "pack-not-utf8")) from None
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    articles = [*_articles(lines)]
    if not articles or _ARTICLE.match(lines[0]):
        raise UserProblem(Problem(str(file), "statute-without-articles"))
    missing = sorted({*only} - {number for number, _, _ in articles})
    if missing:
        facts = {"number": ", ".join(map(str, missing))}
        raise UserProblem(Problem(str(file), "statute-article-missing", facts))
    wanted = [each for each in articles if not only or each[0] in only]
    found = [one for _, article, said in wanted for one in _paragraphs(article, said)]
    return StatuteText(lines[0].lstrip("# "), file.stem, tuple(found))


def _articles(lines: list[str]) -> Iterator[tuple[int, re.Match[str], list[str]]]:
    """The number of each article, how it is printed, and its paragraphs.

    A line goes on with the one before unless that ended a sentence; an item is no paragraph.
    """
    found: list[tuple[int, re.Match[str], list[str]]] = []
    for line in lines:
        article = _ARTICLE.match(line)
        if article:
            found.append((counted(article["number"]), article, [line[article.end() :]]))
        elif found and not _HEADING.match(line):
            said = found[-1][2]
            if _ENDS.search(said[-1]) and not _ITEM.match(line):
                said.append(line)
            else:
                said[-1] += line
    yield from found


def _paragraphs(article: re.Match[str], said: list[str]) -> Iterator[Paragraph]:
    key = "-".join(str(counted(each)) for each in article.groups() if each)
    name = article[0].strip()
    if len(said) == 1:
        yield Paragraph(key, name, said[0])
        return
    for number, quote in enumerate(said, start=1):
        yield Paragraph(f"{key}-{number}", f"{name}第{printed(number)}款", quote)
