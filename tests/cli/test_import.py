"""Orders taken in from files: what is new, what is the same, what is refused, and that one undo takes it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.given import Ran, ran, store_file
from tests.importers.given import DATA, as_file, one_order, order_key

LIST = str(DATA / "order-list.json")
NUMBERS = ["3039000000000100", "3039000000000200", "3039000000000300", "3039000000000400"]


def numbers() -> list[str]:
    return sorted(order["order"] for order in ran("list", "--json").document["orders"])


def written(folder: Path, **changes: object) -> str:
    """A list with one order, number 3039000000000300, in a file."""
    path = folder / "bent.json"
    path.write_bytes(as_file(one_order(**changes)).content)
    return str(path)


def test_orders_are_new_once_and_the_same_after() -> None:
    first, second = ran("import", LIST), ran("import", LIST)
    assert (first.code, first.out) == (0, "4 new, 0 changed, 0 the same, 0 refused\n")
    assert (second.code, second.out) == (0, "0 new, 0 changed, 4 the same, 0 refused\n")
    assert first.err.splitlines()[-1] == (
        "1 order needs attention. First: 3039000000000200 (Cable tray): Open a dispute: refund only. "
        "All: aliorder advise --all"
    )
    assert numbers() == NUMBERS


def test_several_files_are_one_import() -> None:
    done = ran("import", LIST, str(DATA / "order-detail.json"), "--json")
    assert done.document | {"refused": []} == {
        "schema": "aliorder.import/1",
        "files": 2,
        "new": 4,
        "changed": 0,
        "same": 0,
        "refused": [],
        "remarks": [f"{LIST}: more orders exist than this page lists; save the further pages too"],
        "raw": 0,
        "changes": None,
    }
    assert ran("undo").err.startswith("Taken back: import ")
    assert numbers() == []


def test_a_file_comes_from_standard_input() -> None:
    done = ran("import", "-", stdin=Path(LIST).read_bytes())
    assert (done.code, done.out) == (0, "4 new, 0 changed, 0 the same, 0 refused\n")


def test_a_dry_run_changes_nothing() -> None:
    done = ran("import", "--dry-run", LIST)
    assert done.code == 0
    assert done.out.splitlines()[-1] == "4 would be new, 0 would change, 0 the same, 0 refused"
    assert not store_file().exists()


def test_what_the_buyer_noted_stays() -> None:
    assert ran("import", LIST).code == 0
    noted = ("--alias", "lamp", "--note", "mine", "--why", "not-needed")
    assert ran("edit", "3039000000000300", *noted).code == 0
    before = ran("show", "lamp", "--json")
    assert ran("import", LIST).out == "0 new, 0 changed, 4 the same, 0 refused\n"
    assert ran("show", "lamp", "--json") == before


def test_a_value_that_could_be_misread_is_refused_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = written(tmp_path, orderDateText="03/04/2026")
    done = ran("import", path)
    place = f"{order_key('3039000000000300')}.fields.orderDateText"
    assert (done.code, done.out) == (4, "1 new, 0 changed, 0 the same, 1 refused\n")
    assert done.err.splitlines()[0] == (
        f"error: {path}, {place}: '03/04/2026' cannot be read as a date without guessing (known: Jul 15, 2026)"
    )
    assert numbers() == ["3039000000000300"]


def test_what_is_refused_stands_in_the_document_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, orderDateText="03/04/2026")
    done = ran("import", path, "absent.json", "--json")
    assert done.code == 4
    assert done.document == {
        "schema": "aliorder.import/1",
        "files": 2,
        "new": 1,
        "changed": 0,
        "same": 0,
        "refused": [
            {
                "file": path,
                "line": None,
                "field": f"{order_key('3039000000000300')}.fields.orderDateText",
                "why": "'03/04/2026' cannot be read as a date without guessing (known: Jul 15, 2026)",
            },
            {"file": "absent.json", "line": None, "field": None, "why": "there is no such file"},
        ],
        "remarks": [],
        "raw": 0,
        "changes": None,
    }
    assert done.err.count("error: ") == 2


@pytest.mark.parametrize(
    "content, why, hint",
    [
        (b"", "the file is empty", None),
        (b"PK\x03\x04", "this is not a file that aliorder knows", "it reads: "),
        (json.dumps({"orders": []}).encode(), "this is not a file that aliorder knows", "it reads: "),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_whole(
    content: bytes, why: str, hint: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "odd"
    path.write_bytes(content)
    done = ran("import", str(path))
    lines = done.err.splitlines()
    assert (done.code, done.out) == (4, "0 new, 0 changed, 0 the same, 1 refused\n")
    assert lines[0] == f"error: {path}: {why}"
    assert hint is None or lines[1].startswith(f"hint: {hint}")
    assert not store_file().exists()


def test_a_file_that_is_absent_is_refused() -> None:
    done = ran("import", "absent.json")
    refused = "0 new, 0 changed, 0 the same, 1 refused\n"
    assert done == Ran(4, refused, "error: absent.json: there is no such file\n")


def test_a_page_saved_while_signed_out_says_what_to_do() -> None:
    done = ran("import", str(DATA / "order-list.signed-out.json"))
    assert done.code == 4
    assert done.err.splitlines()[0].endswith("the capture holds no orders: you were signed out when it was saved")
    assert done.err.splitlines()[1] == "hint: sign in, open My Orders and save it again"
