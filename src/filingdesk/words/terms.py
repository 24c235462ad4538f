"""The words for statuses, events, clocks and capacities: machine values live in core."""

from filingdesk.core.answers import MaterialState
from filingdesk.core.case import ClockState, EventKind, NextStep, Outcome, Status
from filingdesk.core.clock import Trigger
from filingdesk.core.deadline import Why
from filingdesk.core.pack import Role
from filingdesk.core.reply import ReplyKind
from filingdesk.core.signature import Capacity, ChangeKind, Level, Tries
from filingdesk.words.catalogue import N_

STATUSES = {
    Status.SIGNED: N_("Signed, not handed over yet"),
    Status.HANDED_OVER: N_("Handed over"),
    Status.RECEIVED: N_("Received by the authority"),
    Status.ACCEPTED: N_("Accepted"),
    Status.REPLIED: N_("Answered"),
    Status.CLOSED: N_("Closed"),
}

OUTCOMES = {
    Outcome.CORRECTED: N_("The record was put right"),
    Outcome.REFUSED: N_("The authority refused"),
}

EVENTS = {
    EventKind.LEARNED: N_("The person learned of the record"),
    EventKind.SIGNED: N_("The filing was signed"),
    EventKind.STARTED: N_("The person named the day"),
    EventKind.HANDED_OVER: N_("Handed over to the authority"),
    EventKind.RECEIPT_NOTED: N_("Receipt noted"),
    EventKind.CORRECTION_NOTICE: N_("The authority asked for what is missing"),
    EventKind.SUPPLEMENTED: N_("What was missing was handed in"),
    EventKind.TRANSFERRED: N_("Passed on to another authority"),
    EventKind.ACCEPTED: N_("Accepted by the authority"),
    EventKind.SUSPENDED: N_("The authority suspended the procedure"),
    EventKind.RESUMED: N_("The authority resumed the procedure"),
    EventKind.EXTENDED: N_("The authority extended its time limit"),
    EventKind.REPLIED: N_("The authority answered"),
    EventKind.SERVED: N_("The decision was delivered"),
    EventKind.CORRECTED: N_("The record was corrected"),
    EventKind.REFUSED: N_("The authority refused"),
    EventKind.REDATED: N_("A last day moved: new holidays were announced"),
    EventKind.COUNTERSIGNED: N_("Signed with a key of their own"),
    EventKind.TIME_STAMPED: N_("Time stamps were added"),
}

TRIGGERS = {
    Trigger.SENT: N_("the filing was handed over"),
    Trigger.RECEIVED: N_("the authority received it"),
    Trigger.ACCEPTED: N_("the authority accepted it"),
    Trigger.TRANSFERRED: N_("it was passed on to another authority"),
    Trigger.SERVED: N_("the decision was delivered"),
    Trigger.KNOWN: N_("the person learned of it"),
    Trigger.REPLIED: N_("the authority answered"),
    Trigger.PUBLISHED: N_("it was published"),
    Trigger.DECIDED: N_("it was decided"),
    Trigger.RECOGNISED: N_("it was recognised"),
    Trigger.REVOKED: N_("it was revoked"),
    Trigger.ENDED: N_("it ended"),
    Trigger.LAPSED: N_("another time limit ran out"),
    Trigger.CORRECTION_NOTICE: N_("the authority asked for what is missing"),
    Trigger.SUPPLEMENTED: N_("what was missing was handed in"),
    Trigger.SUSPENDED: N_("the procedure was suspended"),
    Trigger.RESUMED: N_("the procedure was resumed"),
}

CLOCK_STATES = {
    ClockState.NOT_STARTED: N_("has not started"),
    ClockState.NOT_VERIFIED: N_("not verified: ask the window"),
    ClockState.RUNNING: N_("running, until"),
    ClockState.SUSPENDED: N_("suspended, at the earliest until"),
    ClockState.OVERDUE: N_("overdue since"),
    ClockState.DEEMED: N_("ended in silence on"),
    ClockState.STOPPED: N_("stopped"),
}

