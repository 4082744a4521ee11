"""`aliorder import`: take in orders from files."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from aliorder.cli.output import complain, print_json, say
from aliorder.cli.session import Session
from aliorder.domain.survey import survey
from aliorder.errors import AliorderError
from aliorder.importers import FileRefused, Problem, Reading
from aliorder.importers.files import open_input
from aliorder.importers.known import read_file
from aliorder.importers.merging import merge
from aliorder.render.paper import show_lines
from aliorder.store.orders import OrderStore
from aliorder.words.labels import action_line

REFUSED = 4


def run(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files to read; - is standard input.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.import/1).")] = False,
) -> None:
    """Take in orders from files saved from the site: its order list or an order's detail, as JSON.

    The same file again changes nothing; your own notes are never overwritten; `undo` takes it all back.

    \b
    Examples:
      aliorder import order-list.json order-detail.json
      aliorder import --dry-run - < order-list.json
    """
    session: Session = ctx.obj
    readings = list(read_all(files, session))
    problems = [problem for reading in readings for problem in reading.problems]
    counts = merged(readings, session, dry_run=dry_run)
    if as_json:
        names = ("new", "changed", "same")
        refused = [problem._asdict() for problem in problems]
        print_json(
            {
                "schema": "aliorder.import/1",
                "files": len(files),
                **{name: counts[name] for name in names},
                "refused": refused,
            }
        )
    else:
        show_lines([summary(counts, len(problems), dry_run=dry_run)])
    tell(readings)
    if not (as_json or dry_run or session.quiet):
        say_what_matters(session)
    if problems:
        raise typer.Exit(REFUSED)


def read_all(files: Sequence[str], session: Session) -> Iterator[Reading]:
    """What each file says; a file that is refused as a whole is a reading with one problem."""
    for path in files:
        try:
            yield read_file(open_input(path, sys.stdin.buffer), session.policy)
        except FileRefused as refusal:
            complain(refusal)
            yield Reading(problems=(refusal.problem,))


def merged(readings: Sequence[Reading], session: Session, *, dry_run: bool) -> Counter[str]:
    """How many orders are new, changed and the same; they are kept, unless it is a dry run."""
    orders = [order for reading in readings for order in reading.orders]
    if not orders:
        return Counter()
    if dry_run:
        with session.store() as store:
            return outcome(store, readings, write=False)
    with session.store(write=True) as store, store.transaction("import", session.now):
        return outcome(store, readings, write=True)


def outcome(store: OrderStore, readings: Sequence[Reading], *, write: bool) -> Counter[str]:
    """Merge every order that was read with the kept one of its number, and count what that changed."""
    before, after = {}, {}
    for reading in readings:
        for read in reading.orders:
            number = read.number or ""
            if number not in before:
                before[number] = after[number] = store.get(number)
            after[number] = merge(after[number], read)
    counts: Counter[str] = Counter()
    for number, order in after.items():
        state = "new" if before[number] is None else "same" if before[number] == order else "changed"
        counts[state] += 1
        if write and order is not None and state != "same":
            store.put(order)
    return counts


def summary(counts: Counter[str], refused: int, *, dry_run: bool) -> str:
    """What came of it, on one line."""
    new, changed = ("would be new", "would change") if dry_run else ("new", "changed")
    return f"{counts['new']} {new}, {counts['changed']} {changed}, {counts['same']} the same, {refused} refused"


def tell(readings: Sequence[Reading]) -> None:
    """Say what was refused within the files, and what else there is to know about them."""
    for reading in readings:
        for problem in reading.problems:
            if problem.field is not None:
                say(f"error: {place_of(problem)}: {problem.why}")
        for note in reading.notes:
            say(f"note: {note}")


def place_of(problem: Problem) -> str:
    """Where a problem is: file, line, field, as far as known."""
    line = f", line {problem.line}" if problem.line is not None else ""
    field = f", {problem.field}" if problem.field else ""
    return f"{problem.file}{line}{field}"


def say_what_matters(session: Session) -> None:
    """The one line that matters after an import: which order needs attention first."""
    try:
        with session.store() as store:
            found = survey(store.all(), session.policy, session.now, session.calendar_of)
            entries = [entry for entry in found if entry.is_open]
    except AliorderError:
        return
    first = next((entry for entry in entries if entry.advice), None)
    if first is not None and first.advice is not None:
        todo = action_line(first.advice.action)
        say(f"{len(entries)} open. First: {first.order.number}, {todo}. All: aliorder advise --all")
