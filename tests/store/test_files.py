from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aliorder.domain.order import Order
from aliorder.errors import StoreError, UsageError
from aliorder.store.files import KnownFile
from aliorder.store.orders import OrderStore
from aliorder.store.reading import BATCH
from tests.store.given import CABLE, LAMP, NOW, all_in, put, stored, tamper

SEEN = datetime(2026, 5, 1, 8, tzinfo=UTC)
LIST = KnownFile("a1" * 32, "orders.csv", NOW, SEEN, "order-exporter", '{"date_order": null}', raw=False)
OTHER = KnownFile("b2" * 32, "größe \udcff.json", NOW, SEEN, "site-json", "{}", raw=True)
KEPT_OTHER = OTHER._replace(name="größe \\udcff.json")


def imported(folder: Path, *files: KnownFile, new: bool = True, at: datetime = NOW) -> None:
    """One import of these files, which brings in an order if it is `new`."""
    with OrderStore.open(folder, write=True) as store, store.transaction("import", at):
        for file in files:
            store.remember_file(file)
        if new:
            store.put_many([CABLE, LAMP])


def known(folder: Path) -> list[KnownFile]:
    with OrderStore.open(folder) as store:
        return list(store.files())


def test_a_file_is_known_once_it_was_imported(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store:
        with store.transaction("import", NOW):
            assert (store.file_known(LIST.sha256), list(store.files())) == (None, [])
            store.remember_file(LIST)
            store.remember_file(OTHER)
            assert (store.file_known(LIST.sha256), store.file_known(OTHER.sha256)) == (LIST, KEPT_OTHER)
        assert (store.file_known(LIST.sha256), store.file_known("c3" * 32)) == (LIST, None)
    assert known(tmp_path) == [LIST, KEPT_OTHER]


def test_a_file_imported_again_on_the_same_terms_is_known_as_it_first_was(tmp_path: Path) -> None:
    imported(tmp_path, LIST)
    before = (tmp_path / "orders.db").read_bytes()
    later = NOW + timedelta(days=9)
    imported(tmp_path, LIST._replace(name="copy.csv", imported_at=later, seen=later), new=False)
    assert known(tmp_path) == [LIST]
    assert (tmp_path / "orders.db").read_bytes() == before


def test_a_file_imported_again_on_other_terms_is_known_as_it_last_was(tmp_path: Path) -> None:
    other = LIST._replace(terms='{"date_order": "dmy"}')
    imported(tmp_path, LIST, OTHER)
    imported(tmp_path, other, new=False)
    assert known(tmp_path) == [KEPT_OTHER, other]


def test_content_once_kept_stays_kept(tmp_path: Path) -> None:
    whole, other = LIST._replace(raw=True), LIST._replace(terms="{}")
    for file in (LIST, whole, LIST, other):
        imported(tmp_path, file, new=False)
    assert known(tmp_path) == [other._replace(raw=True)]


def test_undoing_an_import_forgets_its_files(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE], "add")
    imported(tmp_path, LIST, OTHER)
    with OrderStore.open(tmp_path, write=True) as store:
        undone = store.undo()
    assert (undone.orders, undone.files, known(tmp_path)) == (1, (OTHER.sha256,), [])


def test_undoing_leaves_the_content_that_an_earlier_import_asked_to_keep(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store:
        for title, terms in (("Cable", "{}"), ("Lamp", "{1}")):
            with store.transaction("import", NOW):
                store.remember_file(OTHER._replace(terms=terms))
                store.put_many([Order(number="8123", title=title)])
        assert (store.undo().files, [file.terms for file in store.files()]) == ((), ["{}"])
        assert (store.undo().files, list(store.files())) == ((OTHER.sha256,), [])


def test_a_file_read_again_in_vain_goes_with_the_import_that_it_belongs_to(tmp_path: Path) -> None:
    imported(tmp_path, LIST)
    imported(tmp_path, LIST._replace(raw=True), new=False)
    with OrderStore.open(tmp_path, write=True) as store:
        assert store.undo().files == (LIST.sha256,)
    assert known(tmp_path) == []


def remember_and_fail(store: OrderStore) -> None:
    with store.transaction("import", NOW):
        store.remember_file(LIST)
        store.put(Order())


def test_an_import_that_fails_remembers_no_file(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store:
        with pytest.raises(UsageError):
            remember_and_fail(store)
        with store.transaction("import", NOW):
            assert store.file_known(LIST.sha256) is None
    assert known(tmp_path) == []


def test_a_file_stays_known_when_its_command_can_no_longer_be_undone(tmp_path: Path) -> None:
    imported(tmp_path, LIST)
    with OrderStore.open(tmp_path, write=True) as store:
        for step in range(60):
            put(store, [Order(number="8123", title=f"{step}")])
    assert known(tmp_path) == [LIST]


def test_files_come_in_batches(tmp_path: Path) -> None:
    many = [LIST._replace(sha256=f"{number:064x}") for number in range(BATCH + 1)]
    imported(tmp_path, *many, *many)
    assert known(tmp_path) == many


@pytest.mark.parametrize("change", ["seen = 'noon'", "name = x'ff'", "imported_at = '2026-05-04'"])
def test_a_damaged_file_record_is_reported(tmp_path: Path, change: str) -> None:
    imported(tmp_path, LIST)
    tamper(tmp_path, f"UPDATE files SET {change}")
    with pytest.raises(StoreError, match="is damaged: files"):
        known(tmp_path)
    assert all_in(tmp_path) == (CABLE, LAMP)
