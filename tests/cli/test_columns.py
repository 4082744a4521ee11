"""`--columns`: the fields of the JSON that a script asks for, a cell each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aliorder.cli.columns import DUE, LIST, REFUNDS
from tests.cli.given import CABLE, LAMP, SOCKS, ran

COMMANDS = {"list": ("orders", LIST), "due": ("due", DUE), "refunds": ("refunds", REFUNDS)}
"""The commands that take columns, where their JSON has its entries, and the columns that there are."""


@pytest.mark.parametrize(
    "line, rows",
    [
        (
            "list --open --columns order,stage,total,next_deadline,title",
            [
                f"{LAMP}\tshipped\t\t2026-11-24T23:59:59-08:00\tLamp",
                f"{CABLE}\tawaiting-shipment\t12.34 USD\t2026-11-27T23:59:59-08:00\tUSB cable",
                f"{SOCKS}\trefunding\t7.00 EUR\t\tSocks",
                "8199000000005555\t\t\t\tBook",
            ],
        ),
        (
            f"list --stage awaiting-shipment --columns {','.join(LIST)}",
            [
                f"{CABLE}\tcable\tUSB cable\tCable Shop\t12.34 USD\tawaiting-shipment\trequest-approval\t2026-11-18\t"
                "2026-11-27T23:59:59-08:00\t2026-11-27T23:59:59-08:00\tship-by\tseller has to ship\ttrue\t6"
            ],
        ),
        ("refunds --columns order,refund.amount,overdue", [f"{SOCKS}\t7.00 EUR\ttrue"]),
        ("refunds --columns refund.amount.amount,refund.amount.currency", ["7.00\tEUR"]),
        ("refunds --columns refund.amounts.rest.amount", ["7.00"]),
        ("list --stage shipped --columns total.amount,total.currency,order", [f"\t\t{LAMP}"]),
        ("list --stage refunding --columns total.amount,total.currency", ["7.00\tEUR"]),
    ],
)
def test_a_pipe_gets_the_cells_in_the_order_asked_for(line: str, rows: list[str], kept: Path) -> None:
    done = ran(*line.split())
    assert done.code == 0
    assert done.out.splitlines() == rows


@pytest.mark.parametrize("command", COMMANDS)
def test_the_rows_and_the_cells_are_those_of_the_json(command: str, kept: Path) -> None:
    name, columns = COMMANDS[command]
    document = ran(command, "--json").document
    done = ran(command, "--columns", ",".join(columns))
    assert [row.split("\t") for row in done.out.splitlines()] == [
        [cell(entry, column) for column in columns] for entry in document[name]
    ]
    assert done.err == ran(command).err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_field_that_fits_a_cell_is_a_column_and_help_names_it(command: str, kept: Path) -> None:
    name, columns = COMMANDS[command]
    entry = next(entry for entry in ran(command, "--json").document[name] if entry.get("next_deadline", True))
    assert set(columns) == {*fields(entry), *(("next_deadline",) if command == "list" else ())}
    page = " ".join(ran(command, "--help").out.split())
    assert f"Columns: {', '.join(columns)}." in page


def test_a_terminal_gets_a_table_below_the_names(kept: Path) -> None:
    done = ran("--color", "never", "list", "--open", "--columns", "stage,order", terminal=True)
    head, *rows = done.out.splitlines()
    assert head.split() == ["stage", "order"]
    assert f"awaiting-shipment  {CABLE}" in [row.rstrip() for row in rows]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("color", [[], ["--color", "always"]])
def test_whatever_is_typed_about_colour_a_pipe_gets_bare_lines(command: str, color: list[str], kept: Path) -> None:
    done = ran(*color, command, "--columns", "order,title")
    assert done.out
    assert [len(row.split("\t")) for row in done.out.splitlines()] == [2] * len(done.out.splitlines())
    assert done == ran(command, "--columns", "order,title")


def test_a_column_may_come_twice_and_blanks_and_capitals_do_not_matter(kept: Path) -> None:
    assert ran("list", "--stage", "shipped", "--columns", "Order, order").out == f"{LAMP}\t{LAMP}\n"


def test_nothing_is_cut_in_a_pipe_and_no_title_breaks_a_row() -> None:
    title = "x" * 300 + "\t\x1b[31m\n" + "y" * 300
    assert ran("add", "8150000000000001", f"--title={title}").code == 0
    assert ran("list", "--columns", "title,order").out == f"{'x' * 300} [31m {'y' * 300}\t8150000000000001\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_without_rows_nothing_is_printed(command: str) -> None:
    for terminal in (False, True):
        done = ran(command, "--columns", "order", terminal=terminal)
        assert (done.code, done.out) == (0, "")
        assert done.err == ran(command, terminal=terminal).err
        assert ran("-q", command, "--columns", "order", terminal=terminal) == (0, "", "")


@pytest.mark.parametrize(
    "line, error, hint",
    [
        ("list --columns titel", "'titel' is not a known column", "did you mean title"),
        ("list --columns deadline", "'deadline' is not a known column", "did you mean next_deadline"),
        ("due --columns days-left", "'days-left' is not a known column", "did you mean days_left"),
        ("refunds --columns latest", "'latest' is not a known column", "did you mean refund.latest?"),
        ("due --columns zzz", "'zzz' is not a known column", "known: order, title, id, "),
        ("list --columns=", "--columns takes names with a comma between them", "known: order, alias, "),
        ("due --columns total.amount", "'total.amount' is not a known column", ""),
        ("list --columns order,", "--columns takes names with a comma between them", "known: order, alias, "),
        ("list --columns order --json", "--columns and --json are two forms of one answer", "give one of them"),
        ("due --columns order --json", "--columns and --json are two forms of one answer", "give one of them"),
        ("due --ics - --columns order", "--ics and --columns are two forms of one answer", "give one of them"),
        ("due --ics - --json", "--ics and --json are two forms of one answer", "give one of them"),
        ("refunds --columns order --json", "--columns and --json are two forms of one answer", "give one of them"),
    ],
)
def test_what_cannot_be_meant_is_refused(line: str, error: str, hint: str) -> None:
    done = ran(*line.split())
    assert (done.code, done.out) == (2, "")
    assert re.fullmatch(rf"error: {re.escape(error)}\nhint: {re.escape(hint)}.*\n", done.err)


def test_names_with_blanks_between_them_are_shown_with_commas() -> None:
    error = "error: --columns takes names with a comma between them\nhint: put commas between them: order,stage\n"
    assert ran("list", "--columns", "order stage") == (2, "", error)


def cell(entry: Any, column: str) -> str:
    for name in column.split("."):
        entry = entry and entry[name]
    if isinstance(entry, dict):
        return str(entry["at"]) if "at" in entry else f"{entry['amount']} {entry['currency']}"
    return "" if entry is None else str(entry).lower() if isinstance(entry, bool) else str(entry)


def fields(entry: dict[str, Any], above: str = "") -> Iterator[str]:
    """The fields of a document that are a single value, those within others too; money is one value."""
    for name, value in entry.items():
        if isinstance(value, dict) and "currency" not in value:
            yield from fields(value, f"{above}{name}.")
        elif not isinstance(value, list):
            yield f"{above}{name}"
