"""Whatever is typed, stored or piped in: a public exit code, one clear sentence, nothing that a terminal obeys."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import typer
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aliorder.cli.app import COMMANDS, app
from aliorder.cli.shells import SHELLS
from aliorder.domain.vocabulary import (
    ABOUTS,
    ACTIONS,
    CASES,
    COUPONS,
    DEADLINE_KINDS,
    EVENT_KINDS,
    EVIDENCE_KINDS,
    PARCELS,
    STAGES,
    WHYS,
)
from aliorder.policies import load_policy
from aliorder.words.safe import JOINERS_AND_MARKS
from tests.cli.given import BOOK, CABLE, PEN, SOCKS, Ran, flaws, ran, store_file, store_of_orders

OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
MARKS = str.maketrans("", "", JOINERS_AND_MARKS)
"""What only a message may hold: it is for another person, whose script may need it."""

PUBLIC = {0, 1, 2, 3, 4, 5, 6}
PARAMETERS: dict[str, list[Any]] = {
    name: typer.main.get_command(app).get_command(None, name).params  # type: ignore[attr-defined]
    for name in COMMANDS
}
WHENS = ("today", "unknown", "now", "40d", "2026-11-01", "2020-02-29T23:59:59-12:00", "2026-11-22T11:59+14:00")
FITTING: dict[str, tuple[str, ...]] = {
    "about": ABOUTS,
    "action": ACTIONS,
    "alias": ("cable", "lamp"),
    "amount": ("5.00 USD", "0 JPY"),
    "beside": ("en", "zh", "pt-BR"),
    "claim": CASES,
    "clear": ("why", "ship-by", "total", "note"),
    "color": ("auto", "never"),
    "columns": ("order,title", "days_left", "refund.amount", "Order, order"),
    "country": ("DE", "br"),
    "coupon": COUPONS,
    "deadline": tuple(f"{kind}={when}" for kind in DEADLINE_KINDS for when in (*WHENS, "2026-12-05", "+3d")),
    "drop_event": EVENT_KINDS,
    "due_within": ("7d", "0", "9999"),
    "event": tuple(f"{kind}={when}" for kind in EVENT_KINDS for when in WHENS),
    "file": ("latest", "orders.db", "absent.db"),
    "files": ("-", "orders.db", ".", "absent.json"),
    "form": ("json", "csv", "ics"),
    "item": ("2 x USB cable @ 6.17 USD", "Lamp"),
    "kind": (*EVENT_KINDS, *EVIDENCE_KINDS),
    "lang": ("zh", "ru", "DE"),
    "method": tuple(load_policy().methods),
    "name": ("advice", "list"),
    "on": WHENS,
    "order": (CABLE, "cable", "6789", SOCKS, BOOK[:7], PEN, "8123", "81500000001"),
    "parcel": PARCELS,
    "path": ("orders.db", "."),
    "payment": tuple(load_policy().methods),
    "shell": SHELLS,
    "site_status": tuple(load_policy().status_texts),
    "stage": STAGES,
    "start": WHENS,
    "supports": CASES,
    "total": ("12.34 USD", "999999999999.9999 KWD"),
    "which": ("1", "orders.db", "0", "ffff"),
    "why": WHYS,
}
"""Values that a parameter takes, by its name."""

WRITTEN = ("target", "calendar")
TARGETS = ("-", "deadlines.ics", "orders.db", ".", "absent/deadlines.ics", "", "\x1b[31m", "\ud800", "x" * 10_000)
"""The parameters that name a file to write, and all that is ever typed for them: no file outside the folder at hand."""

HOSTILE = (
    "",
    " ",
    "-",
    "--",
    "=",
    "paid=",
    "=today",
    "paid=99999d",
    "paid=2999-12-31",
    "paid=1900-01-01T00:00+23:59",
    "ship-by=+9999d9999h",
    "ship-by=2999-12-31",
    "[red]red[/red] [/]",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "\x9b31m \x85 \x7f",
    "\u202etxt.exe\u2066\u200f",
    "a\nb\tc\rd",
    "{now} %s {0} {",
    "\udcff\udc80",
    "\ud800",
    "😀" * 50,
    "x" * 10_000,
    "9" * 10_000,
    "8" * 20,
    "999999999999.9999 USD",
    "1e400 USD",
    "NaN USD",
    "-1 USD",
    "99999 x y @ 0.0000 KWD",
    "٣٤",
    "../../etc/passwd",
    "https://a/?orderId=\x1b[31m",
    f"https://a/\x1b[31m?orderId={CABLE}",
    'it\'s "quoted" & $(gone); `it`',
)


def values_of(parameter: Any) -> st.SearchStrategy[str]:
    """What may be typed for a parameter: mostly what it takes. No argument ever holds a NUL."""
    if parameter.name in WRITTEN:
        return st.sampled_from(TARGETS)
    fitting = st.sampled_from(FITTING.get(parameter.name, ("Lamp", "LB1")))
    anything = st.text(st.characters(exclude_characters="\x00"), max_size=12)
    return st.one_of(*[fitting] * 8, st.sampled_from(HOSTILE), anything)


def typed(parameter: Any) -> st.SearchStrategy[list[str]]:
    """A parameter as it may be typed: an argument, a flag, or an option with its value."""
    if parameter.param_type_name == "argument":
        return values_of(parameter).map(lambda value: [value])
    names = st.sampled_from([*parameter.opts, *parameter.secondary_opts])
    if parameter.is_flag:
        return names.map(lambda name: [name])
    return st.builds(lambda name, value: [f"{name}={value}"], names, values_of(parameter))


def lines_of(name: str) -> st.SearchStrategy[list[str]]:
    """A line for the command: mostly its arguments, and some options."""
    arguments = [parameter for parameter in PARAMETERS[name] if parameter.param_type_name == "argument"]
    options = [parameter for parameter in PARAMETERS[name] if parameter.param_type_name != "argument"]
    some = st.lists(st.sampled_from(options).flatmap(typed), max_size=4) if options else st.just([])
    parts = st.tuples(st.just([name]), *map(typed, arguments)).map(list)
    return st.builds(lambda first, more: [word for part in first + more for word in part], parts, some)


def lines() -> st.SearchStrategy[list[str]]:
    """A line for some command, rarely for none."""
    roots = st.sampled_from(([], ["-q"], ["-v"], ["--no-input"], ["--color", "never"], ["--home", "there"]))
    fit = st.sampled_from(COMMANDS).flatmap(lines_of)
    strange = st.lists(st.sampled_from((*COMMANDS, *HOSTILE)), max_size=3)
    return st.builds(lambda root, line: root + line, roots, st.one_of(fit, fit, fit, fit, strange))


@contextmanager
def fresh_store() -> Iterator[None]:
    """The kept orders in a new folder, which is the current one, too."""
    content, before, home = store_of_orders(), Path.cwd(), os.environ["ALIORDER_HOME"]
    with TemporaryDirectory() as folder:
        os.environ["ALIORDER_HOME"] = folder
        store_file().write_bytes(content)
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
            os.environ["ALIORDER_HOME"] = home


def is_fit_to_print(done: Ran) -> bool:
    return OBEYED.search((done.out + done.err).replace("\r\n", "\n")) is None


def check(done: Ran, line: list[str]) -> None:
    """Assert what holds for every run."""
    options = line[: line.index("--")] if "--" in line else line
    assert done.code in PUBLIC
    assert is_fit_to_print(done._replace(out=done.out.translate(MARKS)) if "message" in line else done)
    assert done.code != 1 or "--exit-code" in options
    assert done.code in (0, 1) or re.search("^error: .", done.err, re.MULTILINE)
    if done.out.startswith('{"schema": "aliorder.'):
        assert flaws(done.document) == []
    else:
        assert "--json" not in options or done.out == "" or "Usage: " in done.out


@settings(max_examples=40)
@given(st.lists(lines(), min_size=1, max_size=4), st.sampled_from((b"", b"\xff\xfe{", b'{"data": [', b"\x00" * 99)))
@example([["import", "--", "--json"]], b"")
@example([["message", "cable", "--details=\u202etxt.exe\u2066\u200f", "--about=support", "--copy"]], b"")
@example([["export", "--format=ics", "-"], ["export", "--format=ics", "orders.db"], ["list"]], b"")
def test_any_line_ends_with_a_public_exit_code(typed: list[list[str]], stdin: bytes) -> None:
    with fresh_store():
        for line in typed:
            check(ran(*line, stdin=stdin), line)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_word_is_taken_or_refused(text: str, kept: Path) -> None:
    for line in ([text], ["add", text], ["show", text], ["import", text], ["advise", "cable", f"--title={text}"]):
        check(ran(*line), line)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30)


@settings(max_examples=8)
@given(TEXTS, TEXTS, TEXTS)
@example("[bold]\x1b[31m", "\u202eevil\x9b", "{day_ship_by}")
@example("x" * 10_000, "\ufeff\u200b", "\r\n\t")
def test_a_hostile_text_is_kept_as_it_is_and_shown_harmless(title: str, store: str, note: str) -> None:
    facts = [f"--title={title}", f"--store={store}", f"--note={note}", f"--tracking={note}", "--event=paid=2026-11-20"]
    readings = (
        "list",
        "advise --all",
        *(f"{name} 0001" for name in ("show", "advise", "history", "explain", "refund")),
    )
    with fresh_store():
        assert ran("add", "8150000000000001", *facts).code == 0
        for reading in readings:
            for line in (reading.split(), ["--color", "never", *reading.split()]):
                done = ran(*line, terminal=len(line) > 2)
                assert (done.code, is_fit_to_print(done)) == (0, True)
        document = ran("show", "0001", "--json").document
        assert (document["title"], document["store"]) == (title.strip() or None, store.strip() or None)


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\x00" not in text])
def test_a_hostile_import_is_refused_in_words(text: str) -> None:
    for content in (text, json.dumps({text: text}), json.dumps({"data": {"data": {text: {"fields": text}}}})):
        done = ran("import", "-", "--json", stdin=content.encode("utf-8", "surrogatepass"))
        assert (done.code, flaws(done.document), is_fit_to_print(done)) == (4, [], True)
