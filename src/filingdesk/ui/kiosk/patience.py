"""How long the kiosk waits for a person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds without a touch before the question "are you still there?", and to answer it."""

    quiet: float = 120
    countdown: int = 60
