"""The wait while a filing is signed: which step it is at, and a way back until a key signs."""

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk.signing import Step
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.widgets.counted_busy import CountedBusy

STOPPED = "signing-stopped"


class SigningBusy(CountedBusy):
    """`title` says what is signed, or what a person must do meanwhile."""

    def __init__(self, page: Page, title: str) -> None:
        say = page.session.words.say
        steps = {
            Step.PAPERS: say("Your papers are being put together."),
            Step.PAGES: say("The pages are being made."),
            Step.SIGNATURES: say("The file is being signed."),
            Step.CASE: say("Your case is being kept."),
        }
        super().__init__(
            page.look,
            page.window(),
            title,
            lambda step: steps[Step(step)],
            stop=say("Stop"),
            stopping=say("We stop before anything is signed."),
        )

    def hear(self, step: Step) -> None:
        """In the thread that signs. Raises UserProblem: signing-stopped, before a key signs."""
        if step is Step.SIGNATURES:
            self.be_late()
        if self.is_stopped():
            raise UserProblem(Problem("filing", STOPPED, blocks=False))
        self.tell(step)
