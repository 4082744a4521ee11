"""The copies of evidence beside the store: whole, private, once; nothing leads out, nothing half written stays."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Collection, Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import pytest

from aliorder.errors import StoreError
from aliorder.records.content import DRAFTS_STAY, PIECE
from aliorder.store.evidence import COPIES_STAY, HEAD, EvidenceFolder, Kept
from tests.store.given import posix_only

PROCESSES = get_context("spawn")
CONTENT = b"\xff\xd8\xff\xe0 a photo"
SUM = sha256(CONTENT).hexdigest()
OTHER = sha256(b"other").hexdigest()
A_DAY_AGO = time.time() - DRAFTS_STAY - 60
LONG_AGO = time.time() - COPIES_STAY - 60


def kept(folder: Path, content: bytes = CONTENT) -> Path:
    """Where the copy of this content is, after it was kept."""
    evidence = EvidenceFolder(folder)
    return evidence.path / evidence.keep(BytesIO(content)).sha256


def in_folder(folder: Path) -> list[str]:
    """All files and links below the folder `evidence`."""
    paths = (folder / "evidence").rglob("*")
    return sorted(path.relative_to(folder / "evidence").as_posix() for path in paths if not path.is_dir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def made_old(*paths: Path, when: float = LONG_AGO) -> None:
    for path in paths:
        os.utime(path, (when, when), follow_symlinks=False)


def sweep(folder: Path, *in_use: str, in_backups: Iterable[str] = ()) -> int:
    """A sweep where the orders speak of these, and the backups of those."""
    return EvidenceFolder(folder).sweep(set(in_use).intersection, set(in_backups).intersection)


class Breaking:
    """A stream that gives some pieces and then fails."""

    def __init__(self, pieces: list[bytes], error: BaseException) -> None:
        self.pieces, self.error = pieces, error

    def read(self, _: int, /) -> bytes:
        if not self.pieces:
            raise self.error
        return self.pieces.pop()


class Endless:
    """So many bytes of nothing, made as they are asked for."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int, /) -> bytes:
        piece = bytes(min(size, self.left))
        self.left -= len(piece)
        return piece


@pytest.mark.parametrize("size", [0, 1, HEAD - 1, HEAD, HEAD + 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7])
def test_a_file_is_kept_whole_under_its_sum(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    found, digest = EvidenceFolder(tmp_path).keep(BytesIO(content)), sha256(content).hexdigest()
    assert found == Kept(digest, size, content[:HEAD], new=True)
    assert (tmp_path / "evidence" / digest).read_bytes() == content
    assert in_folder(tmp_path) == [digest]


def test_what_comes_in_small_pieces_is_kept_the_same(tmp_path: Path) -> None:
    found = EvidenceFolder(tmp_path).keep(Endless(HEAD + 5))
    pieces = [b"\0"] * (HEAD + 5) + [b""]

    class Drops:
        def read(self, _: int, /) -> bytes:
            return pieces.pop(0)

    assert EvidenceFolder(tmp_path).keep(Drops()) == found._replace(new=False)


@posix_only
def test_nobody_else_can_read_a_copy_and_nobody_can_write_to_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        copy = kept(tmp_path)
        view = EvidenceFolder(tmp_path).view(SUM, ".jpg")
    finally:
        os.umask(before)
    assert (mode(copy.parent), mode(copy), mode(view.parent), mode(view)) == (0o700, 0o400, 0o700, 0o400)


def test_the_same_content_is_one_copy(tmp_path: Path) -> None:
    copy = kept(tmp_path)
    before = copy.stat().st_ino
    assert EvidenceFolder(tmp_path).keep(BytesIO(CONTENT)) == Kept(SUM, len(CONTENT), CONTENT, new=False)
    assert (in_folder(tmp_path), copy.stat().st_ino) == ([SUM], before)


@pytest.mark.parametrize("damage", [b"", CONTENT[:-1], b"x" * len(CONTENT), CONTENT + b"more"])
def test_a_damaged_copy_is_replaced_when_the_original_is_added_again(tmp_path: Path, damage: bytes) -> None:
    copy = kept(tmp_path)
    copy.chmod(0o600)
    copy.write_bytes(damage)
    evidence = EvidenceFolder(tmp_path)
    assert not evidence.is_whole(SUM)
    assert evidence.keep(BytesIO(CONTENT)).new
    assert evidence.is_whole(SUM)
    assert in_folder(tmp_path) == [SUM]


def test_a_copy_is_opened_weighed_and_missed(tmp_path: Path) -> None:
    evidence = EvidenceFolder(tmp_path)
    assert evidence.sizes() == {}
    kept(tmp_path)
    (evidence.path / "letter.txt").write_bytes(b"not ours")
    with evidence.open(SUM) as stream:
        assert stream.read() == CONTENT
    assert evidence.sizes() == {SUM: len(CONTENT)}
    for ask in (evidence.open, evidence.is_whole, lambda digest: evidence.view(digest, "")):
        with pytest.raises(StoreError, match="is not there"):
            ask(OTHER)


@pytest.mark.parametrize(
    "name", ["", "..", "../orders.db", SUM[:-1], SUM.upper(), f"{SUM}\n", f"{SUM}.jpg", "/etc/passwd"]
)
def test_what_is_no_sum_never_names_a_file(tmp_path: Path, name: str) -> None:
    evidence = EvidenceFolder(tmp_path)
    for ask in (evidence.open, evidence.is_whole, lambda digest: evidence.view(digest, "")):
        with pytest.raises(ValueError, match=r"^"):
            ask(name)


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), KeyboardInterrupt(), MemoryError()])
def test_a_stream_that_fails_half_way_leaves_nothing_behind(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)) as raised:
        EvidenceFolder(tmp_path).keep(Breaking([b"some", b"more" * PIECE], error))
    assert raised.value is error
    assert in_folder(tmp_path) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.name != "posix" or os.geteuid() != 0 or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("size", [100, HEAD, PIECE, 2 * PIECE])
