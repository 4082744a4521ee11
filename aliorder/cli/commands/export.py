"""`aliorder export`: what is kept, in a form that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Annotated, Literal, get_args

import typer

from aliorder.cli.destination import STDOUT, not_written, write_document, write_pieces
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.wanted import (
    ActionOption,
    DueWithinOption,
    OpenOption,
    StageOption,
    Wanted,
    chosen,
    wanted_of,
)
from aliorder.cli.watching import dues_until
from aliorder.domain.agenda import Due, agenda
from aliorder.domain.order import Order
from aliorder.domain.typed import one_of
from aliorder.errors import UsageError
from aliorder.store.database import FILE_NAME

Format = Literal["json", "csv", "ics"]
FORMATS: tuple[Format, ...] = get_args(Format)


def run(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="[FILE]", help="The file to write; - is standard output.")] = STDOUT,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="json|csv|ics", help="The format, where the name of FILE does not tell it."),
    ] = None,
    stage: StageOption = None,
    action: ActionOption = None,
    only_open: OpenOption = False,
    due_within: DueWithinOption = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="CSV for programs: every text as it is, open to what a spreadsheet makes of it."),
    ] = False,
) -> None:
    """Write the kept orders to a file: json, csv or ics.

    json holds everything, csv is for a spreadsheet, ics puts the deadlines into a calendar. What `export` writes as
    json, `import` reads back without loss, here or on another computer.

    In csv each item has a row; texts that a spreadsheet would change or obey begin with an apostrophe. A calendar can
    take in its file again whenever something has changed: the entries of the last time are updated, none is doubled.

    \b
    Examples:
      aliorder export orders.json
      aliorder export --open open.csv
      aliorder export deadlines.ics
      aliorder export --format csv --plain | head -1
    """
    session: Session = ctx.obj
    chosen_form = format_of(form, target)
    if plain and chosen_form != "csv":
        raise UsageError("--plain is for csv only", "aliorder export --format csv --plain")
    if is_store(target, session):
        raise not_written(target, "it is the very file in which the orders are kept", "name another file")
    wanted = wanted_of(stage, action, only_open, due_within)
    if chosen_form == "ics":
        export_calendar(dues_of(wanted, session), session, target)
    else:
        export_orders(wanted, session, target, writer_of(chosen_form, session, plain=plain))


def is_store(target: str, session: Session) -> bool:
    """Whether it is the file that keeps the orders, under whatever name."""
    try:
        return target != STDOUT and Path(target).samefile(session.folder / FILE_NAME)
    except (OSError, ValueError):
        return False


def format_of(typed: str | None, target: str) -> Format:
    """The format that was typed, else the one that the name of the file ends in; `UsageError` where neither tells."""
    if typed is not None:
        return one_of(typed, FORMATS, "format")
    ending = PurePath(target).suffix.removeprefix(".").casefold()
    for known in FORMATS:
        if known == ending:
            return known
    raise UsageError(
        "--format is needed: json, csv or ics", "aliorder export --format json, or: aliorder export orders.json"
    )


def writer_of(
    form: Literal["json", "csv"], session: Session, *, plain: bool
) -> Callable[[Iterable[Order]], Iterator[str]]:
    """What makes a text of the orders, piece by piece."""
    if form == "csv":
        from aliorder.exporters.orders_csv import csv_pieces  # noqa: PLC0415 - a calendar need not wait for it

        return lambda orders: csv_pieces(orders, plain=plain)
    from aliorder.exporters.orders_document import document_pieces  # noqa: PLC0415 - as above

    return lambda orders: document_pieces(orders, session.now)


def export_orders(
    wanted: Wanted, session: Session, target: str, pieces_of: Callable[[Iterable[Order]], Iterator[str]]
) -> None:
    """Write the orders that are asked for, by number; only a few of them are in memory at a time."""
    with session.store() as store:
        orders = Counted(orders_of(store.each(), wanted, session))
        write_pieces(pieces_of(orders), target)
    tell(orders.count, "order", session, target)


def orders_of(orders: Iterable[Order], wanted: Wanted, session: Session) -> Iterable[Order]:
    """Those of the orders that are asked for; no advice is worked out where that is all of them."""
    return orders if wanted.is_all else (entry.order for entry in chosen(orders, wanted, session))


class Counted:
    """The orders once more, counted as they go by."""

    def __init__(self, orders: Iterable[Order]) -> None:
        self._orders = orders
        self.count = 0

    def __iter__(self) -> Iterator[Order]:
        for order in self._orders:
            self.count += 1
            yield order


def dues_of(wanted: Wanted, session: Session) -> Sequence[Due]:
    """The deadlines of the orders that are asked for, soonest first."""
    if wanted.is_all:
        return dues_until(session, None)
    with session.store() as store:
        return agenda(chosen(store.each(), wanted, session))


def export_calendar(dues: Sequence[Due], session: Session, target: str) -> None:
    """Write the deadlines as a calendar file, or to stdout for `-`; raises `UsageError` where that cannot be."""
    from aliorder.exporters.calendar_file import calendar_text  # noqa: PLC0415 - icalendar takes 100 ms

    write_document(calendar_text(dues, session.now), target)
    tell(len(dues), "deadline", session, target)


def tell(count: int, what: str, session: Session, target: str) -> None:
    """Say how much was written, and where to; what went to stdout speaks for itself, unless it is nothing."""
    if session.quiet or (target == STDOUT and count):
        return
    where = "" if target == STDOUT else f" written to {target}"
    say(f"{count or 'No'} {what}{'' if count == 1 else 's'}{where}")
