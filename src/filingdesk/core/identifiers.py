"""Numbers that name a person, an organisation or a paper: what is wrong with one that was typed.

They are kept and printed as they were typed; `normalised` and `searchable` are for comparing.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from filingdesk.core.answers import day_of

_PLACES = 18
_LEGACY_PLACES = 15

# GB/T 2260 gives these to residence permits of Hong Kong, Macao and Taiwan people.
_RESIDENCE_PERMIT = ("810000", "820000", "830000")

# Issued since 1 December 2023, with the check of a citizen's number; before: three letters first.
_PERMANENT_NEW = re.compile(r"9\d{16}[\dX]")
_PERMANENT_OLD = re.compile(r"[A-Z]{3}\d{12}")

_TRAVEL_PERMITS = re.compile(r"[HM]\d{8}(?:\d{2})?|\d{8}|\d{10}(?:[A-Z0-9]{1,2})?|[A-Z]\d{8}")
_PASSPORT = re.compile(r"[A-Z0-9]{5,15}")

# GB 32100-2015, 4.2: no I, O, S, V, Z; places 9 to 17 are the organisation code (GB 11714-1997).
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LETTERS_TOO = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANISATION = slice(8, 17)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

_PHONES = re.compile(
    r"(?:\+?86)?1[3-9]\d{9}"  # mobile
    r"|(?:\+?86)?0\d{2,3}\d{7,8}(?:(?:转|x|ext)\d{1,6})?"  # with the code of its area
    r"|\d{7,8}(?:(?:转|x|ext)\d{1,6})?|[48]00\d{7}|1\d{2,4}|9\d{4}"  # a local one; a service
    r"|\+(?!86)\d{6,15}|00(?!86)\d{6,15}",  # abroad, Hong Kong, Macao and Taiwan
    re.IGNORECASE,
)
_PAPERS = ("document_number", "ruling_number", "case_number", "basis_number")
_COURT_CASE = re.compile(
    r"\((?:19|20)\d{2}\)[\u4e00-\u9fff]{1,6}\d{0,4}[\u4e00-\u9fff]{1,6}\d+号(?:之[一二三四五六七八九十\d]+)?"
)
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]")
_BRACKETS = str.maketrans(dict.fromkeys("〔［[【〈<｛{", "(") | dict.fromkeys("〕］]】〉>｝}", ")"))


def normalised(number: str) -> str:
    """A number as printed on the card: half width, without spaces and dashes, x as X."""
    half = unicodedata.normalize("NFKC", number)
    return re.sub(r"[\s\-\u2010-\u2015\u2212]", "", half).upper()


def searchable(text: str) -> str:
    """What finds a document number however its brackets, its width and its spaces were written.

    津市监罚〔2023〕12号, 津市监罚[2023]第12号 and 津市监罚（2023） 12 号 are one number.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_BRACKETS)).translate(_BRACKETS)
    return re.sub(r"第(?=\d)", "", _UNSEEN.sub("", plain)).casefold()


EXAMPLE_OF_A_CASE = "（2024）津01执123号"


def is_court_case(number: str) -> bool:
    """Whether it looks like a court's case number, as the example does.

    It consists of the year, the court, the kind of case and a number; any brackets will do.
    """
    return bool(_COURT_CASE.fullmatch(searchable(number)))


def paper_numbers(said: Callable[[str], str]) -> str:
    """The numbers of the papers that a filing is about, as written, one a line.

    `said` gives the answer to a question by its id, empty where there is none.
    """
    numbers = (" ".join(said(each).split()) for each in _PAPERS)
    return "\n".join(number for number in numbers if number)


def card_fault(kind: str, number: str, today: date) -> str:
    """The code of what is wrong with the number of a person's paper; empty for a good one.

    `kind`: id_card, residence_permit, permanent_residence, travel_permit, passport; another kind
    has no shape that is known. The forms of travel permits and passports differ by year and
    country, so an odd one is only worth a second look.
    """
    places = normalised(number)
    match kind:
        case "id_card":
            return citizen_id_fault(number, today)
        case "residence_permit":
            is_own = places[:6] in _RESIDENCE_PERMIT
            return citizen_id_fault(number, today) or ("" if is_own else "residence-permit-odd")
        case "permanent_residence":
            return _permanent_fault(places)
        case "travel_permit":
            return "" if _TRAVEL_PERMITS.fullmatch(places) else "travel-permit-odd"
        case "passport":
            return "" if _PASSPORT.fullmatch(places) else "passport-odd"
        case _:
            return ""


def citizen_id_fault(number: str, today: date) -> str:
    """The code of what is wrong with a citizen ID number (GB 11643-1999); empty for a good one.

    An unknown district is only a warning ("id-number-district"): the list of abolished ones has
    gaps. A number of the first generation has 15 places and no check ("id-number-legacy").
    """
    digits = normalised(number)
    if len(digits) == _LEGACY_PLACES and digits.isascii() and digits.isdigit():
        born = day_of(f"19{digits[6:8]}-{digits[8:10]}-{digits[10:12]}")
        return "id-number-legacy" if born else "id-number-date"
    if len(digits) != _PLACES or not (digits[:-1].isascii() and digits[:-1].isdigit()):
        return "id-number-shape"
    born = birth_of(digits)
    if born is None or born > today:
        return "id-number-date"
    if _id_check(digits) != digits[-1]:
        return "id-number-check"
    return "" if _is_known_place(digits) else "id-number-district"


def birth_of(number: str) -> date | None:
    """The day of birth inside a citizen ID number of 18 places, where it is a day."""
    digits = normalised(number)
    if len(digits) != _PLACES:
        return None
    return day_of(f"{digits[6:10]}-{digits[10:12]}-{digits[12:14]}")


def credit_code_fault(code: str) -> str:
    """The code of what is wrong with a unified social credit code (GB 32100-2015).

    It has two checks: its last place, and that of the organisation code inside it.
    """
    from stdnum.cn.uscc import calc_check_digit  # a tenth of the first paint, and rarely needed

    places = normalised(code)
    if len(places) != _PLACES or any(each not in _CREDIT_ALPHABET for each in places):
        return "credit-code-shape"
    is_good = calc_check_digit(places[:-1]) == places[-1] and _is_organisation(
        places[_ORGANISATION]
    )
    return "" if is_good else "credit-code-check"


def is_phone(number: str) -> bool:
    """Whether it looks like a telephone number of the mainland or, with + or 00, of elsewhere."""
    return (
        _PHONES.fullmatch(re.sub(r"[\s()\-./]", "", unicodedata.normalize("NFKC", number)))
        is not None
    )


def _permanent_fault(places: str) -> str:
    if _PERMANENT_OLD.fullmatch(places):
        return ""
    if not _PERMANENT_NEW.fullmatch(places):
        return "permanent-residence-shape"
    return "" if _id_check(places) == places[-1] else "id-number-check"


def _id_check(digits: str) -> str:
    from stdnum.cn.ric import calc_check_digit

    return str(calc_check_digit(digits))


def _is_known_place(digits: str) -> bool:
    """Whether the six digits ever meant a district: numbers were given out long after a birth."""
    from stdnum import numdb

    if digits[:6] in _RESIDENCE_PERMIT:
        return True
    return any("county" in found for _, found in numdb.get("cn/loc").info(digits[:6]))


def _is_organisation(code: str) -> bool:
    """GB 11714-1997: eight places and a check, mod 11, of which ten is written X."""
    total = sum(
        _LETTERS_TOO.index(each) * weight
        for each, weight in zip(code, _ORGANISATION_WEIGHTS, strict=False)
    )
    return "0123456789X"[-total % 11] == code[-1]
