"""What a decision says of itself, sought in the lines that were recognised on its pages.

Pure functions on text: what recognises it may have read wrongly, and a person compares each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from filingdesk.core.answers import day_of
from filingdesk.core.identifiers import credit_code_fault
from filingdesk.core.ports import Found
from filingdesk.intake.numerals import number_in


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """A line of a page as it was recognised, and how sure the reader is, 0 to 1."""

    text: str
    confidence: float


_OPEN, _CLOSE = r"[〔［\[【〈<｛{(（「]", r"[〕］\]】〉>｝})）」]"
_HAN = "\u4e00-\u9fff"
# GB/T 9704-2012, 7.2.5: the organ's sign, the year in 〔〕, the running number.
_NUMBER = re.compile(
    rf"([{_HAN}]{{1,20}}){_OPEN}?\s*((?:19|20)\d\d)\s*{_CLOSE}\s*(第?)\s*([\d-]{{1,12}})\s*号"
)
_ORGANS = (
    "人民政府|委员会|管理局|监督局|公安局|分局|总局|局|厅|税务所|监管所|海关|总队|支队|大队"
    "|人民法院|仲裁院|管理处|管理中心|服务中心|执法队|银行"
)
_ORGAN = re.compile(rf"[{_HAN}（）()]{{2,30}}?(?:{_ORGANS})(?![{_HAN}])")
_TITLE = re.compile(
    r"(?:行政)?(?:当场)?(?:处罚|处理|强制|许可|征收|确认)?(?:事先)?(?:决定|告知|通知)书"
)
_DAY = re.compile(
    r"([12]\d{3}|[一二][一二三四五六七八九〇零○Oo0]{3})\s*年"
    r"\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月"
    r"\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日目曰]"
)
_AMOUNT = re.compile(
    r"(?:罚款|罚没款?|处以|处|金额|合计|共计|没收违法所得)(?:人民币|计|为|：|:|¥|￥|\s){0,4}"
    r"([\d,，.]+|[零〇一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟两]{1,20})\s*(万|亿)?\s*[元圆]"
)
_CODE = re.compile(r"[0-9A-Z]{18}(?![0-9A-Z])")
# GB 32100-2015 has no such letters: they are digits that were read wrongly.
_CODE_SLIPS = str.maketrans("OISZV", "01524")
_UNITS = {"万": 10_000, "亿": 100_000_000}


def found_in(lines: Sequence[Line]) -> tuple[Found, ...]:
    """Numbers, organs, days, amounts and credit codes, the likeliest of each first.

    Of days it is the last, which stands under the decision; of all others the first.
    """
    joined = _joined(lines)
    sought = (_numbers(lines), _organs(lines), _days(lines), _amounts(joined), _codes(joined))
    return tuple(each for found in sought for each in _once(found))


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Each line as it is, and after all of them each with the one below: a line may break there."""
    both = [Line(a.text + b.text, min(a.confidence, b.confidence)) for a, b in pairwise(lines)]
    return [*lines, *both]


def _once(found: Iterator[Found]) -> list[Found]:
    first: dict[tuple[str, str], Found] = {}
    for each in found:
        first.setdefault((each.what, each.value), each)
    return [*first.values()]


def _numbers(lines: Sequence[Line]) -> Iterator[Found]:
    for line in lines:
        for sign, year, nth, number in _NUMBER.findall(line.text):
            plain = sign.removeprefix("文号").removeprefix("编号")
            yield _found("number", f"{plain}〔{year}〕{nth}{number}号", line)


def _organs(lines: Sequence[Line]) -> Iterator[Found]:
    """An organ with a line for itself or before the title; not one that a sentence names."""
    for line in lines:
        text = _TITLE.sub("", line.text.strip(" ：:")) if _TITLE.search(line.text) else line.text
        named = _ORGAN.fullmatch(text.strip(" ：:（）()"))
        if named:
            yield _found("organ", named.group(), line)


def _days(lines: Sequence[Line]) -> Iterator[Found]:
    for line in reversed(lines):
        for year, month, day in _DAY.findall(line.text):
            whole = f"{_year(year)}-{number_in(month)}-{number_in(day)}"
            said = day_of(whole)
            if said is not None:
                yield _found("day", said.isoformat(), line)


def _year(text: str) -> int:
    """2024 and 二〇二四."""
    digits = "".join(str("零一二三四五六七八九".find(each)) for each in _zeros(text))
    return int(text) if text.isdecimal() else int(digits)


def _zeros(text: str) -> str:
    return re.sub("[〇○Oo0]", "零", text)


def _amounts(lines: Sequence[Line]) -> Iterator[Found]:
    for line in lines:
        for said, unit in _AMOUNT.findall(line.text):
            plain = re.sub("[,，]", "", said).rstrip(".")
            number = float(plain) if re.fullmatch(r"\d+(\.\d+)?", plain) else number_in(plain)
            if number:
                yield _found("amount", f"{number * _UNITS.get(unit, 1):.2f}", line)


def _codes(lines: Sequence[Line]) -> Iterator[Found]:
    """Only what passes both checks of the code."""
    for line in lines:
        for said in _CODE.findall(re.sub(r"\s", "", line.text.upper())):
            code = said.translate(_CODE_SLIPS)
            if not credit_code_fault(code):
                yield _found("credit_code", code, line)


def _found(what: str, value: str, line: Line) -> Found:
    return Found(what, value, line.text, line.confidence)
