"""What the shells are told at a press of the tab key; nothing goes wrong aloud, is waited for or is changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import NamedTuple

import platformdirs
import pytest
from platformdirs.macos import MacOS

from aliorder.complete import candidates, folders, main
from aliorder.domain.order import Event, Order, When
from aliorder.records.outlooks import Note
from aliorder.settings import config_folder, data_folder
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, note_at, posix_only, stored, tamper

LAYOUTS = Path(__file__).parent / "store" / "data"
FAR = datetime(2999, 1, 1, tzinfo=UTC)
OVER = Note(None, "closed", 0, None, '[[],"nothing",null,[],[]]')
MUG = Order(number="8190000000007777", title="Mug with a lamp", events=(Event("placed", When(day=NOW.date())),))


class Told(NamedTuple):
    """What a run of completion came to."""

    code: int
    out: bytes
    err: bytes


NOTHING = Told(0, b"", b"")


def told(*arguments: str, stdout: int = subprocess.PIPE) -> Told:
    """Completion in a process of its own; it may not take longer than a person waits."""
    command = [sys.executable, "-m", "aliorder", "__complete", *arguments]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=20
    )
    return Told(done.returncode, done.stdout or b"", done.stderr)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with four orders: of the cable something is due, the socks are over, of the mug nobody has asked."""
    folder = stored(tmp_path / "home", [CABLE, SOCKS, LAMP])
    with OrderStore.open(folder) as store:
        notes = {CABLE.number: note_at(FAR), SOCKS.number: OVER, LAMP.number: note_at(None, "unpaid")}
        assert store.note(store.noted("policy 1", NOW), {number or "": note for number, note in notes.items()})
    return stored(folder, [MUG])


def values(home: Path, word: str, name: str = "orders") -> list[str]:
    return [value for value, _ in candidates(name, str(home), word)]


def test_a_candidate_stands_on_a_line_before_what_it_is(home: Path) -> None:
    lines = [
        "8190000000007777\t2026-05-04 · Mug with a lamp",
        "8123000000002345\tShipped · 2026-04-20 · USB cable",
        "8190000000002345\tNot paid yet · Lamp",
        "3040777700001111\tClosed",
        "cable\t8123000000002345 · Shipped · 2026-04-20 · USB cable",
        "lamp\t8190000000002345 · Not paid yet · Lamp",
    ]
    assert told("orders", str(home), "") == Told(0, "".join(f"{line}\n" for line in lines).encode(), b"")


@pytest.mark.parametrize(
    "word, found",
    [
        ("8", [MUG.number, LAMP.number, CABLE.number]),
        ("8123", [CABLE.number]),
        (" 8123 ", [CABLE.number]),
        ("2345", [LAMP.number, CABLE.number]),
        ("345", [LAMP.number, CABLE.number]),
        ("45", []),
        ("9", []),
        ("cab", ["cable"]),
        ("L", ["lamp"]),
        ("usb", [CABLE.number]),
        ("mug", [MUG.number]),
        ("ug", [MUG.number]),
        ("100%", []),
        ("%", []),
        ("--", []),
        ("'; DROP TABLE orders; --", []),
        ("٣٠٤", []),
    ],
)
def test_an_order_is_found_by_what_a_person_types_of_it(home: Path, word: str, found: list[str]) -> None:
    assert values(home, word) == found


def test_an_order_whose_alias_begins_like_its_number_comes_under_both(home: Path) -> None:
    stored(home, [replace(MUG, alias="8mug")])
    assert values(home, "8") == [MUG.number, LAMP.number, CABLE.number, "8mug"]


def test_where_only_open_orders_are_wanted_those_over_are_not_told(home: Path) -> None:
    assert values(home, "", "open-orders") == [MUG.number, CABLE.number, LAMP.number, "cable", "lamp"]
    assert values(home, "304", "open-orders") == []
    assert values(home, "304") == [SOCKS.number]


@pytest.mark.parametrize(
    "title, shown",
    [
        ("red\x1b[31m lamp", "red [31m lamp"),
        ("two\nlines\r\n", "two lines"),
        ("a\tb", "a b"),
        ("\u202egnp.exe\u2066 \u200f", "gnp.exe"),
        ("ends\0here", "ends"),
        ("line\u2028separator\x85", "line separator"),
        ("x" * 61, f"{'x' * 59}…"),
        ("x" * 60, "x" * 60),
        ("Кабель 🧵", "Кабель 🧵"),
        ("\x1b\n", ""),
        ("", ""),
    ],
)
def test_a_title_stands_on_one_clean_line(tmp_path: Path, title: str, shown: str) -> None:
    stored(tmp_path, [Order(number="8123", title=title)])
    assert told("orders", str(tmp_path), "8") == Told(0, f"8123\t{shown}\n".encode(), b"")


