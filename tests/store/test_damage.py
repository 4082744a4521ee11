from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aliorder.errors import StoreError
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, PHOTO, SOCKS, all_in, stored, tamper


@pytest.mark.parametrize(
    "change, problem",
    [
        ("events SET kind = 'melted' WHERE position = 0", 'events.kind: "melted" is not known to this aliorder'),
        ("events SET on_day = '2026-02-30' WHERE position = 0", 'events.on: "2026-02-30" is not a day (YYYY-MM-DD)'),
        ("events SET on_day = 20260230 WHERE position = 0", 'events.on: "20260230" is not a day (YYYY-MM-DD)'),
        ("events SET at = 'noon' WHERE position = 1", 'events.at: "noon" is not a moment with its offset'),
        (
            "events SET on_day = '2026-04-20', at = '2026-04-20T10:00:00Z'",
            "events.on: a day and a moment are given, only one of them can hold",
        ),
        ("events SET amount = 'much', currency = 'USD'", 'events.amount: "much" is not an amount'),
        ("events SET amount = '5'", "events.amount: nothing is not text"),
        ("deadlines SET kind = 'paid'", 'deadlines.kind: "paid" is not known to this aliorder'),
        ("items SET quantity = 'many' WHERE position = 0", 'items.quantity: "many" is not a number of pieces'),
        ("items SET title = x'ff' WHERE position = 0", "items.title: binary data is not text"),
        ("evidence SET sha256 = '../../x'", 'evidence.sha256: "../../x" is not a SHA-256'),
        ("evidence SET sha256 = upper(sha256)", f'evidence.sha256: "{"A1" * 19}A…" is not a SHA-256'),
        ("evidence SET sha256 = x'a1'", "evidence.sha256: binary data is not a SHA-256"),
        ("evidence SET size = -1", 'evidence.size: "-1" is not a number of bytes'),
        ("evidence SET size = 1e300", "evidence.size: a number is not a number of bytes"),
        ("evidence SET kind = 'melted'", 'evidence.kind: "melted" is not known to this aliorder'),
        ("evidence SET supports = 'refund melted'", 'evidence.supports: "melted" is not known to this aliorder'),
        ("evidence SET supports = x'00'", "evidence.supports: binary data is not text"),
        ("evidence SET added = '2026-05-01'", 'evidence.added: "2026-05-01" is not a moment with its offset'),
        ("evidence SET name = x'ff'", "evidence.name: binary data is not text"),
        ("evidence SET on_day = 'soon'", 'evidence.on: "soon" is not a day (YYYY-MM-DD)'),
        ("events SET text = x'ff' WHERE position = 0", "events.text: binary data is not text"),
        ("notes SET text = x'ff'", "notes.text: binary data is not text"),
        ("orders SET total_amount = 'Infinity'", 'total: "Infinity" is not an amount'),
        ("orders SET total_currency = NULL", "total: nothing is not text"),
        ("orders SET parcel = 'melted'", 'parcel: "melted" is not known to this aliorder'),
        ("orders SET why = 'because'", 'why: "because" is not known to this aliorder'),
        ("orders SET coupon = x'00'", "coupon: binary data is not known to this aliorder"),
        ("orders SET keep = 2", "keep: a number is not yes, no or unknown"),
        ("orders SET status_seen = '2026-05-01'", 'site_status: "2026-05-01" is not a moment with its offset'),
        ("orders SET status_text = NULL", "site_status: nothing is not text"),
    ],
)
def test_a_damaged_order_is_reported_with_its_number_and_the_field(tmp_path: Path, change: str, problem: str) -> None:
    stored(tmp_path, [replace(CABLE, evidence=(PHOTO,))])
    tamper(tmp_path, f"UPDATE {change}")
    with OrderStore.open(tmp_path) as store:
        for read in (store.all, lambda: store.get("8123000000002345"), lambda: store.find("cable")):
            with pytest.raises(StoreError) as report:
                read()
            place = f"the store {tmp_path / 'orders.db'} is damaged: order 8123000000002345"
            assert report.value.message == f"{place}, {problem}"
            assert (
                report.value.hint
                == "bring back a backup with aliorder restore latest, or move the file away and begin anew"
            )


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE orders SET number = x'ff' WHERE alias = 'lamp'",
        "UPDATE orders SET title = CAST(x'ff' AS TEXT)",
        "DROP TABLE notes",
        "ALTER TABLE items DROP COLUMN quantity",
    ],
)
def test_other_damage_is_reported_too(tmp_path: Path, change: str) -> None:
    stored(tmp_path, [CABLE, LAMP])
    tamper(tmp_path, change)
    with pytest.raises(StoreError, match="is damaged"):
        all_in(tmp_path)


def test_an_order_whose_number_is_no_text_is_not_found_by_its_alias(tmp_path: Path) -> None:
    stored(tmp_path, [LAMP])
    tamper(tmp_path, "UPDATE orders SET number = x'ff'")
    with OrderStore.open(tmp_path) as store, pytest.raises(StoreError, match="its number is not text"):
        store.find("lamp")


def test_parts_without_an_order_are_passed_over(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    tamper(tmp_path, "INSERT INTO notes VALUES (77, 0, 'of no order'), (78, 0, x'00')")
    assert all_in(tmp_path) == (CABLE,)


def test_parts_of_an_order_that_is_gone_are_passed_over(tmp_path: Path) -> None:
    stored(tmp_path, [SOCKS, CABLE, LAMP])
    tamper(tmp_path, "UPDATE notes SET text = x'00'", "DELETE FROM orders WHERE alias = 'cable'")
    assert all_in(tmp_path) == (SOCKS, LAMP)
