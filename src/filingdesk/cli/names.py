"""What is typed on the command line beside commands: the names of settings, and who signs."""

from filingdesk.core.signature import Capacity
from filingdesk.words.catalogue import N_

LEVEL, AUTHORITIES, TRUST, TOKEN_MODULE = SETTINGS = (
    "level",
    "authorities",
    "trust",
    "token-module",
)
SETTINGS_HELP = N_(
    "level: B-B, B-T, B-LT or B-LTA\n"
    "authorities: addresses of time stamps\n"
    "trust: files of PEM certificates\n"
    "token-module: the library that reads cards"
)

OWN = (Capacity.CITIZEN, Capacity.AGENT, Capacity.CLERK_ATTESTATION)
"""In which capacities people sign with keys of their own."""
