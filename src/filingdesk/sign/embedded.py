"""The files inside a PDF; loads pyHanko, so import it late."""

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.misc import PdfReadError

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.sign.reading import read_pdf
from filingdesk.sign.safe_name import safe_name

_DEEPEST = 32
_MOST = 1000


def embedded_files(untrusted_pdf: bytes) -> dict[str, bytes]:
    """The files of the name tree /EmbeddedFiles (ISO 32000-1, 7.11.4), by a safe name.

    pyHanko holds back streams that would inflate without end. Raises UserProblem:
    pdf-not-readable, and as `read_pdf`.
    """
    files: dict[str, bytes] = {}
    reader = read_pdf(untrusted_pdf)
    try:
        names = _value(reader.root, "/Names", DictionaryObject())
        tree = _value(names, "/EmbeddedFiles", DictionaryObject())
        for specification in _leaves(tree, _DEEPEST):
            files[safe_name(_name(specification), files)] = _content(specification)
            if len(files) > _MOST:
                raise PdfReadError("more files than a person would embed")
    except Exception:
        # A hostile file can break a reader anywhere, and then it is not readable.
        raise UserProblem(Problem("file", "pdf-not-readable")) from None
    return files


def _leaves(node: DictionaryObject, depth: int) -> Iterator[DictionaryObject]:
    """The file specifications of a name tree (7.9.6), in its order."""
    if depth == 0:
        raise PdfReadError("a name tree without end")
    for child in _value(node, "/Kids", ()):
        yield from _leaves(child.get_object(), depth - 1)
    for value in list(_value(node, "/Names", ()))[1::2]:
        yield value.get_object()


def _name(specification: DictionaryObject) -> str:
    """The name for people, /UF, before the old one, /F (7.11.3)."""
    return str(_value(specification, "/UF", "") or _value(specification, "/F", ""))


def _content(specification: DictionaryObject) -> bytes:
    streams = specification["/EF"]
    stream = streams["/F" if "/F" in streams else "/UF"]
    if not isinstance(stream, StreamObject):
        raise PdfReadError("an embedded file without content")
    # An empty file has nothing to decode, whatever filter it names.
    return bytes(stream.data) if stream.encoded_data else b""


def _value(dictionary: DictionaryObject, key: str, default: Any) -> Any:
    """The value behind a key; pyHanko's own `get` does not follow references."""
    if key not in dictionary:
        return default
    return dictionary[key]
