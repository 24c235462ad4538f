"""What the window calls its own pages: those before an interview, and those after it."""

SETUP, RECOVERY, UNLOCK, OPENING = "setup", "recovery", "unlock", "opening"
INTERRUPTED = "interrupted"
BEFORE_OPEN = (SETUP, RECOVERY, UNLOCK, OPENING, INTERRUPTED)
"""The pages before the desk is open: for the staff."""

START, NOTICE = "start", "notice"
"""The pages of an open desk before there is a draft."""

ARRANGED = "arranged"
"""What a session keeps spare: the paper whose pages were arranged last."""

PREVIEW, SIGN, DONE = "preview", "sign", "done"
AFTER = (PREVIEW, SIGN, DONE)
"""The pages after the interview, in their order."""
