"""Numbers as statutes print them: 一百二十三."""

import re

DIGITS = "零一二三四五六七八九"
_TENS = {"十": 10, "百": 100, "千": 1000}
NUMBER = f"[〇{DIGITS}十百千]+"
_ANY = re.compile(rf"\d+|[〇两{DIGITS}十百千]+")


def counted(numeral: str) -> int:
    """A number below ten thousand."""
    if numeral.isdecimal() and numeral.isascii():
        return int(numeral)
    total, digit = 0, 0
    for sign in numeral.replace("〇", "零").replace("两", "二"):
        if sign in _TENS:
            total, digit = total + (digit or 1) * _TENS[sign], 0
        else:
            digit = DIGITS.index(sign)
    return total + digit


def printed(number: int) -> str:
    """A number below a hundred."""
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")
    )


def numbers_in(text: str) -> set[int]:
    """Every number that stands in a text."""
    return {counted(each[0]) for each in _ANY.finditer(text)}
