"""The task list beside the page: the sections of the way, each with how far it is."""

from filingdesk.core.pack import Shows
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.way import Stage, Step
from filingdesk.ui.widgets.tasklist import State, Task, TaskList
from filingdesk.words.catalogue import N_

_STAGES = {
    Stage.COMPLETED: (State.COMPLETED, N_("Completed")),
    Stage.IN_PROGRESS: (State.IN_PROGRESS, N_("In progress")),
    Stage.NOT_STARTED: (State.NOT_STARTED, N_("Not yet started")),
    Stage.BLOCKED: (State.BLOCKED, N_("Cannot start yet")),
}


def task_list(session: Session) -> TaskList | None:
    """The list for this page; none before there is a draft."""
    steps = session.steps()
    if not steps:
        return None
    say = session.words.say
    tasks = [_task(session, step) for step in steps]
    here = next((number for number, step in enumerate(steps, 1) if step.here), len(steps))
    progress = say(
        "Step {step} of {steps}: {name}", step=here, steps=len(steps), name=tasks[here - 1].title
    )
    tasks_widget = TaskList(session.look, say("Your filing"), tasks, progress)
    tasks_widget.opened.connect(session.go_to)
    return tasks_widget


def _task(session: Session, step: Step) -> Task:
    state, status = _STAGES[step.stage]
    is_last = session.interview.pages[step.page].shows is Shows.CHECK
    title = session.words.say("Check and sign") if is_last else session.text(step.title)
    return Task(step.page, title, session.words.say(status), state, here=step.here)
