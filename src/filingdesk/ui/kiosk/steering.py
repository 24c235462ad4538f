"""Where Continue, Back and Change lead: the interview's way, and the pages after it."""

from datetime import date

from filingdesk.core.advice import Advice
from filingdesk.core.interview import ENDS
from filingdesk.core.pack import Shows
from filingdesk.core.ports import Draft
from filingdesk.desk import Desk
from filingdesk.ui.kiosk import way
from filingdesk.ui.kiosk.names import AFTER, PREVIEW, SIGN

TOLD = (Shows.FINDING, Shows.AUTHORITY)
"""Pages that tell advice: a change that turns the advice brings them back."""


class Steering:
    """Remembers which pages were passed; all else is worked out from the draft."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._passed: frozenset[str] = frozenset()
        self._advice: object = None

    @property
    def _today(self) -> date:
        return self._desk.doors.time.today()

    def resumed(self, draft: Draft) -> str:
        """The page on which a draft that was kept opens again."""
        page, self._passed = way.resumed(self._desk.interview(draft), draft, self._today)
        return page

    def steps(self, draft: Draft) -> tuple[way.Step, ...]:
        """The task list."""
        interview = self._desk.interview(draft)
        return way.steps(interview, draft.answers, self._passed, draft.page, self._today)

    def is_open(self, draft: Draft, page: str) -> bool:
        """Whether a page may be visited now."""
        interview = self._desk.interview(draft)
        return page in way.open_pages(interview, draft.answers, self._passed, self._today)

    def check_before(self, draft: Draft) -> str:
        """The check page, when the draft stands at it or after it; else nothing."""
        last = self._desk.interview(draft).path(draft.answers)[-1]
        is_there = draft.page in (last.id, *AFTER)
        return last.id if is_there and last.shows is Shows.CHECK else ""

    def change(self, draft: Draft) -> None:
        """Something is about to be changed from the check page: keep in mind what was advised."""
        self._advice = _gist(self._desk.advise(draft))

    def before(self, draft: Draft) -> str | None:
        """The page before this one, whatever was visited; None at the first."""
        interview = self._desk.interview(draft)
        if draft.page not in AFTER:
            return interview.back(draft.page, draft.answers)
        place = AFTER.index(draft.page)
        return AFTER[place - 1] if place else interview.path(draft.answers)[-1].id

    def after(self, draft: Draft) -> str | None:
        """The page that Continue leads to; None where the way ends. This one counts as passed."""
        self._passed |= {draft.page}
        if draft.page in AFTER:
            return SIGN if draft.page == PREVIEW else None
        if draft.change_from:
            return self._after_change(draft)
        interview = self._desk.interview(draft)
        following = interview.next(draft.page, draft.answers)
        is_check = interview.pages[draft.page].shows is Shows.CHECK
        return PREVIEW if following is None and is_check else following

    def _after_change(self, draft: Draft) -> str:
        """First what the change has made new or open; then back to where it came from."""
        interview = self._desk.interview(draft)
        if self._advice not in (None, _gist(self._desk.advise(draft))):
            self._passed -= {id for id, each in interview.pages.items() if each.shows in TOLD}
            self._advice = None
        for page in interview.path(draft.answers):
            if page.shows in ENDS:
                return page.id
            blocked = any(each.blocks for each in self._desk.problems(draft, page.id))
            if blocked or page.id not in self._passed:
                return page.id
        return draft.change_from


def _gist(advice: Advice) -> object:
    """What a person would want to be told again if it changed."""
    route = advice.route.name if advice.route else ""
    ends = advice.display.asserted.ends_on if advice.display.asserted else None
    grounds = tuple(each.id for each in advice.grounds)
    return advice.remedy, grounds, advice.display.state, ends, route
