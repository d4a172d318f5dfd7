"""A Landsby served as in production, by granian in processes of its own, and people at its doors."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from pathlib import Path

import psycopg

from tools.steps.paths import MANAGE, PYTHON, ROOT

HOST = "127.0.0.1"
GRANIAN = ("--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", "--log-level", "warning")
"""As docs/production.md serves it."""

SECONDS_TO_START, SECONDS_TO_ANSWER = 60, 120


def settings_on(address: str) -> dict[str, str]:
    """The environment of the demo on a database."""
    told = {name: value for name, value in os.environ.items() if not name.startswith(("LANDSBY_", "DJANGO_"))}
    storage = "django.contrib.staticfiles.storage.StaticFilesStorage"  # assets need not be built for this
    return {**told, "LANDSBY_DEMO": "1", "LANDSBY_STATIC_STORAGE": storage, "DATABASE_URL": address}


def build_demo(address: str, *words: str) -> None:
    """Write the demo into a new database."""
    for command in ([MANAGE, "migrate", "--verbosity", "0"], ["-m", "landsby.cli", "demo", "build", *words]):
        told = settings_on(address)
        subprocess.run([str(PYTHON), *map(str, command)], cwd=ROOT, env=told, check=True, stdout=subprocess.DEVNULL)


def new_database(folder: Path, name: str) -> str:
    """A database for nothing else: on the server that DATABASE_URL names, or a file of SQLite's."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        return f"sqlite:///{urllib.parse.quote(str(folder / name))}.sqlite3"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}"')
    return urllib.parse.urlsplit(server)._replace(path=f"/{name}").geturl()


def titles_in(address: str) -> list[str]:
    """The titles of all activities stored, read past the product."""
    sql = "SELECT title FROM activities_activity"
    if address.startswith("postgres"):
        with psycopg.connect(address) as connection:
            return [title for (title,) in connection.execute(sql)]
    with sqlite3.connect(urllib.parse.unquote(address.removeprefix("sqlite:///"))) as file:
        return [title for (title,) in file.execute(sql)]


class Server:
    """One server that can be killed."""

    def __init__(self, address: str) -> None:
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port: int = probe.getsockname()[1]
        self._environment = settings_on(address)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it says that it is well."""
        command = [str(PYTHON), "-m", "granian", *GRANIAN, "--host", HOST, "--port", str(self.port)]
        command.append("landsby.config.wsgi:application")
        # A process group of its own, so that its workers go with it.
        self._process = subprocess.Popen(command, cwd=ROOT, env=self._environment, start_new_session=True)
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            try:
                if Visitor(self.port).get("/health")[0] == 200:
                    return
            except OSError:
                time.sleep(0.2)
        self.kill()
        raise TimeoutError(f"the server did not answer within {SECONDS_TO_START} s")

    def kill(self) -> None:
        """End it at once, in the middle of whatever it is doing."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None


@contextmanager
def served(address: str) -> Iterator[Server]:
    """A running server on a database."""
    server = Server(address)
    server.start()
    try:
        yield server
    finally:
        server.kill()


class _Inputs(HTMLParser):
    """The values that a browser would send from a page as it stands, and where its forms go."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.actions: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form" and told.get("action"):
            self.actions.append(told["action"] or "")
        if tag == "input" and told.get("name") and (told.get("type") == "hidden" or "checked" in told):
            self.values[told["name"] or ""] = told.get("value") or ""


class Visitor:
    """Somebody with a browser: cookies, forms, and one connection for each question."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> tuple[int, str, str]:
        """Status, where it leads on to, and the page."""
        return self._ask("GET", path)

    def post(self, path: str, values: dict[str, str]) -> tuple[int, str, str]:
        """As `get`, for a form that is sent."""
        return self._ask("POST", path, urllib.parse.urlencode(values))

    def form(self, path: str) -> tuple[dict[str, str], list[str]]:
        """What the page's forms would send as they stand, and where to."""
        inputs = _Inputs()
        inputs.feed(self.get(path)[2])
        return inputs.values, inputs.actions

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
        connection = http.client.HTTPConnection(HOST, self._port, timeout=SECONDS_TO_ANSWER)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            page = answer.read().decode()
        finally:
            connection.close()
        for header in answer.headers.get_all("Set-Cookie") or []:
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        return answer.status, answer.headers.get("Location") or "", page


def people_who_log(port: int) -> list[Visitor]:
    """The demo's people who may register, each signed in."""
    _values, doors = Visitor(port).form("/demo/personas/")
    people = []
    for door in [door for door in doors if "/become/" in door]:
        visitor = Visitor(port)
        values, _actions = visitor.form("/demo/personas/")
        status, _leads_to, _page = visitor.post(door, values)
        assert status == 302, f"{door} answered {status}"
        if visitor.get(LOG)[0] == 200:
            people.append(visitor)
    return people


LOG = "/p/sund-balance/activities/log/"
