"""`export`: what is written, where it may go, and what is said when it cannot."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream

from aliorder.cli.app import COMMANDS
from aliorder.cli.destination import write_document, write_pieces
from aliorder.errors import UsageError
from tests.cli.given import CABLE, LAMP, SOCKS, Ran, ran

if sys.platform != "win32":
    import resource

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="modes, pipes and devices are those of POSIX")
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOT_AS_ROOT = pytest.mark.skipif(ROOT, reason="root may write everywhere")


def export(target: str = "deadlines.ics") -> Ran:
    return ran("export", "--format", "ics", target)


def names(text: str) -> set[str | None]:
    return {event.uid for event in IcsCalendarStream.calendar_from_ics(text).events}


def inside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_deadlines_of_all_open_orders_are_exported(kept: Path) -> None:
    done = ran("export", "--format", "ics")
    assert (done.code, done.err) == (0, "")
    assert names(done.out) == {
        f"{order}-{deadline}@aliorder"
        for order, deadlines in {
            CABLE: ("ship-by",),
            LAMP: ("deliver-by", "dispute-until"),
            SOCKS: ("refund-latest",),
        }.items()
        for deadline in deadlines
    }


def test_a_file_holds_what_would_be_printed(kept: Path, here: Path) -> None:
    printed = ran("export", "--format", "ics", "-")
    done = export()
    assert (done.code, done.out, done.err) == (0, "", "4 deadlines written to deadlines.ics\n")
    assert (here / "deadlines.ics").read_bytes() == printed.out.encode("utf-8")
    assert inside(here) == ["deadlines.ics"]


def test_line_ends_are_those_of_the_standard_on_stdout_too(kept: Path) -> None:
    out = ran("export", "--format", "ics").out
    assert out.count("\n") == out.count("\r\n") > 0


def test_without_deadlines_the_calendar_is_empty_and_that_is_said(here: Path) -> None:
    assert export() == (0, "", "No deadlines written to deadlines.ics\n")
    done = export("-")
    assert (done.code, names(done.out), done.err) == (0, set(), "No deadlines\n")
    assert ran("-q", "export", "--format", "ics", "deadlines.ics").err == ""


NEEDED = (
    "error: --format is needed: json, csv or ics\n"
    "hint: aliorder export --format json, or: aliorder export orders.json\n"
)


@pytest.mark.parametrize(
    "typed, err",
    [
        (["deadlines"], NEEDED),
        (["deadlines.pdf"], NEEDED),
        (["json"], NEEDED),
        ([], NEEDED),
        (["--format", "icl", "x.ics"], "error: 'icl' is not a known format\nhint: did you mean ics?\n"),
        (["--format", "pdf", "x.ics"], "error: 'pdf' is not a known format\nhint: known: json, csv, ics\n"),
    ],
)
def test_a_format_is_named_and_known(typed: list[str], err: str, here: Path) -> None:
    assert ran("export", *typed) == (2, "", err)
    assert inside(here) == []


def test_the_name_of_the_file_tells_that_it_is_a_calendar(kept: Path, here: Path) -> None:
    assert ran("export", "deadlines.ics").err == "4 deadlines written to deadlines.ics\n"
    assert (here / "deadlines.ics").read_text().startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    "target, said",
    [
        ("absent/x.ics", "absent/x.ics cannot be written: there is no such folder"),
        ("file/x.ics", "file/x.ics cannot be written: there is no such folder"),
        (".", ". cannot be written: this is a folder, not a file"),
        ("new/", "new/ cannot be written: this is a folder, not a file"),
        ("", "a file without a name cannot be written: this is a folder, not a file"),
        ("x" * 300, f"{'x' * 199}… cannot be written: the name is too long"),
        ("a\x00b", "a b cannot be written: this is no name that a file can have"),
        ("\ud800", "a file without a name cannot be written: this is no name that a file can have"),
    ],
)
@ON_POSIX
def test_a_place_that_takes_no_file_is_refused_and_left_as_it_was(target: str, said: str, here: Path) -> None:
    (here / "file").write_text("kept")
    done = export(target)
    assert (done.code, done.out, done.err.splitlines()[0]) == (2, "", f"error: {said}")
    assert inside(here) == ["file"]


@ON_POSIX
def test_a_new_file_is_private_and_an_existing_one_keeps_its_mode(here: Path) -> None:
    target = here / "deadlines.ics"
    export()
    assert mode(target) == 0o600
    target.chmod(0o640)
    target.write_text("older")
    export()
    assert (mode(target), target.read_text().startswith("BEGIN:VCALENDAR")) == (0o640, True)


@ON_POSIX
def test_a_link_stays_and_what_it_names_is_replaced(here: Path) -> None:
    (here / "there").mkdir()
    for name in ("old", "new"):
        (here / name).symlink_to(Path("there") / name)
    (here / "there" / "old").write_text("older")
    assert [export(name).code for name in ("old", "new")] == [0, 0]
    for name in ("old", "new"):
        assert (here / name).readlink() == Path("there") / name
        assert (here / "there" / name).read_text().startswith("BEGIN:VCALENDAR")
    assert inside(here / "there") == ["new", "old"]


@ON_POSIX
def test_a_link_that_leads_nowhere_is_refused(here: Path) -> None:
    (here / "loop").symlink_to("loop")
    assert export("loop").code == 2
    assert inside(here) == ["loop"]


@NOT_AS_ROOT
@ON_POSIX
def test_what_may_not_be_written_is_left_alone(here: Path) -> None:
    (here / "kept").write_text("older")
    (here / "kept").chmod(0o400)
    (here / "folder").mkdir(mode=0o500)
    for target in ("kept", "folder/new"):
        done = export(target)
        assert (done.code, "you are not allowed to write there" in done.err) == (2, True)
    assert ((here / "kept").read_text(), inside(here / "folder")) == ("older", [])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_device_is_written_to_and_stays(kept: Path) -> None:
    assert export(os.devnull).code == 0
    done = export("/dev/full")
    assert (done.code, done.err.splitlines()[0]) == (2, "error: /dev/full cannot be written: the disk is full")
    assert {stat.S_ISCHR(Path(device).stat().st_mode) for device in (os.devnull, "/dev/full")} == {True}


@ON_POSIX
def test_a_pipe_with_a_name_is_written_to(here: Path) -> None:
    os.mkfifo(here / "pipe")
    with subprocess.Popen(["cat", "pipe"], cwd=here, stdout=subprocess.PIPE) as reader:
        assert export("pipe").code == 0
        assert reader.communicate()[0].startswith(b"BEGIN:VCALENDAR")
    assert inside(here) == ["pipe"]


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file can become larger than so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@ON_POSIX
def test_where_there_is_no_room_the_older_file_stays_whole(here: Path) -> None:
    write_document("older", "file")
    with room_for(100), pytest.raises(UsageError, match="file cannot be written"):
        write_document("newer" * 100, "file")
    assert ((here / "file").read_text(), inside(here)) == ("older", ["file"])


def test_pieces_that_cannot_be_made_leave_the_older_file_whole(here: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "newer"
        raise UsageError("there is no more")

    write_document("older", "file")
    for target in ("file", "new"):
        with pytest.raises(UsageError, match="there is no more"):
            write_pieces(pieces(), target)
    assert ((here / "file").read_text(), inside(here)) == ("older", ["file"])


def test_an_interruption_leaves_nothing_behind(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    write_document("older", "file")
    monkeypatch.setattr(os, "fsync", interrupted)
    for target in ("file", "new"):
        assert export(target) == (130, "", "stopped; nothing was half written\n")
    assert ((here / "file").read_text(), inside(here)) == ("older", ["file"])


def test_no_other_command_waits_for_the_calendar_library(kept: Path) -> None:
    lines = [[name, "--help"] for name in COMMANDS] + [["list"], ["advise", "--all"], ["--help"]]
    lines += [["-q", "export", "--format", form] for form in ("json", "csv")]
    script = (
        "import sys; from aliorder.cli.app import main; "
        f"[main(line) for line in {lines}]; before = 'icalendar' in sys.modules; "
        "main(['-q', 'export', '--format', 'ics']); print(before, 'icalendar' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False True"