def test_what_cannot_be_in_a_store_of_ours_is_on_one_clean_line_or_not_at_all(home: Path) -> None:
    tamper(
        home,
        "UPDATE orders SET number = '81' || char(10, 27, 9) || '23' WHERE number LIKE '3%'",
        "UPDATE orders SET title = CAST(x'ff0a' AS TEXT) WHERE alias = 'lamp'",
        "UPDATE wakes SET stage = 'odd' || char(10)",
    )
    code, out, err = told("orders", str(home), "")
    assert (code, err, out.count(b"\n"), out.count(b"\t"), b"\x1b" in out) == (0, b"", 6, 6, False)


COLUMNS = [
    *("orders.number", "orders.alias", "orders.title"),
    *("wakes.wake", "wakes.stage", "wakes.is_open", "wakes.holds_until"),
    *("events.on_day", "events.at"),
]


@pytest.mark.parametrize("value", ["x'ff00'", "5", "1e300", "''", "printf('%.*c', 1000000, 'x')"])
@pytest.mark.parametrize(
    "column",
    COLUMNS,
)
def test_whatever_a_column_holds_nothing_goes_wrong_aloud(
    tmp_path: Path, column: str, value: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    table, _, name = column.partition(".")
    tamper(stored(tmp_path, [replace(CABLE, events=CABLE.events[:1])]), f"UPDATE {table} SET {name} = {value}")
    for word in ("", "8", "345", "cab", "usb", "ä"):
        main(["orders", str(tmp_path), word])
        main(["open-orders", str(tmp_path), word])
    out, err = capsysbinary.readouterr()
    assert (err, out.count(b"\n")) == (b"", out.count(b"\t"))


FOREIGN = ("CREATE TABLE orders (number)", "INSERT INTO orders VALUES ('8123')")


def damaged(folder: Path) -> None:
    """A store that ends in the midst of it."""
    path = stored(folder, [CABLE]) / "orders.db"
    path.write_bytes(path.read_bytes()[:9000] + b"\xff" * 9000)


def older(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "orders.db")) as connection:
        connection.executescript((LAYOUTS / "version-3.sql").read_text(encoding="utf-8"))


def loop(folder: Path) -> None:
    (folder / "orders.db").symlink_to("orders.db")


def fifo(folder: Path) -> None:
    os.mkfifo(folder / "orders.db")


def hostile(statement: str) -> Callable[[Path], None]:
    return lambda folder: tamper(stored(folder, [CABLE]), statement)


PLACES = [
    ("an empty folder", Path.resolve),
    ("no folder", lambda folder: folder.rmdir()),
    ("a file in place of the folder", lambda folder: (folder.rmdir(), folder.write_bytes(b"x"))),
    ("a folder in place of the store", lambda folder: (folder / "orders.db").mkdir()),
    ("an empty file", lambda folder: (folder / "orders.db").touch()),
    ("no store at all", lambda folder: (folder / "orders.db").write_bytes(b"8123\n" * 1000)),
    ("half a header", lambda folder: (folder / "orders.db").write_bytes(b"SQLite format 3\0")),
    ("a damaged store", damaged),
    ("a store of an older layout", older),
    ("a store of a newer layout", hostile("PRAGMA user_version = 99")),
    ("the store of another program", lambda folder: tamper(folder, *FOREIGN)),
    ("a store without orders", lambda folder: stored(folder, [])),
    ("no table of wakes", hostile("DROP TABLE wakes")),
    pytest.param("a link to itself", loop, marks=posix_only),
    pytest.param("a FIFO", fifo, marks=posix_only),
]


def snapshot(folder: Path) -> list[tuple[str, int, int]]:
    """Every path, with when it was changed and what it is."""
    paths = [folder, *sorted(folder.rglob("*"))] if folder.exists() else []
    return [(str(path), path.lstat().st_mtime_ns, path.lstat().st_mode) for path in paths]


@pytest.mark.parametrize("name, make", PLACES)
def test_where_nothing_can_be_told_nothing_is_said_and_nothing_changed(
    tmp_path: Path, name: str, make: Callable[[Path], object]
) -> None:
    folder = tmp_path / "home"
    folder.mkdir()
    make(folder)
    before = snapshot(tmp_path)
    for word in ("", "usb"):
        assert told("orders", str(folder), word) == NOTHING, name
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("orders",),
        ("orders", "HOME"),
        ("orders", "HOME", "", ""),
        ("nothing", "HOME", ""),
        ("", "", ""),
        ("orders", "HOME\udcff", ""),
        ("orders", "HOME", "\udcff\udc80"),
        ("orders", "HOME", "x" * 100_000),
        ("orders", "HOME", "9" * 100_000),
        ("--help",),
    ],
)
def test_whatever_is_asked_it_is_not_an_error(home: Path, arguments: tuple[str, ...]) -> None:
    assert told(*(each.replace("HOME", str(home)) for each in arguments)) == NOTHING


