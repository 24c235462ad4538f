"""Every paper that a person may lay on the desk, as its number is printed or half remembered."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from filingdesk.core.identifiers import (
    card_fault,
    citizen_id_fault,
    credit_code_fault,
    is_court_case,
    is_phone,
    searchable,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("kind", "number", "fault"),
    [
        ("id_card", "110105491231002", "id-number-legacy"),
        ("id_card", "110105499931002", "id-number-date"),
        ("id_card", "441302190001010027", ""),
        ("id_card", "370102198802290010", ""),
        ("residence_permit", "810000199001010019", ""),
        ("residence_permit", "830000199001010020", ""),
        ("residence_permit", "120101190001010016", "residence-permit-odd"),
        ("residence_permit", "810000199001010018", "id-number-check"),
        ("permanent_residence", "GBR110105123456", ""),
        ("permanent_residence", "gbr 1101 0512 3456", ""),
        ("permanent_residence", "911012319900101006", ""),
        ("permanent_residence", "911012319900101001", "id-number-check"),
        ("permanent_residence", "811012319900101001", "permanent-residence-shape"),
        ("travel_permit", "H12345678", ""),
        ("travel_permit", "m1234567801", ""),
        ("travel_permit", "12345678", ""),
        ("travel_permit", "？", "travel-permit-odd"),
        ("passport", "EA1234567", ""),
        ("passport", "x-1", "passport-odd"),
        ("military", "沈字第123号", ""),
    ],
)
def test_papers(kind: str, number: str, fault: str) -> None:
    assert card_fault(kind, number, TODAY) == fault


@given(
    place=st.sampled_from(["110105", "120101", "370102", "510104", "440106"]),
    born=st.dates(date(1920, 1, 1), TODAY),
    order=st.integers(0, 999),
    slip=st.integers(0, 17),
    other=st.integers(1, 9),
)
def test_one_wrong_digit_is_always_noticed(
    place: str, born: date, order: int, slip: int, other: int
) -> None:
    seventeen = f"{place}{born:%Y%m%d}{order:03}"
    number = seventeen + ric.calc_check_digit(seventeen + "0")
    assert citizen_id_fault(number, TODAY) == ""
    digits = "0123456789" if slip < len(seventeen) else "0123456789X"
    wrong = digits[(digits.index(number[slip]) + other) % len(digits)]
    mistyped = number[:slip] + wrong + number[slip + 1 :]
    assert citizen_id_fault(mistyped, TODAY)


def test_a_credit_code_is_wrong_where_only_the_organisation_inside_it_is() -> None:
    assert credit_code_fault("91350100M000100Y43") == ""
    assert credit_code_fault("N2350100M000100Y4X"[:17] + "0") == "credit-code-check"


@pytest.mark.parametrize(
    "number",
    [
        "13800000000",
        "+86 138-0000-0000",
        "022-87654321",
        "（022）87654321转801",
        "０２２－８７６５４３２１",
        "87654321",
        "400-123-4567",
        "12345",
        "+852 2345 6789",
        "0034 912 345 678",
    ],
)
def test_telephones(number: str) -> None:
    assert is_phone(number)


@pytest.mark.parametrize("number", ["1380000000", "138000000000", "12", "abc", "+86 138000"])
def test_what_nobody_can_call(number: str) -> None:
    assert not is_phone(number)


@pytest.mark.parametrize(
    "written",
    [
        "津市监罚〔2023〕12号",
        "津市监罚[2023]12号",
        "津市监罚（2023） 12 号",
        "津市监罚【２０２３】第12号",
        "津市监罚﹝2023﹞12号",
    ],
)
def test_a_document_number_is_found_however_it_is_written(written: str) -> None:
    assert searchable(written) == searchable("津市监罚〔2023〕12号")


def test_a_courts_number_keeps_its_round_brackets_and_its_words() -> None:
    assert searchable("（2023）津0104执123号") == "(2023)津0104执123号"
    assert searchable("第三人") == "第三人"


@pytest.mark.parametrize(
    "number",
    [
        "（2024）津01执123号",
        "(2023)津0104执123号",
        "〔2023〕津0104执恢 45号",
        "（2021）最高法执监12号",
        "（2024）川0105执异7号之一",
    ],
)
def test_a_case_number_of_a_court(number: str) -> None:
    assert is_court_case(number)


@pytest.mark.parametrize(
    "number",
    ["津市监罚〔2023〕12号", "2024津01执123号", "（2024）津01执号", "123", "（1024）津执1号"],
)
def test_what_is_none(number: str) -> None:
    assert not is_court_case(number)
