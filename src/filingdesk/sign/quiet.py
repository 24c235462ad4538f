"""pyHanko's log stays silent: it can name people, and what matters is returned or raised."""

import logging


def silence() -> None:
    """Nothing that pyHanko says reaches a log."""
    for library in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(library).addHandler(logging.NullHandler())
        logging.getLogger(library).propagate = False
