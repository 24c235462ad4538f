"""Chinese numerals as numbers: 二十三, 伍佰元整's 伍佰, and plain digits."""

_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {
    each: value for value, each in enumerate("〇壹贰叁肆伍陆柒捌玖")
}
_DIGITS["两"] = 2
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIAD = "万"


def number_in(text: str) -> int:
    """The number; 0 for what is none."""
    if text.isdecimal():
        return int(text)
    above, _, below = text.rpartition(_MYRIAD)
    return _thousands(above) * 10_000 + _thousands(below)


def _thousands(text: str) -> int:
    """Up to 9999; 十 alone is 10."""
    whole, digit = 0, 0
    for each in text:
        if each in _TENS:
            whole += (digit or 1) * _TENS[each]
            digit = 0
        elif each in _DIGITS:
            digit = _DIGITS[each]
        else:
            return 0
    return whole + digit
