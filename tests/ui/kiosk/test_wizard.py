"""The window's own pages and those of the packs never meet under one name."""

from filingdesk.core.pack import WINDOW_PAGES, Shows
from filingdesk.ui.kiosk.wizard import PAGES, PAPERS


def test_what_a_pack_may_not_call_a_page_is_what_the_window_calls_its_own() -> None:
    own = set(PAGES) - set(Shows) - {PAPERS}
    assert own == WINDOW_PAGES
