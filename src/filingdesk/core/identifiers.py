"""Numbers that name a person or an organisation: what is wrong with one that was typed."""

from datetime import date

from filingdesk.core.answers import day_of

# GB 11643-1999, 4.2.4: weights of the first 17 digits; the remainder mod 11 picks the check digit.
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"

# GB/T 2260: the provinces; 81 to 83 are residence permits of Hong Kong, Macao and Taiwan people.
_PROVINCES = frozenset(
    f"{place}"
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71))
    for place in range(first, last + 1)
) | {"81", "82", "83", "91"}

# GB 32100-2015, 4.2: no I, O, S, V, Z; weights are 3 to the power of the place, mod 31.
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_LENGTH = 18


def normalised(number: str) -> str:
    """A number as printed on the card: without spaces and dashes, x as X, full width as half."""
    half = number.translate({ord("０") + place: ord("0") + place for place in range(10)})
    return "".join(half.replace("Ｘ", "X").split()).replace("-", "").upper()


def citizen_id_fault(number: str, today: date) -> str:
    """The code of what is wrong with a citizen ID number (GB 11643-1999); empty for a good one.

    An unknown district is only a warning ("id-number-district"): codes of abolished ones are valid.
    """
    digits = normalised(number)
    if len(digits) != len(_ID_WEIGHTS) + 1 or not (digits[:-1].isascii() and digits[:-1].isdigit()):
        return "id-number-shape"
    born = birth_of(digits)
    if born is None or born > today:
        return "id-number-date"
    total = sum(int(digit) * weight for digit, weight in zip(digits, _ID_WEIGHTS, strict=False))
    if _ID_CHECKS[total % 11] != digits[-1]:
        return "id-number-check"
    return "" if digits[:2] in _PROVINCES else "id-number-district"


def birth_of(number: str) -> date | None:
    """The day of birth inside a citizen ID number of 18 places, where it is a day."""
    digits = normalised(number)
    if len(digits) != _CREDIT_LENGTH:
        return None
    return day_of(f"{digits[6:10]}-{digits[10:12]}-{digits[12:14]}")


def credit_code_fault(code: str) -> str:
    """The code of what is wrong with a unified social credit code (GB 32100-2015)."""
    places = normalised(code)
    if len(places) != _CREDIT_LENGTH or any(each not in _CREDIT_ALPHABET for each in places):
        return "credit-code-shape"
    total = sum(
        _CREDIT_ALPHABET.index(each) * pow(3, place, 31) for place, each in enumerate(places[:-1])
    )
    good = _CREDIT_ALPHABET[-total % 31]
    return "" if places[-1] == good else "credit-code-check"
