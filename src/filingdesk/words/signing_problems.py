"""What can go wrong with a card, a certificate or a time stamp: what it is, and one next step."""

from collections.abc import Mapping
from types import MappingProxyType

from filingdesk.words.catalogue import N_

SIGNING_PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "token-missing": N_("There is no card in the reader. Please put the card in."),
        "token-removed": N_(
            "The card was taken out before it had signed. Please put it in again; "
            "nothing that you typed is lost."
        ),
        "token-refused": N_(
            "The card did not sign. Please take it out, put it in again, and try once more."
        ),
        "token-has-no-key": N_(
            "There is no key to sign with on this card. Please use another card, "
            "or sign on the printed paper."
        ),
        "token-module-missing": N_(
            "This computer lacks the program that reads such cards. "
            "Please ask whoever looks after the computer to install it and name it in the settings."
        ),
        "seal-of-another-kind": N_(
            "The key in this file is of a kind that we cannot sign with, such as SM2. "
            "Please ask whoever issued it for an RSA key."
        ),
        "pin-wrong": N_("This PIN is not right. Please type it again."),
        "pin-wrong-few": N_(
            "This PIN is not right, and only a few tries are left. Please look up the PIN first."
        ),
        "pin-wrong-last": N_(
            "This PIN is not right, and only one try is left before the card locks itself. "
            "Please look up the PIN first."
        ),
        "pin-locked": N_(
            "The card has locked itself after too many wrong PINs. "
            "Whoever issued the card can unlock it; please sign on the printed paper today."
        ),
        "pin-to-be-changed": N_(
            "This card asks for a PIN of your own before it signs. "
            "Please set one with the card's own program."
        ),
        "certificate-revoked": N_(
            "This certificate was withdrawn on {date} and cannot sign any more. "
            "Please use another one."
        ),
        "tsa-missing": N_(
            "This desk knows no authority for time stamps, so the time of signing is not proved. "
            "Please name one in the settings."
        ),
        "tsa-unreachable": N_(
            "No time stamp could be had just now. What is signed stays signed; "
            "please add the time stamp later."
        ),
        "evidence-missing": N_(
            "Nobody could be asked just now whether the certificate still holds. "
            "What is signed stays signed; please add the proof later."
        ),
        "time-not-proved": N_(
            "No time stamp proves yet when this filing was signed. "
            "Please add it when the network is there."
        ),
        "proof-not-inside": N_(
            "Not all that keeps these signatures good for years is in the file yet. "
            "Please add it when the network is there."
        ),
        "case-changed": N_(
            "This filing was signed or stamped elsewhere in the meantime. "
            "Please open it again and try once more."
        ),
        "authority-not-an-address": N_(
            "This is not the address of an authority for time stamps. "
            "It begins with http:// or https://, one address a line."
        ),
        "authority-silent": N_(
            "This authority gave no time stamp. Please check its address and the network."
        ),
        "level-needs-authority": N_(
            "This level needs time stamps. Please name an authority that gives them."
        ),
        "token-module-not-readable": N_(
            "No card reader's program could be started from this file. "
            "Please choose the library of the card's maker, such as /usr/lib/opensc-pkcs11.so."
        ),
        "key-not-named": N_(
            "Please say which key signs: a card with --token, or a file with --seal."
        ),
        "level-unknown": N_("There is no such level. Please choose {choices}."),
        "setting-takes-one": N_("This setting takes one value. Please give only one."),
        "pin-missing": N_("Please type the PIN of the card."),
        "no-place-to-sign": N_(
            "This paper has no empty place for this signature. Please choose whose signature it is."
        ),
        "pdf-not-signed": N_("Nobody has signed this file yet. Please sign it first."),
    }
)
