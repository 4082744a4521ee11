"""`export` of whole orders: which, in which format, and that nothing is lost on the way out and in again."""

from __future__ import annotations

import csv
import os
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aliorder.domain.order import Order
from tests.cli.given import BOOK, CABLE, LAMP, PEN, SOCKS, flaws, ran
from tests.store.given import all_in, stored, tamper
from tests.strategies import orders

EVERY = [SOCKS, PEN, CABLE, LAMP, BOOK]
"""All kept orders by number."""


def exported(*options: str) -> list[str]:
    """The numbers of the orders in an export, which is the same in both formats."""
    document = ran("export", "--format", "json", *options).document
    assert flaws(document) == []
    numbers: list[str] = [order["order"] for order in document["orders"]]
    rows = list(csv.DictReader(StringIO(ran("export", "--format", "csv", "--plain", *options).out, newline="")))
    assert [row["order"] for row in rows] == numbers
    return numbers


def test_every_order_is_exported_by_number(kept: Path) -> None:
    assert exported() == EVERY


@pytest.mark.parametrize(
    "filters",
    [
        ("--stage", "shipped"),
        ("--stage", "closed"),
        ("--action", "wait-for-refund"),
        ("--open",),
        ("--due-within", "4d"),
        ("--open", "--due-within", "7d"),
    ],
)
def test_the_filters_are_those_of_list(filters: tuple[str, ...], kept: Path) -> None:
    listed = [order["order"] for order in ran("list", *filters, "--json").document["orders"]]
    assert exported(*filters) == sorted(listed)


def test_the_deadlines_are_those_of_the_orders_that_are_asked_for(kept: Path) -> None:
    def uids(*filters: str) -> list[str]:
        out = ran("export", "--format", "ics", *filters).out
        return sorted(line.removeprefix("UID:") for line in out.splitlines() if line.startswith("UID:"))

    assert uids("--open") == uids()
    assert uids("--stage", "shipped") == [f"{LAMP}-deliver-by@aliorder", f"{LAMP}-dispute-until@aliorder"]
    assert uids("--stage", "closed") == []


@pytest.mark.parametrize("name", ["orders.json", "orders.csv", "ORDERS.CSV"])
def test_the_name_of_the_file_tells_the_format(name: str, kept: Path, here: Path) -> None:
    form = name.rpartition(".")[2].lower()
    assert ran("export", name) == (0, "", f"5 orders written to {name}\n")
    assert (here / name).read_bytes() == ran("export", "--format", form).out.encode("utf-8")


def test_the_format_that_is_typed_beats_the_name_of_the_file(kept: Path, here: Path) -> None:
    assert ran("export", "--format", "csv", "orders.json").code == 0
    assert (here / "orders.json").read_bytes().startswith(b"\xef\xbb\xbforder,alias,")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_how_many_were_written_is_said_where_it_cannot_be_seen(form: str, kept: Path, here: Path) -> None:
    assert ran("export", "--format", form, "--stage", "shipped", "out").err == "1 order written to out\n"
    assert ran("export", "--format", form, "--stage", "closed", "out").err == "No orders written to out\n"
    assert ran("export", "--format", form, "--stage", "closed").err == "No orders\n"
    assert ran("export", "--format", form).err == ""
    assert ran("-q", "export", "--format", form, "out").err == ""


def test_without_a_store_there_is_nothing_to_export(here: Path) -> None:
    assert ran("export", "orders.json") == (0, "", "No orders written to orders.json\n")
    assert ran("import", "orders.json").code == 0


@pytest.mark.parametrize(
    "typed, err",
    [
        (("--plain", "--format", "json"), "--plain is for csv only\nhint: aliorder export --format csv --plain"),
        (
            ("--stage", "shiped", "--format", "csv"),
            "'shiped' is not a known stage\nhint: did you mean shipped or part-shipped",
        ),
        (("--due-within", "soon", "x.csv"), "--due-within takes a number of days, not 'soon'"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_written(
    typed: tuple[str, ...], err: str, here: Path
) -> None:
    done = ran("export", *typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {err}")
    assert list(here.iterdir()) == []


def test_no_advice_is_worked_out_where_every_order_is_asked_for(kept: Path) -> None:
    (kept.parent / "policy.toml").write_text("nonsense =")
    assert [ran("export", "--format", form).code for form in ("json", "csv")] == [0, 0]
    assert ran("export", "--format", "json", "--open").code != 0


def test_a_store_that_is_damaged_leaves_the_older_file_whole(kept: Path, here: Path) -> None:
    (here / "orders.json").write_text("older")
    tamper(kept.parent, f"UPDATE orders SET coupon = 'torn' WHERE number = '{BOOK}'")
    assert ran("export", "orders.json").code == 5
    assert [(path.name, path.read_text()) for path in here.iterdir()] == [("orders.json", "older")]


@pytest.mark.parametrize("name", ["orders.json", "orders.csv"])
def test_an_export_imported_elsewhere_is_new_once_and_the_same_after(name: str, kept: Path, here: Path) -> None:
    assert ran("export", name).code == 0
    first, second = (ran("--home", "elsewhere", "import", name) for _ in range(2))
    assert (first.code, second.code) == (0, 0)
    assert first.out.startswith("5 new, 0 changed, 0 the same, 0 refused")
    assert second.out.startswith("0 new, 0 changed, 5 the same, 0 refused")
    assert ran("import", name).out.startswith("0 new, 0 changed, 5 the same, 0 refused")


def with_numbers_and_aliases_apart(of: list[Order]) -> bool:
    aliases = [order.alias.casefold() for order in of if order.alias]
    return len({order.number for order in of}) == len(of) and len(set(aliases)) == len(aliases)


@settings(max_examples=25)
@given(st.lists(orders(), max_size=4).filter(with_numbers_and_aliases_apart))
def test_an_export_imported_elsewhere_is_the_very_same_store(of: list[Order]) -> None:
    with TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        file = os.fspath(Path(folder, "orders.json"))
        stored(one, of)
        assert ran("--home", os.fspath(one), "export", file).code == 0
        done = ran("--home", os.fspath(other), "import", file)
        assert (done.code, done.out.split(",")[0]) == (0, f"{len(of)} new")
        assert all_in(other) == all_in(one) == tuple(sorted(of, key=lambda order: order.number or ""))


def test_the_file_that_keeps_the_orders_is_never_written_over(tmp_path: Path) -> None:
    assert ran("add", "8190000000000001").code == 0
    store = Path(os.environ["ALIORDER_HOME"]) / "orders.db"
    link = tmp_path / "orders.json"
    link.symlink_to(store)
    for target in (store, link):
        done = ran("export", "--format", "json", str(target))
        assert (done.code, done.out) == (2, "")
        assert "it is the very file in which the orders are kept" in done.err
    assert ran("list", "--json").document["orders"][0]["order"] == "8190000000000001"
