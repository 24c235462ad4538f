"""What a foreign file is called, cleaned for showing; it never becomes the name of a file."""

import re
import unicodedata

_MOST = 60
_PARTS = re.compile(r"[/\\\u2044\u2215\uff0f\uff3c]")
_NO_CHARACTER = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def shown_name(untrusted_name: str) -> str:
    """Its last part, without characters that hide or turn others; a long one keeps both its ends.

    Such as 决定书.jpg; empty where nothing can be shown.
    """
    last = _PARTS.split(untrusted_name)[-1]
    seen = "".join(each for each in last if unicodedata.category(each) not in _NO_CHARACTER)
    plain = " ".join(seen.split())
    half = _MOST // 2
    return plain if len(plain) <= _MOST else f"{plain[: half - 1]}…{plain[-half:]}"