NEXT_STEPS = {
    NextStep.HAND_OVER: N_("Hand the filing over and ask for a receipt"),
    NextStep.NOTE_RECEIPT: N_("Write down the receipt number"),
    NextStep.WAIT: N_("Wait for the authority"),
    NextStep.SUPPLEMENT: N_("Hand in what the authority asked for, in time"),
    NextStep.ASK_FOR_ANSWER: N_("The answer is overdue: ask the authority for it"),
    NextStep.RECORD_OUTCOME: N_("Record how the authority decided"),
    NextStep.CONSIDER_RECONSIDERATION: N_("Consider administrative reconsideration in time"),
    NextStep.NOTHING: N_("Nothing more to do"),
}

MATERIAL_STATES = {
    MaterialState.ATTACHED: N_("I have it here and attach it"),
    MaterialState.CLERK_SAW: N_("A clerk has seen the original"),
    MaterialState.WILL_BRING: N_("I will bring it later"),
    MaterialState.DO_NOT_HAVE: N_("I do not have it"),
}

ROLES = {
    Role.RECOGNISING: N_("It is the organ that made the decision."),
    Role.PROVIDING: N_("It holds or reported the information."),
    Role.PLATFORM: N_("It is the office that shows the record."),
    Role.SUPERVISING: N_("It supervises the other side."),
    Role.RECONSIDERING: N_("It decides on administrative reconsideration."),
}

DAY_REASONS = {
    Why.START_NOT_COUNTED: N_("the day it starts is not counted"),
    Why.WORKING_DAY: N_("working day"),
    Why.MAKE_UP_DAY: N_("make-up working day"),
    Why.CALENDAR_DAY: N_("calendar day"),
    Why.WEEKEND: N_("weekend, not counted"),
    Why.HOLIDAY: N_("public holiday, not counted"),
    Why.PAUSED: N_("suspended, not counted"),
    Why.CORRESPONDING_DAY: N_("the same day of the month: the last day without the suspension"),
    Why.LAST_DAY: N_("last day"),
    Why.PROLONGED: N_("the last day before it was extended"),
    Why.ROLLED_FORWARD: N_("rest day: the end moves to the next working day"),
    Why.SAFE: N_("safe day: the last working day before"),
}

CAPACITIES = {
    Capacity.CITIZEN: N_("The citizen's own electronic signature."),
    Capacity.AGENT: N_("The electronic signature of the citizen's agent."),
    Capacity.CLERK_ATTESTATION: N_("A clerk's attestation."),
    Capacity.CENTRE_SEAL: N_(
        "The service centre's seal: it vouches that nothing was changed, and is not the citizen's "
        "own signature."
    ),
    Capacity.AGENCY_RECEIPT: N_(
        "The agency's receipt: it says that the filing arrived, and decides nothing."
    ),
}

REPLY_NAMES = {
    ReplyKind.RECEIPT: N_("Receipt"),
    ReplyKind.RETURNED: N_("Our own file"),
    ReplyKind.REPLY: N_("Reply"),
    ReplyKind.SCAN: N_("Picture of a paper"),
}

REPLIES = {
    ReplyKind.RECEIPT: N_("This is our own file, with the agency's receipt in it."),
    ReplyKind.REPLY: N_("This is a paper of the agency's own."),
    ReplyKind.SCAN: N_("This is a picture of a paper. Nobody can check a signature on it."),
}

CHANGES = {
    ChangeKind.SIGNATURE: N_("{signer} signed as well."),
    ChangeKind.TIME_STAMP: N_("A time stamp by {signer} was added."),
    ChangeKind.REVOCATION_DATA: N_("Proofs that the certificates were valid were added."),
    ChangeKind.FORBIDDEN: N_("Something was added or changed that nobody may add or change."),
}

LEVELS = {
    Level.B_B: N_("The time of signing is what the signer's computer said."),
    Level.B_T: N_("A time stamp proves when it was signed."),
    Level.B_LT: N_(
        "A time stamp proves when it was signed, and the file holds what proves the certificates."
    ),
    Level.B_LTA: N_(
        "A time stamp proves when it was signed, the file holds what proves the certificates, "
        "and another time stamp keeps all of that for years."
    ),
}

TRIES = {
    Tries.PLENTY: N_("The card takes a PIN."),
    Tries.FEW: N_("A wrong PIN was typed on this card before: only a few tries are left."),
    Tries.LAST: N_("Only one try is left. After another wrong PIN the card locks itself."),
    Tries.NONE: N_("The card has locked itself. Whoever issued it can unlock it."),
}
