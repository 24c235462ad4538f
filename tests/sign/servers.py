"""The servers of the tests' own infrastructure; openssl gives the time stamps."""

import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from tests.sign.pki import Holder, Pki

_CONFIG = """
[tsa]
default_tsa = mine
[mine]
serial = {folder}/serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
"""

Answer = tuple[int, dict[str, str], bytes]


class Servers:
    """`/tsa` stamps well, `/tsa/garbage` and so on do not; everything is told in `asked`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: Counter[str] = Counter()
        self.bodies: list[bytes] = []
        self.slow = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answered(b"")

            def do_POST(self) -> None:
                self._answered(self.rfile.read(int(self.headers["Content-Length"])))

            def _answered(self, body: bytes) -> None:
                status, headers, content = outer.answer(self.path, body)
                self.send_response(status)
                for name, value in (headers | {"Content-Length": str(len(content))}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *arguments: object) -> None:
                """Nothing is logged."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        self.pki = Pki(self.url)
        self.stranger = Pki(self.url)
        (folder / "tsa.cnf").write_text(_CONFIG.format(folder=folder))
        (folder / "serial").write_text("01")

    @property
    def tsa(self) -> str:
        return f"{self.url}/tsa"

    def answer(self, path: str, body: bytes) -> Answer:
        self.asked[path] += 1
        self.bodies.append(body)
        way = self._ways().get(path)
        if way is None or (self.pki.silent and not path.startswith("/tsa")):
            return 404, {}, b"not here"
        return way(body)

    def _ways(self) -> dict[str, Callable[[bytes], Answer]]:
        def der(holder: Holder) -> Callable[[bytes], Answer]:
            return lambda _: (200, {}, holder.certificate.public_bytes(Encoding.DER))

        return {
            "/tsa": lambda body: (200, {}, self.stamp(body)),
            "/tsa/garbage": lambda body: (200, {}, b"\x30\x82garbage" + body),
            "/tsa/refuses": lambda _: (503, {}, b""),
            "/tsa/slow": self._slow,
            "/tsa/elsewhere": lambda _: (302, {"Location": f"{self.url}/tsa"}, b""),
            "/tsa/yesterday": lambda _: (200, {}, self.stamp(self._other_query())),
            "/tsa/person": lambda body: (200, {}, self.stamp(body, self.pki.person("No stamper"))),
            "/tsa/bent": lambda body: (200, {}, _bent(self.stamp(body))),
            "/ocsp": lambda body: (200, {}, self.pki.ocsp(body)),
            "/root.crl": lambda _: (200, {}, self.pki.crl(self.pki.root)),
            "/root.cer": der(self.pki.root),
            "/issuer.cer": der(self.pki.issuer),
        }

    def stamp(self, query: bytes, stamper: Holder | None = None) -> bytes:
        """What openssl answers to a query."""
        holder, folder = stamper or self.pki.tsa, self.folder
        (folder / "query").write_bytes(query)
        (folder / "tsa.pem").write_bytes(holder.pem)
        (folder / "tsa.key").write_bytes(holder.key_pem)
        (folder / "chain.pem").write_bytes(self.pki.issuer.pem)
        command = "openssl ts -reply -config tsa.cnf -queryfile query -signer tsa.pem"
        command += " -inkey tsa.key -chain chain.pem -out reply"
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
        return (folder / "reply").read_bytes()

    def _other_query(self) -> bytes:
        command = ["openssl", "ts", "-query", "-data", "tsa.cnf", "-sha256", "-cert"]
        done = subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return done.stdout

    def _slow(self, _: bytes) -> Answer:
        self.slow.wait(5)
        return 200, {}, b""


def _bent(reply: bytes) -> bytes:
    """One bit of the signature's value is another."""
    return reply[:-3] + bytes([reply[-3] ^ 1]) + reply[-2:]


@contextmanager
def serving(folder: Path) -> Iterator[Servers]:
    servers = Servers(folder)
    thread = threading.Thread(target=servers.http.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield servers
    finally:
        servers.slow.set()
        servers.http.shutdown()
        thread.join()
        servers.http.server_close()
