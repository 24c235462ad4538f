"""The window saves while another thread reads and a third one erases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from filingdesk.store.cases import EncryptedStore
from tests.store.examples import ATTACHED, SAFE, case, draft, signed

TIMES = 30


def test_several_threads_may_use_the_store_at_once(store: EncryptedStore) -> None:
    def save(id: str) -> Callable[[], None]:
        def keystrokes() -> None:
            for page in range(TIMES):
                store.save_draft(draft(id, page=str(page)))

        return keystrokes

    def attach_and_erase() -> None:
        for _ in range(TIMES):
            store.save_draft(draft("gone"))
            store.save_file("gone", ATTACHED, SAFE)
            store.erase_draft("gone")

    def open_cases() -> None:
        for number in range(TIMES):
            store.open_case(case(number), b"", signed())

    def look() -> None:
        for _ in range(TIMES):
            assert all(each == case(int(each.id[1:])) for each in store.cases())
            assert {each.id for each in store.drafts()} <= {"d1", "d2", "gone"}

    with ThreadPoolExecutor(6) as threads:
        work = [save("d1"), save("d2"), attach_and_erase, open_cases, look, look]
        for each in [threads.submit(job) for job in work]:
            each.result()
    assert {(each.id, each.page) for each in store.drafts()} == {
        ("d1", str(TIMES - 1)),
        ("d2", str(TIMES - 1)),
    }
    assert len(store.cases()) == TIMES