def test_a_full_disk_is_said_and_leaves_nothing_behind(small_disk: Path, size: int) -> None:
    kept(small_disk)
    room = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    (small_disk / "ballast").write_bytes(bytes(room))
    with pytest.raises(StoreError) as problem:
        EvidenceFolder(small_disk).keep(BytesIO(b"x" * size))
    assert problem.value.message == f"the folder {small_disk / 'evidence'} cannot be used: the disk is full"
    with pytest.raises(StoreError, match="the disk is full"):
        EvidenceFolder(small_disk).view(SUM, "")
    assert in_folder(small_disk) == [SUM]


@posix_only
@pytest.mark.usefixtures("as_nobody")
def test_a_folder_that_cannot_be_written_to_is_said(open_folder: Path) -> None:
    with pytest.raises(StoreError, match=r"/evidence cannot be used: Permission denied$") as problem:
        EvidenceFolder(open_folder).keep(BytesIO(CONTENT))
    assert problem.value.exit_code == 5
    assert list(open_folder.iterdir()) == []


@posix_only
def test_a_copy_that_cannot_be_read_is_said(open_folder: Path, request: pytest.FixtureRequest) -> None:
    copy = kept(open_folder)
    copy.chmod(0)
    copy.parent.chmod(0o755)
    request.getfixturevalue("as_nobody")
    with pytest.raises(StoreError, match="Permission denied"):
        EvidenceFolder(open_folder).open(SUM)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_bytes(b"mine")
    evidence = EvidenceFolder(tmp_path)
    asked = (lambda: evidence.keep(BytesIO(CONTENT)), evidence.sizes, lambda: evidence.open(SUM))
    for ask in (*asked, lambda: evidence.view(SUM, ""), lambda: sweep(tmp_path)):
        with pytest.raises(StoreError, match="cannot be used"):
            ask()
    assert (tmp_path / "evidence").read_bytes() == b"mine"


@posix_only
def test_a_folder_that_is_a_link_is_neither_written_to_nor_read(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    (elsewhere / SUM).write_bytes(CONTENT)
    made_old(elsewhere / SUM)
    (home / "evidence").symlink_to(elsewhere)
    evidence = EvidenceFolder(home)
    asked = (lambda: evidence.keep(BytesIO(b"other")), evidence.sizes, lambda: evidence.open(SUM))
    for ask in (*asked, lambda: evidence.is_whole(SUM), lambda: evidence.view(SUM, "")):
        with pytest.raises(StoreError) as problem:
            ask()
        assert problem.value.message == f"{home / 'evidence'} is a link that leads elsewhere"
    assert sweep(home) == 0
    assert [path.name for path in elsewhere.iterdir()] == [SUM]


@posix_only
def test_a_copy_that_is_a_link_is_neither_written_to_nor_read(tmp_path: Path) -> None:
    evidence, elsewhere = EvidenceFolder(tmp_path), tmp_path / "elsewhere"
    elsewhere.write_bytes(CONTENT)
    evidence.path.mkdir()
    (evidence.path / SUM).symlink_to(elsewhere)
    made_old(evidence.path / SUM)
    asked = (lambda: evidence.keep(BytesIO(CONTENT)), lambda: evidence.open(SUM), lambda: evidence.is_whole(SUM))
    for ask in (*asked, lambda: evidence.view(SUM, "")):
        with pytest.raises(StoreError) as problem:
            ask()
        assert problem.value.message == f"{evidence.path / SUM} is a link that leads elsewhere"
    assert (evidence.sizes(), sweep(tmp_path)) == ({}, 0)
    assert (elsewhere.read_bytes(), in_folder(tmp_path)) == (CONTENT, [SUM])


@posix_only
def test_a_link_that_leads_nowhere_is_a_link_all_the_same(tmp_path: Path) -> None:
    evidence = EvidenceFolder(tmp_path)
    evidence.path.mkdir()
    (evidence.path / SUM).symlink_to(tmp_path / "not there")
    with pytest.raises(StoreError, match="is a link that leads elsewhere"):
        evidence.keep(BytesIO(CONTENT))
    assert not (tmp_path / "not there").exists()


@posix_only
def test_views_that_lead_elsewhere_are_not_followed(tmp_path: Path) -> None:
    copy, elsewhere = kept(tmp_path), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / f"{SUM}.jpg").write_bytes(b"mine")
    made_old(elsewhere / f"{SUM}.jpg")
    (copy.parent / "views").symlink_to(elsewhere)
    with pytest.raises(StoreError, match="views is a link that leads elsewhere"):
        EvidenceFolder(tmp_path).view(SUM, ".jpg")
    sweep(tmp_path)
    assert (elsewhere / f"{SUM}.jpg").read_bytes() == b"mine"


