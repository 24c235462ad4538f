"""Cards for the tests: SoftHSM is a real PKCS#11 token whose chip is a folder."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pkcs11
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from filingdesk.sign.slots import tokens
from tests.sign.pki import Holder

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
PIN = "123456"


@dataclass(frozen=True)
class Cards:
    """Readers with cards in them, in a folder that SOFTHSM2_CONF names."""

    folder: Path

    def insert(self, label: str) -> str:
        """A new card with a PIN and nothing else; gives its serial number."""
        _run("softhsm2-util", "--init-token", "--free", "--label", label, *_pins())
        return self.serial(label)

    def serial(self, label: str) -> str:
        self.look_again()
        return next(each.serial for each in tokens(MODULE) if each.label == label)

    def put_key(self, label: str, holder: Holder, name: str = "signing", id: str = "01") -> None:
        key = self.folder / "key.pem"
        pem = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        key.write_bytes(holder.key.private_bytes(*pem))
        _run(
            *("softhsm2-util", "--import", key, "--token", label, "--label", name),
            *("--id", id, "--pin", PIN),
        )
        key.unlink()

    def put_certificate(
        self, label: str, holder: Holder, name: str = "signing", id: str = "01"
    ) -> None:
        file = self.folder / "certificate.der"
        file.write_bytes(holder.certificate.public_bytes(Encoding.DER))
        _run(
            *("pkcs11-tool", "--module", MODULE, "--token-label", label, "--login", "--pin", PIN),
            *("--write-object", file, "--type", "cert", "--label", name, "--id", id),
        )

    def put(self, label: str, holder: Holder, name: str = "signing", id: str = "01") -> None:
        """A key with its certificate."""
        self.put_key(label, holder, name, id)
        self.put_certificate(label, holder, name, id)
        self.look_again()

    def pull_out(self, label: str) -> None:
        _run("softhsm2-util", "--delete-token", "--token", label)
        self.look_again()

    def look_again(self) -> None:
        """SoftHSM sees new cards, and misses those that are gone, when it is started anew."""
        pkcs11.lib(MODULE).reinitialize()


def _pins() -> tuple[str, ...]:
    return ("--pin", PIN, "--so-pin", "12345678")


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
