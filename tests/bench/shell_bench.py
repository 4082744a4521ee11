"""What the shell feels of aliorder: python -m tests.bench.shell_bench [PAIRS].

A press of the tab key in bash and `--version` beside a bare start of Python, reading commands beside a Typer program of
two commands. As in bench.py, every figure is the median of the ratios of pairs that run in turn (21 unless named).
Wants aliorder installed beside this Python as a user would install it: not editable, and by a pip of 2025 or later. An
older one writes a start-up script that imports `re`, which alone takes half as long as Python itself.
"""

from __future__ import annotations

import gc
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.bench.bench import (
    BARE,
    FEW,
    MANY,
    NOW,
    VERY_MANY,
    Bench,
    Comparison,
    filled,
    laid_out,
    measured,
    mostly_quiet,
    orders,
)

COMPLETION = Path(__file__).resolve().parents[2] / "completions" / "aliorder.bash"
PROGRAM = Path(sys.executable).with_name("aliorder")
LISTS = (("list", "--json"), ("due", "--json"), ("show", "8123456789000001"), ("show", "8123456789000001", "--json"))

TAB = r"""
source {completion}
COMP_TYPE=9 COMP_KEY=9 COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
tab() {{
    COMP_LINE="{program} --home {home} {command} $1" COMP_POINT=${{#COMP_LINE}} COMP_CWORD=4
    COMP_WORDS=({program} --home {home} {command} "$1") COMPREPLY=()
    _aliorder {program} "$1" {command} 2>/dev/null
}}
took() {{
    local start=$EPOCHREALTIME end
    "$@" >/dev/null
    end=$EPOCHREALTIME
    printf '%s ' "$((${{end/[.,]/}} - ${{start/[.,]/}}))"
}}
tab {word}
[[ ${{#COMPREPLY[@]}} -gt 0 ]] || {{ echo "nothing was offered" >&2; exit 1; }}
for ((pair = 0; pair <= {pairs}; pair++)); do
    took tab {word}
    took {python} -c pass
    echo
done
"""
"""One bash in which the key is pressed and Python is started in turn; it prints microseconds, a pair on a line."""


def tabs(bench: Bench, home: Path, command: str, word: str, pairs: int) -> list[tuple[float, float]]:
    """How many milliseconds a press of the tab key took, and Python alone, pair by pair; the first is not counted."""
    names = {
        "completion": COMPLETION,
        "program": PROGRAM,
        "home": home,
        "command": command,
        "word": word,
        "python": sys.executable,
    }
    quoted = {name: shlex.quote(str(value)) for name, value in names.items()}
    script = bench.script("tab.bash", TAB.format(**quoted, pairs=pairs))
    done = subprocess.run(["bash", script], capture_output=True, text=True, check=True, env=bench.environment)
    _, *lines = [[int(figure) / 1000 for figure in line.split()] for line in done.stdout.splitlines()]
    return [(ours, theirs) for ours, theirs in lines]


def tab_line(name: str, times: list[tuple[float, float]], limit: float) -> str:
    """A line of the table."""
    ratio = median(ours / theirs for ours, theirs in times)
    ours, theirs = (median(side) for side in zip(*times, strict=True))
    return f"{ratio:>6.2f} {limit:>6.1f} {ours:>9.0f} {theirs:>9.0f}  {name}"


def tab_lines(bench: Bench, pairs: int) -> Iterator[str]:
    """The press of a key, by how many orders are kept and what was typed."""
    if shutil.which("bash") is None:
        yield "skipped: bash is not installed"
        return
    for count, limit in ((MANY, 2.0), (VERY_MANY, 2.5)):
        homes = {
            "nothing noted": filled(bench.folder / f"tab-{count}", orders(count)),
            "noted": filled(bench.folder / f"tab-noted-{count}", mostly_quiet(count)),
        }
        bench.aliorder(homes["noted"], "due")()
        for state, home in homes.items():
            for line in ("show 8123", "show 81234567890000", "show 00042", "show", "record", "record 8123"):
                command, _, word = line.partition(" ")
                name = f"TAB in bash after {line}, {count} orders, {state} / python -c pass"
                yield tab_line(name, tabs(bench, home, command, word, pairs), limit)


def comparisons(bench: Bench) -> Iterator[Comparison]:
    """Whole runs of the program as it is installed."""
    home = filled(bench.folder / "lists", orders(FEW))
    typer = bench.process(bench.script("bare.py", BARE), "advise")
    yield Comparison("--version / python -c pass", run(bench, "--version"), bench.process("-c", "pass"), 1.5)
    yield Comparison("--help / bare Typer", run(bench, "--help"), typer, 1.5)
    for arguments in LISTS:
        ours = run(bench, "--home", str(home), "--now", NOW.isoformat(), *arguments)
        yield Comparison(f"{' '.join(arguments)}, {FEW} orders / bare Typer", ours, typer, 1.3)


def run(bench: Bench, *arguments: str) -> Callable[[], object]:
    """A run of the installed program."""
    command = [str(PROGRAM), *arguments]
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=bench.environment)


def main() -> None:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    gc.disable()
    os.environ.pop("ALIORDER_HOME", None)
    print(f"{'ratio':>6} {'limit':>6} {'ms':>9} {'other ms':>9}  what")
    with tempfile.TemporaryDirectory() as folder:
        bench = laid_out(Path(folder))
        for comparison in comparisons(bench):
            print(measured(comparison, pairs), flush=True)
        for line in tab_lines(bench, pairs):
            print(line, flush=True)


if __name__ == "__main__":
    main()
