"""What the tests of the command line start from: the program run in this process or in one of its own, some orders."""

from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import typer
from jsonschema import Draft202012Validator, FormatChecker

from aliorder.cli.app import app, main

NOW = "2026-11-22"
"""A Sunday."""

CABLE, LAMP, SOCKS, BOOK, PEN = (
    "8123456789012345",
    "8190000000006789",
    "3040777700001111",
    "8199000000005555",
    "8123000000004444",
)
KEPT = (
    f'{CABLE} --alias cable --title "USB cable" --store "Cable Shop" --total "12.34 USD" --payment visa --country DE '
    '--coupon platform --why wrong-item --item "2 x USB cable @ 6.17 USD" --note ask --event placed=2026-11-18 '
    "--event paid=2026-11-18 --event payment-verified=2026-11-18T10:00+01:00 --deadline ship-by=2026-11-27",
    f'{LAMP} --title Lamp --parcel moving --tracking LB1 --no-free-return --site-status "Awaiting delivery" '
    "--event shipped=2026-11-01 --deadline deliver-by=2026-11-24 --why not-received",
    f'{SOCKS} --title Socks --total "7.00 EUR" --payment paypal --event paid=2026-11-01 '
    "--event cancelled-by-seller=2026-11-02",
    f"{BOOK} --title Book",
    f"{PEN} --title Pen --event paid=2026-09-01 --event refund-received=2026-10-01",
)
"""The kept orders: one to cancel, one on its way, one to be refunded, one without a stage, one that is over."""


class Ran(NamedTuple):
    """What a run of the program came to."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """What was printed, read as JSON."""
        return json.loads(self.out)


class Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def ran(*arguments: str, now: str | None = NOW, stdin: bytes = b"", terminal: bool = False) -> Ran:
    """The program run in this process."""
    kind = Screen if terminal else io.TextIOWrapper
    out, err = (kind(io.BytesIO(), encoding="utf-8") for _ in range(2))
    clock = () if now is None else ("--now", now)
    with redirect_stdout(out), redirect_stderr(err), stdin_of(kind(io.BytesIO(stdin), encoding="utf-8")):
        code = main([*clock, *arguments])
    return Ran(code, text_in(out), text_in(err))


@contextmanager
def stdin_of(stream: io.TextIOWrapper) -> Iterator[None]:
    before, sys.stdin = sys.stdin, stream
    try:
        yield
    finally:
        sys.stdin = before


def text_in(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.detach().getvalue().decode("utf-8")  # type: ignore[attr-defined, no-any-return]


def process(*arguments: str, now: str | None = NOW, **environ: str) -> Ran:
    """The program run in a process of its own."""
    clock = () if now is None else ("--now", now)
    command = [sys.executable, "-m", "aliorder", *clock, *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environ})
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@cache
def every_command() -> tuple[str, ...]:
    """The names of all commands and groups, and behind each group those of its commands: `policy`, `policy show`."""
    group: Any = typer.main.get_command(app)
    found = {name: group.get_command(None, name) for name in group.list_commands(None)}
    return tuple(
        path
        for name, command in found.items()
        for path in (name, *(f"{name} {within}" for within in getattr(command, "commands", ())))
    )


@cache
def store_of_orders() -> bytes:
    """The file that keeps the orders of `KEPT`; made once, under the environment of the first test that asks."""
    for line in KEPT:
        assert ran("add", *shlex.split(line)).code == 0
    return store_file().read_bytes()


def store_file() -> Path:
    return Path(os.environ["ALIORDER_HOME"]) / "orders.db"


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files("aliorder") / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return found


FORMATS = FormatChecker(())


@FORMATS.checks("date", raises=ValueError)
def is_day(value: object) -> bool:
    return not isinstance(value, str) or date.fromisoformat(value).isoformat() == value


@FORMATS.checks("date-time", raises=ValueError)
def is_moment(value: object) -> bool:
    return not isinstance(value, str) or ("T" in value and datetime.fromisoformat(value).tzinfo is not None)


@cache
def validator(name: str) -> Draft202012Validator:
    """The checker of documents whose schema is `aliorder.NAME/1`."""
    return Draft202012Validator(schema(name), format_checker=FORMATS)


def flaws(document: Any) -> list[str]:
    """What is wrong with a document, as it is once written down, by the schema that it names itself."""
    document = json.loads(json.dumps(document))
    name = document["schema"].removeprefix("aliorder.").removesuffix("/1")
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(document)]