@posix_only
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir] if os.name == "posix" else [])
def test_what_is_no_file_in_the_place_of_a_copy_is_said_and_not_waited_for(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    evidence = EvidenceFolder(tmp_path)
    evidence.path.mkdir()
    make(evidence.path / SUM)
    made_old(evidence.path / SUM)
    asked = (lambda: evidence.keep(BytesIO(CONTENT)), lambda: evidence.open(SUM), lambda: evidence.is_whole(SUM))
    for ask in (*asked, lambda: evidence.view(SUM, "")):
        with pytest.raises(StoreError) as problem:
            ask()
        assert problem.value.message == f"{evidence.path / SUM} is no file"
    assert (evidence.sizes(), sweep(tmp_path)) == ({}, 0)
    assert [path.name for path in evidence.path.iterdir()] == [SUM]


def test_a_large_file_takes_little_memory(tmp_path: Path) -> None:
    evidence = EvidenceFolder(tmp_path)
    tracemalloc.start()
    try:
        digest = evidence.keep(Endless(64 * PIECE)).sha256
        assert evidence.is_whole(digest)
        evidence.view(digest, ".mp4")
        assert tracemalloc.get_traced_memory()[1] < 8 * PIECE
    finally:
        tracemalloc.stop()


def test_a_view_is_a_copy_of_its_own_with_an_ending(tmp_path: Path) -> None:
    kept(tmp_path)
    evidence = EvidenceFolder(tmp_path)
    view = evidence.view(SUM, ".jpg")
    assert (view, view.read_bytes()) == (evidence.path / "views" / f"{SUM}.jpg", CONTENT)
    view.chmod(0o600)
    view.write_bytes(b"painted over")
    assert evidence.is_whole(SUM)
    assert evidence.view(SUM, ".jpg").read_bytes() == CONTENT
    assert in_folder(tmp_path) == [SUM, f"views/{SUM}.jpg"]


@pytest.mark.parametrize(
    "again", [lambda folder: EvidenceFolder(folder).view(SUM, ".jpg"), lambda folder: sweep(folder, SUM)]
)
def test_old_views_go_and_nothing_of_others(tmp_path: Path, again: Callable[[Path], object]) -> None:
    kept(tmp_path)
    evidence = EvidenceFolder(tmp_path)
    evidence.view(SUM, ".jpg")
    views = evidence.path / "views"
    for name in (OTHER, f"{OTHER}.pdf", "mine.txt"):
        (views / name).write_bytes(b"")
    (views / f"{SUM}.d").mkdir()
    made_old(*(views / name for name in (OTHER, f"{OTHER}.pdf", "mine.txt", f"{SUM}.d")), when=A_DAY_AGO)
    again(tmp_path)
    assert sorted(path.name for path in views.iterdir()) == sorted((f"{SUM}.d", f"{SUM}.jpg", "mine.txt"))


def test_a_sweep_takes_what_has_long_been_of_no_use(tmp_path: Path) -> None:
    used, unused, backed_up, idle, young = (kept(tmp_path, b"%d" % number) for number in range(5))
    drafts = [used.parent / name for name in (".aliorder-abcd1234.part", ".aliorder-abcd1235.part")]
    letter = used.parent / "letter.txt"
    for path in (*drafts, letter):
        path.write_bytes(b"")
    made_old(used, unused, backed_up, letter)
    made_old(idle, drafts[0], when=A_DAY_AGO)
    asked: list[set[str]] = []

    def speak_of(*names: str) -> Callable[[Collection[str]], set[str]]:
        def speak(digests: Collection[str]) -> set[str]:
            asked.append(set(digests))
            return set(names)

        return speak

    assert EvidenceFolder(tmp_path).sweep(speak_of(used.name), speak_of(backed_up.name)) == 1
    assert asked == [{used.name, unused.name, backed_up.name, idle.name}, {unused.name, backed_up.name}]
    stayed = [path.name for path in (used, backed_up, idle, young, drafts[1], letter)]
    assert in_folder(tmp_path) == sorted(stayed)


@pytest.mark.parametrize("days, stays", [(59, True), (61, False)])
def test_a_copy_of_no_use_stays_for_sixty_days(tmp_path: Path, days: int, stays: bool) -> None:
    copy = kept(tmp_path)
    made_old(copy, when=time.time() - days * 24 * 3600)
    assert sweep(tmp_path) == (not stays)
    assert copy.exists() == stays


@pytest.mark.parametrize("where", ["in orders", "in backups"])
def test_the_sixty_days_count_from_when_a_copy_was_last_found_to_be_of_use(tmp_path: Path, where: str) -> None:
    copy = kept(tmp_path)
    made_old(copy)
    named = {"in orders": lambda: sweep(tmp_path, SUM), "in backups": lambda: sweep(tmp_path, in_backups=(SUM,))}
    assert named[where]() == 0
    assert sweep(tmp_path) == 0
    assert EvidenceFolder(tmp_path).is_whole(SUM)


def test_a_sweep_of_nothing_asks_nobody(tmp_path: Path) -> None:
    def nobody(digests: Iterable[str]) -> set[str]:
        raise AssertionError(digests)

    assert EvidenceFolder(tmp_path).sweep(nobody, nobody) == 0
    assert list(tmp_path.iterdir()) == []
    kept(tmp_path)
    assert EvidenceFolder(tmp_path).sweep(nobody, nobody) == 0


def test_a_copy_that_another_program_is_just_adding_survives_a_sweep(tmp_path: Path) -> None:
    copy = kept(tmp_path)
    made_old(copy)

    def meanwhile(_: Iterable[str]) -> set[str]:
        assert not EvidenceFolder(tmp_path).keep(BytesIO(CONTENT)).new
        return set()

    assert EvidenceFolder(tmp_path).sweep(set[str]().intersection, meanwhile) == 0
    assert EvidenceFolder(tmp_path).is_whole(SUM)


@pytest.mark.parametrize("named", [(), (SUM,)], ids=["of no use", "of use"])
@pytest.mark.parametrize("when", ["orders", "backups"])
def test_a_copy_that_another_sweep_has_taken_is_no_matter(tmp_path: Path, when: str, named: tuple[str, ...]) -> None:
    copy = kept(tmp_path)
    made_old(copy)

    def meanwhile(_: Iterable[str]) -> set[str]:
        assert sweep(tmp_path) == 1
        return set(named)

    nothing = set[str]().intersection
    asked = (meanwhile, nothing) if when == "orders" else (nothing, meanwhile)
    assert EvidenceFolder(tmp_path).sweep(*asked) == 0
    assert not copy.exists()


def keep_all(folder: Path, own: int) -> None:
    evidence = EvidenceFolder(folder)
    for turn in range(20):
        evidence.keep(BytesIO(b"the same for all %d" % turn))
        evidence.keep(BytesIO(b"of its own %d %d" % (own, turn)))


def test_eight_processes_at_once_keep_all_of_it_once(tmp_path: Path) -> None:
    writers = [PROCESSES.Process(target=keep_all, args=(tmp_path, own)) for own in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 8
    contents = [b"the same for all %d" % turn for turn in range(20)]
    contents += [b"of its own %d %d" % (own, turn) for own in range(8) for turn in range(20)]
    assert in_folder(tmp_path) == sorted(sha256(content).hexdigest() for content in contents)
    assert all(map(EvidenceFolder(tmp_path).is_whole, in_folder(tmp_path)))


KEEPING = """
import sys
from pathlib import Path
from aliorder.store.evidence import EvidenceFolder

class Slow:
    pieces = 0

    def read(self, size):
        self.pieces += 1
        if self.pieces == 3:
            print("half way", flush=True)
            sys.stdin.read()
        return bytes(size)

EvidenceFolder(Path(sys.argv[1])).keep(Slow())
"""


@posix_only
def test_a_killed_program_leaves_a_draft_that_a_later_sweep_takes(tmp_path: Path) -> None:
    copy = kept(tmp_path)
    command = [sys.executable, "-c", KEEPING, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"half way\n"
        running.kill()
    evidence, (draft,) = EvidenceFolder(tmp_path), (path for path in copy.parent.iterdir() if path != copy)
    assert (evidence.sizes(), mode(draft)) == ({SUM: len(CONTENT)}, 0o600)
    sweep(tmp_path, SUM)
    assert draft.exists()
    made_old(draft, when=A_DAY_AGO)
    sweep(tmp_path, SUM)
    assert in_folder(tmp_path) == [SUM]