def test_looking_changes_nothing(home: Path) -> None:
    before = snapshot(home)
    assert told("orders", str(home), "8").out.count(b"\n") == 3
    assert snapshot(home) == before


def test_the_store_is_looked_at_while_another_program_writes(home: Path) -> None:
    with closing(sqlite3.connect(home / "orders.db", isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("UPDATE orders SET title = 'changed'")
        before, start = snapshot(home), time.monotonic()
        code, out, err = told("orders", str(home), "8")
        assert (code, out.count(b"\n"), err, snapshot(home)) == (0, 3, b"", before)
        assert time.monotonic() - start < 4  # a connection that waits does so for five seconds


@posix_only
def test_nobody_may_be_listening(home: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert told("orders", str(home), "", stdout=writer) == NOTHING
    finally:
        os.close(writer)


@posix_only
def test_the_output_may_be_closed(home: Path) -> None:
    line = f'exec "{sys.executable}" -m aliorder __complete orders "$1" "" >&-'
    done = subprocess.run(["/bin/sh", "-c", line, "sh", str(home)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@posix_only
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_the_disk_may_be_full(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        assert told("orders", str(home), "", stdout=full.fileno()) == NOTHING


@pytest.mark.parametrize("encoding", ["ascii", "utf-16", "latin-1"])
def test_candidates_are_in_utf_8_whatever_the_terminal_is_said_to_read(
    tmp_path: Path, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "Кабель"
    stored(tmp_path, [Order(number="8123", title=title)])
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    assert told("orders", str(tmp_path), "") == Told(0, f"8123\t{title}\n".encode(), b"")


def test_backups_come_newest_first_and_maps_by_name(tmp_path: Path) -> None:
    backups, columns = tmp_path / "backups", tmp_path / "columns"
    for name in ("orders-2026-11-20.db", "orders-2026-11-21.db", "other.db", ".hidden", "bad\nname.db"):
        backups.mkdir(exist_ok=True)
        (backups / name).touch()
    for name in ("shop.toml", "bank.toml", "notes.txt", ".toml", ".hidden.toml", "tab\t.toml"):
        columns.mkdir(exist_ok=True)
        (columns / name).touch()
    assert values(tmp_path, "", "backups") == ["other.db", "orders-2026-11-21.db", "orders-2026-11-20.db"]
    assert values(tmp_path, "or", "backups") == ["orders-2026-11-21.db", "orders-2026-11-20.db"]
    assert values(tmp_path, "", "maps") == ["bank", "shop"]
    assert values(tmp_path, "s", "maps") == ["shop"]
    assert told("maps", str(tmp_path), "b") == Told(0, b"bank\t\n", b"")


@pytest.mark.parametrize("name", ["backups", "maps"])
def test_without_backups_or_maps_there_is_nothing_to_tell(tmp_path: Path, name: str) -> None:
    assert told(name, str(tmp_path), "") == NOTHING
    assert told(name, str(tmp_path / "none"), "") == NOTHING
    assert list(tmp_path.iterdir()) == []


XDG = (None, "", "/data", "/data/", "/with space/ä", "relative/data", "~/data")
CHOSEN = (None, "", "/chosen", "~/chosen", "chosen/here")


@contextmanager
def environment(**variables: str | None) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            if value is None:
                patch.delenv(name, raising=False)
            else:
                patch.setenv(name, value)
        yield


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such variables")
@pytest.mark.parametrize("home", ["", "/from/option", "~/option", "option/here"])
def test_the_folders_are_those_of_every_other_command(home: str) -> None:
    for chosen, data, config in product(CHOSEN, XDG, XDG):
        with environment(ALIORDER_HOME=chosen, XDG_DATA_HOME=data, XDG_CONFIG_HOME=config):
            ours = folders(home, os.environ, sys.platform)
            theirs = data_folder(home, os.environ), config_folder(home, os.environ)
        for own, their in zip(ours, theirs, strict=True):
            # Below a relative XDG folder, which the rules forbid, some versions of platformdirs look and others do not.
            assert Path(own) == their or not (home or chosen or their.is_absolute())


@pytest.mark.parametrize("data, config", list(product((None, "", "/data"), repeat=2)))
def test_on_a_mac_they_are_those_that_apple_names(data: str | None, config: str | None) -> None:
    apple = MacOS("aliorder", appauthor=False)
    with environment(ALIORDER_HOME=None, XDG_DATA_HOME=data, XDG_CONFIG_HOME=config):
        ours = folders("", os.environ, "darwin")
        if tuple(map(int, platformdirs.__version__.split(".")[:2])) >= (4, 9) or not (data or config):
            assert ours == (apple.user_data_dir, apple.user_config_dir)


def test_on_windows_both_are_the_local_one() -> None:
    local = "C:/Users/ann/AppData/Local"
    found = folders("", {"LOCALAPPDATA": local, "XDG_DATA_HOME": "/data"}, "win32")
    assert [Path(folder) for folder in found] == [Path(local, "aliorder")] * 2


def test_the_home_that_was_typed_comes_before_that_of_the_environment(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALIORDER_HOME", str(home))
    assert told("orders", "", "3040").out == b"3040777700001111\tClosed\n"
    assert told("orders", str(home / "other"), "3040") == NOTHING


OURS = {
    "aliorder",
    "aliorder.__main__",
    "aliorder.complete",
    "aliorder.store",
    "aliorder.store.glance",
    "aliorder.store.migrations",
    "aliorder.words",
    "aliorder.words.stages",
}
SLOW = {"typing", "pathlib", "json", "re", "dataclasses", "enum", "inspect", "importlib.resources", "zoneinfo"}


def loaded(program: str) -> set[str]:
    """Every module that Python loads for the program."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", program], capture_output=True, text=True, check=True
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert done.stderr.splitlines() == lines
    return {line.rpartition("|")[2].strip() for line in lines[1:]}


def loaded_by(*arguments: str) -> set[str]:
    """Every module that a run of aliorder loads besides those of the interpreter."""
    start = f"import sys; sys.argv[1:] = {list(arguments)}; from aliorder.__main__ import main; sys.exit(main())"
    return loaded(start) - loaded("pass")


@pytest.mark.parametrize("word", ["", "8", "usb", "кабель"])
@pytest.mark.parametrize("name", ["orders", "open-orders", "backups", "maps"])
def test_completion_loads_little_of_ours_and_nothing_of_others(home: Path, name: str, word: str) -> None:
    found = loaded_by("__complete", name, str(home), word)
    ours = {module for module in found if module.partition(".")[0] == "aliorder"}
    assert ours == OURS
    assert {module for module in found - ours if module.partition(".")[0] not in sys.stdlib_module_names} == set()
    assert found & SLOW == set()


def test_the_version_is_told_without_loading_anything() -> None:
    found = loaded_by("--version")
    assert found - {"gc", "__future__"} == {"aliorder", "aliorder.__main__"}


def test_a_note_that_no_longer_holds_tells_no_stage(tmp_path: Path) -> None:
    stored(tmp_path, [LAMP, CABLE])
    hour = int(time.time()) + 3600 * 24
    notes = {
        LAMP.number or "": OVER._replace(wake=hour - 3600 * 48, holds_until=hour - 3600 * 48),
        CABLE.number or "": OVER._replace(wake=hour, holds_until=hour),
    }
    with OrderStore.open(tmp_path) as store:
        assert store.note(store.noted("policy 1", NOW + timedelta(days=1)), notes)
    assert list(candidates("orders", str(tmp_path), "8")) == [
        (LAMP.number, "Lamp"),
        (CABLE.number, "Closed · 2026-04-20 · USB cable"),
    ]
    assert values(tmp_path, "8", "open-orders") == [LAMP.number]


def test_what_was_found_out_for_a_later_day_is_not_believed_today(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    with OrderStore.open(tmp_path) as store:
        later = datetime.now(UTC) + timedelta(days=30)
        assert store.note(store.noted("policy 1", later), {CABLE.number or "": OVER})
    assert values(tmp_path, "8", "open-orders") == [CABLE.number]
    assert list(candidates("orders", str(tmp_path), "8")) == [(CABLE.number, "2026-04-20 · USB cable")]


@pytest.mark.parametrize("count", [50, 2_500])
def test_open_orders_are_found_among_those_that_are_over(tmp_path: Path, count: int) -> None:
    many = [Order(number=str(8_000_000_000_000_000 + place), title=f"no. {place}") for place in range(count)]
    stored(tmp_path, [*many, CABLE])
    with OrderStore.open(tmp_path) as store:
        assert store.note(store.noted("policy 1", NOW), dict.fromkeys([each.number or "" for each in many], OVER))
    assert values(tmp_path, "", "open-orders") == [CABLE.number, "cable"]
    assert values(tmp_path, "812", "open-orders") == [CABLE.number]
    assert values(tmp_path, "8000", "open-orders") == []
    assert values(tmp_path, "usb", "open-orders") == [CABLE.number]


def test_a_damaged_row_keeps_no_other_from_being_offered(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE, LAMP])
    with closing(sqlite3.connect(tmp_path / "orders.db")) as store:
        store.execute("UPDATE orders SET title = x'ff00', alias = NULL WHERE number = ?", (CABLE.number,))
        store.execute("UPDATE wakes SET stage = x'ff', outlook = x'ff'")
        store.commit()
    assert CABLE.number in values(tmp_path, "8")
    assert LAMP.number in values(tmp_path, "8")
