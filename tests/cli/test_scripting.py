"""What a script may rely on, for every command: streams, locales, zones, colours, widths, interruptions, prompts."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from aliorder.render.fold import cells
from tests.cli.dossier import DOSSIER
from tests.cli.forked import each
from tests.cli.given import LAMP, NOW, every_command, ran
from tests.importers.given import DATA
from tests.terminal import INTERRUPT, Terminal

FORKING = pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal here, and no signal to send")
SITE_FILE = DATA / "order-list.json"

PRINTING = (
    "advise cable",
    "advise --all",
    "explain cable",
    "plan cable",
    "reasons",
    "list",
    "list --columns order,title",
    "show cable",
    "history cable",
    "due",
    "due --columns order,at",
    "due --ics -",
    "refunds",
    "refunds --columns order",
    "refund cable",
    "payments",
    f"import --dry-run {SITE_FILE}",
    "export --format json",
    "export --format csv",
    "export --format ics",
    "import --formats",
    "backup --list",
    "policy show",
    "policy show cancel-answer",
    "policy check",
    "policy sources",
    "policy sources S0",
    "message cable",
    "message --list",
    "evidence list cable",
    "config show",
    "config path",
    "paths",
    "wipe --dry-run",
    "schema",
    "schema advice",
    "help",
    "help dates",
    "completion bash",
    "--help",
    "--version",
    "list --help",
)
"""Lines of every command that prints something for others to read, and change nothing."""

KINDS = ("list", "show cable", "due --json", "export --format csv", "help dates", "completion bash", "--version")
"""A line of each way in which something is printed."""

CHANGING = (
    "add 81500001 --event paid=yesterday",
    "edit cable --title Cable",
    "record cable shipped",
    "note cable call them",
    f"evidence add cable {SITE_FILE} --kind order-page",
    "evidence edit cable 1 --kind chat",
    "evidence open cable 1 --path",
    "evidence export cable dossier.zip",
    "evidence verify dossier.zip",
    "evidence remove cable 1",
    "config set country DE",
    "config unset country",
    "backup",
    "restore latest --yes",
    "undo",
    "remove cable --yes",
)
"""A line of every command that changes what is kept, each possible after those before it."""

JSON = (
    *("advise cable", "advise --all", "explain cable", "plan cable", "reasons", "list", "show cable", "history cable"),
    *("due", "refunds", "refund cable", "payments", "policy show", "policy check", "policy sources", "config show"),
    *("message cable", "evidence list cable", f"evidence verify {DOSSIER}"),
    *("paths", "backup --list", f"import --dry-run {SITE_FILE}"),
)
"""A line of every command that prints JSON."""

WITHOUT_JSON = {
    *("add", "edit", "record", "remove", "undo", "restore", "wipe", "config set", "config unset", "config path"),
    *("note", "evidence", "evidence add", "evidence edit", "evidence open", "evidence remove", "evidence export"),
    *("policy", "config", "export", "schema", "help", "completion"),
}
"""The commands that read nothing out, the names of groups, and those whose output has a form of its own."""


@pytest.fixture(autouse=True)
def _kept(kept: Path, here: Path) -> None:
    """Every test begins with the orders of `KEPT` and a backup of them, in a folder of its own."""
    assert ran("backup").code == 0


def test_every_command_stands_in_these_lists() -> None:
    named = {name for line in (*PRINTING, *CHANGING) for name in every_command() if f"{line} ".startswith(f"{name} ")}
    assert set(every_command()) - named == set()


def test_every_command_that_reads_prints_json() -> None:
    offering = {name for name in every_command() if "--json" in ran(*name.split(), "--help").out.split()}
    assert set(every_command()) - offering == WITHOUT_JSON
    assert {max((name for name in offering if f"{line} ".startswith(f"{name} ")), key=len) for line in JSON} == offering


@FORKING
@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
    ],
)
def test_a_file_gets_one_document_in_utf8_whatever_the_locale_says(environ: dict[str, str]) -> None:
    assert ran("edit", "cable", "--title", "Lampe für 12 € · 灯").code == 0
    here = {f"{line} --json": ran(*line.split(), "--json") for line in JSON}
    assert "Lampe für 12 € · 灯" in here["list --json"].out
    assert {json.loads(done.out)["schema"] for done in here.values()} >= {"aliorder.list/1", "aliorder.due/1"}
    assert [line for line, done in here.items() if done.out.count("\n") != 1 or not done.out.endswith("}\n")] == []
    few = ("list --json", "show cable --json", f"import --dry-run {SITE_FILE} --json")
    assert each(few, **environ) == {line: here[line] for line in few}


@FORKING
@pytest.mark.parametrize("reader", ["gone", "head"])
def test_a_reader_that_goes_away_is_no_error(reader: str) -> None:
    """Before anything is written, or in the midst of much."""
    assert ran("edit", "cable", "--note", "word " * 50_000).code == 0
    found = each(KINDS, out=reader)
    assert {line: done.code for line, done in found.items()} == dict.fromkeys(KINDS, 0)
    assert [line for line, done in found.items() if done.err not in ("", ran(*line.split()).err)] == []


@FORKING
@pytest.mark.parametrize("target", ["gone", "full", "closed"])
def test_the_exit_code_is_kept_where_nobody_hears_what_is_said(target: str, here: Path) -> None:
    (here / "bad.json").write_text("{}", encoding="utf-8")
    codes = {"show absent": 3, "list --stage x": 2, "": 2, "policy": 2, "advise": 6, "import bad.json": 4, "list": 0}
    assert {line: done.code for line, done in each(codes, err=target).items()} == codes


@FORKING
def test_the_exit_code_is_kept_where_nobody_reads_what_is_printed(here: Path) -> None:
    (here / "bad.json").write_text("{}", encoding="utf-8")
    codes = {f"import {SITE_FILE} bad.json": 4, "import bad.json --json": 4, "due --within 0d --exit-code --json": 0}
    assert {line: done.code for line, done in each(codes, out="gone").items()} == codes


@FORKING
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_an_error() -> None:
    said = re.compile(r"error: the answer cannot be written: .+\nhint: .+\n$")
    found = each(KINDS, out="full")
    assert [line for line, done in found.items() if done.code != 5 or not said.search(done.err)] == []
    assert [line for line, done in found.items() if "Traceback" in done.err or "Exception" in done.err] == []


@FORKING
def test_a_closed_output_is_no_error() -> None:
    found = each(KINDS, out="closed")
    assert [line for line, done in found.items() if done.code != 0 or "error" in done.err] == []


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_every_command_works_at_both_ends_of_the_world(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    for now in (NOW, None):
        assert [line for line in PRINTING if ran(*line.split(), now=now).code != 0] == []
    assert [line for line in CHANGING if ran(*line.split()).code != 0] == []


@FORKING
def test_the_same_question_has_the_same_plain_answer_in_every_process() -> None:
    lines = ("list", "show cable", "due", "plan cable", "policy show", "export --format json")
    first, second = (each(lines, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first == second == {line: ran(*line.split()) for line in lines}
    assert [line for line, done in first.items() if done.code != 0 or "\x1b" in done.out + done.err] == []


@pytest.mark.parametrize(
    "options, environ, on_terminal, in_pipe",
    [
        ((), {}, True, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True, True),
        (("--color", "never"), {}, False, False),
        ((), {"NO_COLOR": "1"}, False, False),
        ((), {"TERM": "dumb"}, False, False),
    ],
)
def test_colour_is_where_it_is_wanted_and_nowhere_else(
    options: tuple[str, ...], environ: dict[str, str], on_terminal: bool, in_pipe: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    drawn = {line for line in PRINTING if "\x1b[" in ran("--color", "always", *line.split(), terminal=True).out}
    assert {line.split()[0] for line in drawn} >= {"advise", "list", "due", "refunds", "refund", "plan", "policy"}
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    for terminal, colored in ((True, on_terminal), (False, in_pipe)):
        found = {line for line in PRINTING if "\x1b" in ran(*options, *line.split(), terminal=terminal).out}
        assert found == {line for line in drawn if colored and (terminal or "--columns" not in line)}


@pytest.mark.parametrize("line", ["", "add", "add 81500001"])
@ON_POSIX
@pytest.mark.parametrize("options, colored", [("", True), ("--color never", False)])
def test_questions_are_in_colour_only_if_it_is_wanted(line: str, options: str, colored: bool) -> None:
    with Terminal(sys.executable, "-m", "aliorder", *options.split(), *line.split()) as terminal:
        terminal.wait_until(lambda: bool(terminal.lines()))
        terminal.press(INTERRUPT)
        assert terminal.end() == 130
        shades = {cell.fg for row in terminal.screen.buffer.values() for cell in row.values()}
    assert shades == {"default"} or (colored and line != "add")


WIDE = re.compile(r"\S*(://|/|\\)\S*|\S{30,}")
"""A word that is left to the terminal: an address, a path, what is longer than most of a line."""


@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_for_a_person_is_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm-256color")
    too_wide = {}
    for line in (*PRINTING, *(f"{name} --help" for name in every_command()), *REFUSED, *CHANGING):
        if WRITTEN_FOR_PROGRAMS.search(line):
            continue
        done = ran("--color", "never", *shlex.split(line), terminal=True)
        rows = [row for row in (done.out + done.err).splitlines() if cells(row) > columns and not WIDE.search(row)]
        if rows:
            too_wide[line] = rows
    assert too_wide == {}


WRITTEN_FOR_PROGRAMS = re.compile(r"export|--ics|schema \w|completion bash|message \w")
REFUSED = (
    "",
    "show absent",
    "list --stage refundd",
    "advise --event paid=03/04/2026",
    "list --jsno",
    "polcy",
    "policy",
)


@ON_POSIX
@pytest.mark.parametrize("line", ["list", "policy check", f"plan {LAMP}", "list --columns title,order,next_deadline"])
def test_the_width_is_that_of_the_terminal_itself(line: str) -> None:
    command = [sys.executable, "-m", "aliorder", "--no-pager", "--color", "never", "--now", NOW, *line.split()]
    with Terminal(command[0], *command[1:], columns=40) as terminal:
        text = terminal.child.read().decode("utf-8")
    assert len(text.splitlines()) > 4
    assert [row for row in text.splitlines() if cells(row.rstrip()) > 40 and not WIDE.search(row)] == []


@pytest.mark.parametrize(
    "line, said",
    [
        ("", "e.g. aliorder advise --help"),
        ("add", "aliorder add NUMBER"),
        ("edit cable", "e.g. --why not-needed"),
        ("remove cable", "add --yes"),
        ("restore latest", "add --yes"),
        ("wipe", "add --yes"),
    ],
)
@pytest.mark.parametrize("options, terminal", [((), False), (("--no-input",), False), (("--no-input",), True)])
def test_where_nobody_can_be_asked_one_line_names_what_to_give(
    line: str, said: str, options: tuple[str, ...], terminal: bool
) -> None:
    done = ran(*options, *line.split(), terminal=terminal, stdin=b"y\n" * 20)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-2].startswith("error: ")
    assert done.err.splitlines()[-1].startswith(f"hint: {said}")


@pytest.mark.parametrize("options, terminal", [((), False), (("--no-input",), True)])
def test_an_unknown_table_is_refused_with_the_option_that_names_its_columns(
    options: tuple[str, ...], terminal: bool, here: Path
) -> None:
    (here / "sales.csv").write_text("Order No,Date\n8177700000000002,2026-11-20\n", encoding="utf-8")
    done = ran(*options, "import", "sales.csv", terminal=terminal, stdin=b"\n" * 20)
    assert done.code == 4
    assert "--column order='Order No'" in " ".join((done.out + done.err).split())


@ON_POSIX
@pytest.mark.parametrize("line", ["import -", "import - --json"])
def test_an_interruption_ends_with_130_and_changes_nothing(line: str, kept: Path) -> None:
    before = kept.read_bytes()
    command = [sys.executable, "-m", "aliorder", "--now", NOW, *line.split()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as running:
        assert running.stdin is not None
        running.stdin.write(b"[" + b" " * 1_000_000)  # more than a pipe holds: by its end the program reads
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert (running.returncode, out, err) == (130, b"", b"stopped; nothing was half written\n")
    assert kept.read_bytes() == before


def test_an_interruption_while_the_program_loads_ends_with_130_too() -> None:
    loading = """
import sys
class Interrupted:
    def find_spec(self, name, path, target=None):
        if name == "aliorder.cli.app":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
from aliorder.__main__ import main
sys.exit(main())
"""
    done = subprocess.run([sys.executable, "-c", loading], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@ON_POSIX
@pytest.mark.parametrize(
    "line, asked",
    [
        ("", "Which order"),
        ("add", "Order number (as on the order page)"),
        ("remove cable", "[y/N]:"),
        ("wipe", "[y/N]:"),
        ("restore latest", "[y/N]:"),
    ],
)
def test_a_question_that_is_interrupted_ends_with_130(line: str, asked: str, kept: Path) -> None:
    assert ran("edit", "cable", "--note", "since the backup").code == 0
    before = kept.read_bytes()
    with Terminal(sys.executable, "-m", "aliorder", "--now", NOW, *line.split()) as terminal:
        terminal.see(asked)
        assert terminal.interrupt() == 130
        assert terminal.lines()[-1] == "stopped; nothing was half written"
    assert kept.read_bytes() == before


def test_a_list_without_orders_says_so_and_has_no_headings() -> None:
    done = ran("list", "--stage", "frozen", terminal=True)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("No orders to show.")
