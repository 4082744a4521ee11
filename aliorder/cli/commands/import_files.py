"""`aliorder import`: take in orders from files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Annotated

import typer

from aliorder.cli.attention import attention_line
from aliorder.cli.choice import FORMATS, Choice
from aliorder.cli.importing import Import, Outcome
from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.cli.sources import Asked, Finder
from aliorder.domain.dates import last_moment
from aliorder.domain.order import Order
from aliorder.domain.typed import currency, one_of
from aliorder.domain.when import read_when
from aliorder.errors import AliorderError, UsageError, shown
from aliorder.exporters.fields import Document
from aliorder.exporters.import_document import change_document, import_document
from aliorder.importers import DATE_ORDERS, DECIMAL_MARKS, Problem
from aliorder.importers.files import Inputs
from aliorder.render.fold import show_text
from aliorder.render.import_lines import change_lines, problem_lines, remark_lines
from aliorder.render.lists import show_table
from aliorder.render.table import Column
from aliorder.store.orders import OrderStore
from aliorder.store.raw import RawFolder
from aliorder.words.safe import shortened

LONGEST_NAME = 60
"""So many characters of a file's name stand in the name of the command."""

REFUSED = 4
FORMAT_COLUMNS = (Column("format"), Column("what it is", fixed=False))


def run(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="Files and folders to read; - is standard input.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be new and what would change; change nothing.")
    ] = False,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="Read the files as this (--formats lists them).")
    ] = None,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats that can be read.")] = False,
    seen: Annotated[
        str | None, typer.Option(metavar="WHEN", help="When the files were saved, where they do not say it.")
    ] = None,
    date_order: Annotated[
        str | None, typer.Option(metavar="dmy|mdy|ymd", help="How dates in figures are written.")
    ] = None,
    decimal: Annotated[str | None, typer.Option(metavar="comma|point", help="The decimal mark of amounts.")] = None,
    money: Annotated[
        str | None, typer.Option("--currency", metavar="CCC", help="The currency of amounts that name none.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding of the text, e.g. cp1252; else UTF-8.")
    ] = None,
    trust_numbers: Annotated[
        bool, typer.Option("--trust-numbers", help="Take order numbers that end in zeros as they stand.")
    ] = False,
    owner: Annotated[
        str | None, typer.Option("--order", metavar="ORDER", help="What names no order is about this one.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FACT=HEADER", help="Which column holds a fact: order, placed, status, title, total …"),
    ] = None,
    column_map: Annotated[
        str | None, typer.Option("--map", metavar="NAME", help="The name of a column map, to use or to save.")
    ] = None,
    keep_raw: Annotated[
        bool, typer.Option("--keep-raw", help="Keep the files whole, addresses and all, to read them again later.")
    ] = False,
    reparse: Annotated[bool, typer.Option("--reparse", help="Read all files again that were kept whole.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.import/1).")] = False,
) -> None:
    """Take in orders from files: the site's, mails, tables.

    What the site sends, saved pages, mails, exporters' tables, PayPal's activity, our own export: what kind of file it
    is shows in what is in it. The same file again changes nothing; your own words are never
    overwritten; `undo` takes it all back.

    \b
    Examples:
      aliorder import order-list.json order-detail.json
      aliorder import --dry-run - < order-list.json
      aliorder import sales.csv --column "order=Order No" --map sales
      aliorder import --formats
    """
    session: Session = ctx.obj
    if formats:
        show_table(FORMAT_COLUMNS, list(FORMATS.items()), session.paper)
        return
    if not files and not reparse:
        raise UsageError("import needs files to read", "e.g. aliorder import order-list.json; a folder, or - for stdin")
    if files and reparse:
        raise UsageError("--reparse takes no FILE: it reads what was kept whole", "import the files by themselves")
    asked = Asked(
        seen=moment_seen(seen, session.now) if seen is not None else None,
        date_order=one_of(date_order, DATE_ORDERS, "order of day and month") if date_order is not None else None,
        decimal=one_of(decimal, DECIMAL_MARKS, "decimal mark") if decimal is not None else None,
        currency=currency(money) if money is not None else None,
        encoding=known_encoding(encoding) if encoding is not None else None,
        trust_numbers=trust_numbers,
    )
    number = session.order(owner).number if owner is not None else None
    choice = Choice(session, form, column or [], column_map, dry_run=dry_run)
    changes: list[Document] | None = [] if dry_run and as_json else None
    on_change = partial(show_change, session.now, changes) if dry_run else None
    work = Import(session, command_words(files), number, dry_run=dry_run, again=reparse, on_change=on_change)
    with Inputs(sys.stdin.buffer) as inputs, session.store() as before:
        finder = Finder(session, asked, choice.importer_of, partial(seen_before, before))
        kept = (file for file in before.files() if file.raw)
        found = (
            finder.find_again(kept, RawFolder(session.folder), choice.importer_again)
            if reparse
            else finder.find(files or [], inputs)
        )
        outcome = work.bring_in(found.ready, keep_raw=keep_raw and not reparse)
    refused = found.refused(outcome.problems)
    if as_json:
        counts = {"files": found.looked_at, "new": outcome.new, "changed": outcome.changed, "same": outcome.same}
        print_json(import_document(counts, refused, outcome.remarks, outcome.raw, changes))
    tell([problem for problem in outcome.problems if problem not in outcome.complained], outcome, session)
    if not as_json:
        show_text([summary(outcome, len(refused), dry_run=dry_run)])
    if not (as_json or dry_run or session.quiet) and outcome.new + outcome.changed + outcome.same:
        say_what_matters(session)
    if refused:
        raise typer.Exit(REFUSED)


