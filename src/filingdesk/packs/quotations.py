"""Citations against the statutes that travel with the packs: is it said there, in that article?"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from filingdesk.core.law import Citation
from filingdesk.core.problem import Problem
from filingdesk.packs.folder import files_in, read_text
from filingdesk.packs.meant import nearest
from filingdesk.packs.sheet import Row

_NUMBER = "[一二三四五六七八九十百千零〇]+"
_ARTICLE = re.compile(f"第{_NUMBER}条(?:之{_NUMBER})?")


@dataclass(frozen=True, slots=True)
class Statute:
    """A statute's words without white space, and where in them each article begins."""

    words: str
    starts: tuple[int, ...]
    articles: tuple[str, ...]

    def articles_saying(self, quote: str) -> list[str]:
        """The articles in which these words begin; "" stands for what precedes the first."""
        wanted = squeezed(quote)
        found = [each.start() for each in re.finditer(re.escape(wanted), self.words)]
        return [self.articles[bisect_right(self.starts, at) - 1] for at in found]


def squeezed(text: str) -> str:
    """A text without its white space, which a page's layout adds and takes away."""
    return "".join(text.split())


def parse_statute(text: str) -> Statute:
    """An article is a paragraph that begins with its number, 第…条, and all up to the next."""
    words, starts, articles = "", [0], [""]
    for line in text.splitlines():
        plain = squeezed(line)
        article = _ARTICLE.match(plain)
        if article:
            starts.append(len(words))
            articles.append(article[0])
        words += plain
    return Statute(words, tuple(starts), tuple(articles))


def read_statutes(folder: Path, faults: list[Problem]) -> dict[str, Statute]:
    """Every statute of a folder by its name: the file's, without .md. One that is not UTF-8 counts
    as empty and is told.
    """
    return {each.stem: parse_statute(_text(each, faults)) for each in files_in(folder, "*.md")}


def _text(file: Path, faults: list[Problem]) -> str:
    return read_text(file, f"statutes/{file.name}", faults)


def citation_faults(
    citations: Mapping[str, Citation], rows: Mapping[str, Row], statutes: Mapping[str, Statute]
) -> Iterator[Problem]:
    """Citations that are called verified without proof, and quotations that do not stand there."""
    for id, citation in citations.items():
        row = rows[id]
        if citation.statute:
            yield from _against_statute(citation, row, statutes)
        elif citation.verified and citation.quote:
            yield Problem(row.place("quote"), "pack-quote-without-statute", {"name": id})
        elif citation.verified and not citation.url:
            yield Problem(row.place("verified"), "pack-citation-without-source", {"name": id})


def _against_statute(
    citation: Citation, row: Row, statutes: Mapping[str, Statute]
) -> Iterator[Problem]:
    statute = statutes.get(citation.statute)
    if statute is None:
        meant = nearest(citation.statute, statutes)
        facts = {"name": citation.statute, "meant": meant}
        yield Problem(row.place("statute"), "pack-statute-unknown", facts)
        return
    number = _ARTICLE.match(squeezed(citation.article))
    article = number[0] if number else ""
    if not citation.quote:
        if article not in statute.articles:
            facts = {"name": citation.article, "statute": citation.statute}
            yield Problem(row.place("article"), "pack-article-unknown", facts)
        return
    saying = statute.articles_saying(citation.quote)
    if not saying:
        facts = {"name": row.id, "statute": citation.statute}
        yield Problem(row.place("quote"), "pack-quote-not-found", facts)
    elif article not in saying:
        facts = {"name": citation.article, "statute": citation.statute, "found": saying[0]}
        yield Problem(row.place("article"), "pack-article-differs", facts)
