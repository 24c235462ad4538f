"""What is typed on the command line beside commands: the names of settings, and who signs."""

from filingdesk.core.signature import Capacity

LEVEL, AUTHORITIES, TRUST, TOKEN_MODULE = SETTINGS = (
    "level",
    "authorities",
    "trust",
    "token-module",
)
SETTINGS_HELP = (
    "level: B-B, B-T, B-LT or B-LTA; authorities: addresses of time stamps; "
    "trust: files of PEM certificates; token-module: the library that reads cards"
)

OWN = (Capacity.CITIZEN, Capacity.AGENT, Capacity.CLERK_ATTESTATION)
"""In which capacities people sign with keys of their own."""