def show_change(now: datetime, documents: list[Document] | None, before: Order | None, after: Order) -> None:
    """Show an order that is new, or has changed; or add it to the documents."""
    if documents is None:
        show_text(change_lines(before, after, now))
    else:
        documents.append(change_document(before, after))


def moment_seen(text: str, now: datetime) -> datetime:
    """The moment that `--seen` says: a day means its end, as what the file shows can have happened on it."""
    when = read_when(text, now)
    if when.at is None and when.day is None:
        raise UsageError("--seen has to be a day or a moment", "e.g. --seen 2026-11-20")
    return min(last_moment(when, now) or now, now)


def known_encoding(text: str) -> str:
    """The name of an encoding that Python knows."""
    try:
        "".encode(text)
    except (LookupError, ValueError):
        raise UsageError(f"{shown(text)} is not an encoding", "e.g. cp1252, utf-16, gb18030 or windows-1251") from None
    return text


def seen_before(store: OrderStore, digest: str) -> datetime | None:
    """When the statuses of a file counted as seen when it was imported before."""
    known = store.file_known(digest)
    return known.seen if known is not None else None


def command_words(files: list[str] | None) -> str:
    """What `undo` calls the import."""
    if not files:
        return "import --reparse"
    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    return f"import {shortened(files[0], LONGEST_NAME)}{more}"


def summary(outcome: Outcome, refused: int, *, dry_run: bool) -> str:
    """What came of it, on one line."""
    new, changed = ("would be new", "would change") if dry_run else ("new", "changed")
    return f"{outcome.new} {new}, {outcome.changed} {changed}, {outcome.same} the same, {refused} refused"


def tell(problems: Sequence[Problem], outcome: Outcome, session: Session) -> None:
    """Say what was refused within the files, what else they said, and what was kept of them."""
    for line in problem_lines(problems):
        say(f"error: {line}")
    if session.quiet:
        return
    for line in remark_lines(outcome.remarks):
        say(f"note: {line}")
    if outcome.raw:
        files = "1 file is" if outcome.raw == 1 else f"{outcome.raw} files are"
        place = RawFolder(session.folder).path
        say(f"note: {files} kept whole in {place}, names, addresses and phones included; aliorder wipe deletes it")


def say_what_matters(session: Session) -> None:
    """The one line that matters after an import: what needs attention now."""
    with suppress(AliorderError):
        say(attention_line(session))
