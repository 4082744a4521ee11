"""Completion: the files are what the program generates, and the shells make of them what a user expects."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from aliorder.cli import choice
from aliorder.cli.commands import export
from aliorder.domain.typed import CURRENCIES
from aliorder.domain.vocabulary import ACTIONS, EVENT_KINDS, STAGES, WHYS
from aliorder.importers import DATE_ORDERS, DECIMAL_MARKS
from aliorder.importers.tables.columns import FACTS as COLUMN_FACTS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "completions"
FILES = {"bash": "aliorder.bash", "zsh": "_aliorder", "fish": "aliorder.fish", "pwsh": "aliorder.ps1"}
QUIET = {"bash": ("--noprofile", "--norc", "-i"), "zsh": ("-f", "-i")}
CLEARED = r"printf '\033[H\033[2J'"
PREPARE = {
    "bash": f"PS1='> '; bind 'set bell-style none'; source {shlex.quote(str(FOLDER / 'aliorder.bash'))}; {CLEARED}",
    "zsh": f"PROMPT='> '; fpath=({shlex.quote(str(FOLDER))} $fpath); autoload -Uz compinit; compinit -D -u; {CLEARED}",
}


def shell(name: str) -> str:
    """The path of a shell; skips the test where it is not installed."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def output(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def in_bash(line: str) -> list[str]:
    """What bash would offer at the end of the line, broken into words at blanks, = and : as readline does."""
    words = re.findall(r"[=:]+|[^\s=:]+", line) + ([""] if line.endswith(" ") else [])
    script = (
        f"source {FILES['bash']}; COMP_LINE={shlex.quote(line)}; COMP_POINT={len(line)}; "
        f"COMP_WORDS=({' '.join(map(shlex.quote, words))}); COMP_CWORD={len(words) - 1}; "
        "_aliorder; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run([shell("bash"), "-c", script], capture_output=True, text=True, check=False, cwd=FOLDER)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


def in_fish(line: str) -> list[str]:
    """What fish would offer at the end of the line."""
    script = f"source {shlex.quote(str(FOLDER / FILES['fish']))}; complete -C {shlex.quote(line)}"
    return [found.split("\t")[0] for found in output([shell("fish"), "--no-config", "-c", script]).splitlines()]


def test_the_files_are_those_that_the_program_generates(tmp_path: Path) -> None:
    output([sys.executable, str(ROOT / ".ci" / "make_completions.py"), str(tmp_path)])
    fresh = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert kept == fresh, "run: python .ci/make_completions.py"
    assert set(kept) == set(FILES.values())


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_shell_can_read_its_file(name: str) -> None:
    assert output([shell(name), "-n", str(FOLDER / FILES[name])]) == ""


@pytest.mark.parametrize("name", FILES)
def test_every_id_is_offered_in_every_shell(name: str) -> None:
    text = (FOLDER / FILES[name]).read_text(encoding="utf-8")
    ids = {*EVENT_KINDS, *STAGES, *WHYS, *ACTIONS, *CURRENCIES, *COLUMN_FACTS}
    ids |= {*choice.FORMATS, *export.FORMATS, *DATE_ORDERS, *DECIMAL_MARKS}
    assert {each for each in ids if not re.search(rf"(?<![\w-]){each}(?![\w-])", text)} == set()


OFFERS = [
    ("aliorder re", {"record", "remove", "reasons", "refund", "refunds", "restore"}),
    ("aliorder --now 2026-11-22 sho", {"show"}),
    ("aliorder --color ", {"auto", "always", "never"}),
    ("aliorder advise --why cha", {"change-details", "change-address", "change-coupon", "change-shipping"}),
    ("aliorder advise --free", {"--free-return"}),
    ("aliorder record 2345 ship", {"shipped"}),
    ("aliorder record ship", set()),
    ("aliorder advise --title record ", set()),
    ("aliorder list --stage ref", {"refunding", "refunded"}),
    ("aliorder list --action chase", {"chase-refund"}),
    ("aliorder edit 2345 --drop-event appe", {"appealed"}),
    ("aliorder edit 2345 --clear deliver", {"deliver-by"}),
    ("aliorder refund --method pay", {"paypal"}),
    ("aliorder advise --deadline prot", {"protection-until="}),
    ("aliorder advise --deadline ship-by=", set()),
    ("aliorder advise --event paid", {"paid="}),
    ("aliorder policy ", {"show", "check", "sources"}),
    ("aliorder policy s", {"show", "sources"}),
    ("aliorder --now 2026-11-22 policy check --on", {"--only"}),
    ("aliorder policy check --only ", {"stale", "overridden", "quarrelling", "weak"}),
    ("aliorder policy show cancel-a", {"cancel-answer", "cancel-answer-latest"}),
    ("aliorder policy show --json payp", {"paypal"}),
    ("aliorder policy show paypal ", set()),
    ("aliorder policy sources api-st", {"api-status"}),
    ("aliorder policy --js", set()),
    ("aliorder show s", set()),
    ("aliorder import --format ", set(choice.FORMATS)),
    ("aliorder import --format si", {"site-json", "site-har", "site-captures"}),
    ("aliorder export --format ", set(export.FORMATS)),
    ("aliorder export --format i", {"ics"}),
    ("aliorder export --format json --stage ref", {"refunding", "refunded"}),
    ("aliorder --now 2026-11-22 export --action chase", {"chase-refund"}),
    ("aliorder import --date-order ", set(DATE_ORDERS)),
    ("aliorder import --decimal ", set(DECIMAL_MARKS)),
    ("aliorder import --currency EU", {"EUR"}),
    ("aliorder import --seen ", {"today", "yesterday", "now"}),
    ("aliorder import --column order", {"order=", "order-title="}),
    ("aliorder import --column order=", set()),
    ("aliorder import --encoding ", set()),
    ("aliorder import --map ", set()),
    ("aliorder import --format table --column order=No --dec", {"--decimal"}),
    ("aliorder ba", {"backup"}),
    ("aliorder backup --", {"--list", "--json", "--help"}),
    ("aliorder restore --d", {"--dry-run"}),
    ("aliorder wipe ", set()),
    ("aliorder wipe --", {"--yes", "--dry-run", "--settings", "--help"}),
    ("aliorder backup READ", {"README.md"}),
    ("aliorder restore READ", {"README.md"}),
    ("aliorder import READ", {"README.md"}),
]


@pytest.mark.parametrize("line, offered", OFFERS)
def test_fish_offers_what_fits(line: str, offered: set[str]) -> None:
    assert set(in_fish(line)) == offered


@pytest.mark.parametrize(
    "line, offered",
    [
        *(row for row in OFFERS if not row[0].endswith("READ")),
        ("aliorder import _ali", {"_aliorder"}),
        ("aliorder import a.json _ali", {"_aliorder"}),
        ("aliorder backup _ali", {"_aliorder"}),
        ("aliorder restore --yes _ali", {"_aliorder"}),
        ("aliorder import --format i", set()),
        ("aliorder export --format si", set()),
        ("aliorder import --format=mb", {"mbox"}),
        ("aliorder export --format=c", {"csv"}),
        ("aliorder import --column=plac", {"placed="}),
        ("aliorder advise --event paid=", {"today", "yesterday", "now", "unknown"}),
        ("aliorder advise --event paid=y", {"yesterday"}),
        ("aliorder advise --event=paid=y", {"yesterday"}),
        ("aliorder advise --event=disp", {f"{kind}=" for kind in EVENT_KINDS if kind.startswith("disp")}),
        ("aliorder advise --why=dup", {"duplicate"}),
        ("aliorder advise --event paid=2026-11-20T10:00 --why dup", {"duplicate"}),
    ],
)
def test_bash_offers_what_fits(line: str, offered: set[str]) -> None:
    assert set(in_bash(line)) == offered


@pytest.mark.parametrize("line, offered", [("paid=y", {"paid=yesterday"}), ("=paid=y", {"--event=paid=yesterday"})])
def test_fish_offers_a_day_after_the_kind_of_an_event(line: str, offered: set[str]) -> None:
    assert set(in_fish(f"aliorder advise --event{line if line.startswith('=') else f' {line}'}")) == offered


FACTS = (
    ("aliorder adv", "> aliorder advise"),
    ("--event pai", "> aliorder advise --event paid="),
    ("yes", "> aliorder advise --event paid=yesterday"),
    ("--why=dup", "> aliorder advise --event paid=yesterday --why=duplicate"),
    ("--no-k", "> aliorder advise --event paid=yesterday --why=duplicate --no-keep"),
)
GROUP = (
    ("aliorder pol", "> aliorder policy"),
    ("sh", "> aliorder policy show"),
    ("--js", "> aliorder policy show --json"),
    ("payp", "> aliorder policy show --json paypal"),
)
IMPORT = (
    ("aliorder imp", "> aliorder import"),
    ("--format mb", "> aliorder import --format mbox"),
    ("--column plac", "> aliorder import --format mbox --column placed="),
    ("Date --seen yes", "> aliorder import --format mbox --column placed=Date --seen yesterday"),
)
EXPORT = (
    ("aliorder export --format i", "> aliorder export --format ics"),
    ("--action chase", "> aliorder export --format ics --action chase-refund"),
)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("name", QUIET)
@pytest.mark.parametrize("steps", [FACTS, GROUP, IMPORT, EXPORT], ids=["facts", "group", "import", "export"])
def test_what_is_typed_is_completed_by_the_tab_key(name: str, steps: Sequence[tuple[str, str]]) -> None:
    from tests.terminal import ENTER, TAB, Terminal  # noqa: PLC0415 - not to be had on Windows

    with Terminal(shell(name), *QUIET[name], columns=120) as terminal:
        terminal.press(PREPARE[name], ENTER)
        terminal.wait_until(lambda: terminal.text() == ">")
        for typed, line in steps:
            terminal.press(typed, TAB)
            terminal.end_with(line)
