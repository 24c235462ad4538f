"""One question to a server, over HTTP: nothing but what is given goes out, nobody else is asked."""

import time
from http.client import HTTPException, HTTPResponse
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

_MOST = 8 * 1024 * 1024
_PIECE = 64 * 1024


class NoAnswerError(OSError):
    """Refused, silent, too slow, too long, or an answer of another kind."""


def ask(url: str, body: bytes | None = None, kind: str = "", seconds: float = 5) -> bytes:
    """The answer's bytes: to a POST of `body`, whose content type is `kind`, or to a GET.

    `seconds` bounds every wait and the whole answer. Redirections are not followed.
    Raises NoAnswerError.
    """
    if not url.lower().startswith(("http://", "https://")):
        raise NoAnswerError("not a web address")
    headers = {"User-Agent": "filingdesk", "Accept": "*/*"}
    if kind:
        headers["Content-Type"] = kind
    until = time.monotonic() + seconds
    try:
        request = Request(url, data=body, headers=headers)
        with _opener().open(request, timeout=seconds) as answer:
            return _whole(answer, until)
    except NoAnswerError:
        raise
    except (OSError, HTTPException, ValueError) as fault:
        raise NoAnswerError(type(fault).__name__) from None


def _opener() -> OpenerDirector:
    """HTTP and HTTPS, through the machine's proxy if it has one; no redirections."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    return opener


def _whole(answer: HTTPResponse, until: float) -> bytes:
    if answer.status != 200:
        raise NoAnswerError(f"status {answer.status}")
    content = bytearray()
    while piece := answer.read1(_PIECE):
        content += piece
        if len(content) > _MOST or time.monotonic() > until:
            raise NoAnswerError("too long or too slow")
    return bytes(content)
