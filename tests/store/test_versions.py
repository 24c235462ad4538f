"""A case remembers the versions of the packs that it was made under."""

from dataclasses import replace

from filingdesk.store.cases import EncryptedStore
from tests.store.examples import case, signed

VERSIONS = (("cn-tianjin", "2026.11.1"), ("cn", "2026.10.2"))


def test_its_versions_come_back_in_their_order(store: EncryptedStore) -> None:
    made = replace(case(), versions=VERSIONS)
    store.open_case(made, b"{}", signed())
    assert store.case("c1") == made
    assert store.case("c1").versions == VERSIONS
    assert list(store.cases()) == [made]


def test_an_older_case_knows_of_none(store: EncryptedStore) -> None:
    store.open_case(case(), b"{}", signed())
    assert store.case("c1").versions == ()


def test_the_clocks_that_concern_it_come_back(store: EncryptedStore) -> None:
    clocks = ("cn/complaint", "cn/repair-feedback")
    store.open_case(replace(case(), clocks=clocks), b"{}", signed())
    assert store.case("c1").clocks == clocks


def test_that_none_does_is_not_that_nobody_knows(store: EncryptedStore) -> None:
    store.open_case(replace(case(), clocks=()), b"{}", signed())
    store.open_case(case(2), b"{}", signed())
    assert (store.case("c1").clocks, store.case("c2").clocks) == ((), None)
