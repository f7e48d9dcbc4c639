# SPDX-License-Identifier: EUPL-1.2
"""A demo node of our own, and requests to it byte by byte."""

import http.client
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

START_SECONDS = 60


@dataclass
class Answer:
    """What came back. Names of headers are in lower case."""

    status: int
    headers: dict
    body: bytes

    @property
    def kind(self):
        return self.headers.get("content-type", "").split(";")[0]

    def json(self):
        return json.loads(self.body)


class Node:
    """The release binary on a free port, with a folder that goes away."""

    def __init__(self):
        binary = os.environ.get("PARAAT_BIN", "")
        if not Path(binary).is_file():
            raise SystemExit(
                "PARAAT_BIN must name the built binary; `cargo xtask test clients` sets it"
            )
        self.binary = binary
        self.folder = tempfile.mkdtemp(prefix="paraat-clients-")
        self.data = str(Path(self.folder) / "node")

    def __enter__(self):
        options = ["serve", "--demo", "--data", self.data, "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(
            [self.binary, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        late = threading.Timer(START_SECONDS, self.process.kill)
        late.start()
        said = []
        for line in self.process.stdout:
            said.append(line)
            ready = re.search(r"Paraat is ready at http://([^/\s]+)/", line)
            if ready:
                late.cancel()
                self.host = ready.group(1)
                # Somebody must go on reading, or the node waits for room in the pipe.
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                return self
        raise SystemExit("the node did not start:\n" + "".join(said))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, *arguments):
        """The last line that a command of the binary prints."""
        whole = [self.binary, *arguments, "--data", self.data]
        done = subprocess.run(whole, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(arguments)}: {done.stderr}")
        return done.stdout.strip().splitlines()[-1]

    def token(self, account, *more):
        """A key for programs of this account."""
        return self.command("user", "token", account, *more)

    def log_in(self, account):
        """The cookie of a session of an account of the demo."""
        lines = (Path(self.data) / "accounts.txt").read_text().splitlines()
        password = next(it.split()[1] for it in lines if it.split()[:1] == [account])
        form = f"name={account}&password={password}".encode()
        kind = "application/x-www-form-urlencoded"
        answer = self.ask("POST", "/login", None, form, Content_Type=kind,
                          Sec_Fetch_Site="same-origin")
        return answer.headers["set-cookie"]

    def account(self, name, organisation, function):
        """An account more than the demo has."""
        self.command("user", "add", name, "--org", organisation, "--role", function)

    def ask(self, method, path, token=None, body=None, **headers):
        """Sends it; `body` as bytes is sent as it is, all else as JSON."""
        connection = http.client.HTTPConnection(self.host, timeout=30)
        own = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            own["Authorization"] = f"Bearer {token}"
        if body is not None:
            own.setdefault("Content-Type", "application/json")
            if not isinstance(body, bytes):
                body = json.dumps(body).encode()
        try:
            try:
                connection.request(method, urlsplit(path)._replace(netloc="").geturl(), body, own)
            except (BrokenPipeError, ConnectionResetError):
                pass  # It answered before it read all: what it said is waiting.
            answer = connection.getresponse()
            named = {}
            for name, value in answer.getheaders():
                # Several cookies are several headers; one line of them is a header to send back.
                before = named.get(name.lower())
                named[name.lower()] = f"{before}; {value}" if before else value
            return Answer(answer.status, named, answer.read())
        finally:
            connection.close()
