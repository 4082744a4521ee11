"""Where a dossier goes: whole or not at all, nobody else's to read, nothing of anybody's lost."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import time
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from aliorder.cli.dossier_files import Written, write_dossier
from aliorder.cli.dossier_folder import move_in
from aliorder.errors import StoreError, UsageError
from aliorder.exporters.dossier.model import ENDINGS, Dossier, file_name
from aliorder.exporters.dossier.verify import verify
from tests.dossier_example import Contents, example

STEMS = ["01-tracking", "02-chat", "03-order-page", "04-packing", "05-payment", "06-video"]
ROOT = Path(__file__).parents[2]
LISTS = ["SHA256SUMS", "index.html", "manifest.json"]


@pytest.fixture
def contents() -> Contents:
    return Contents()


@pytest.fixture
def dossier(contents: Contents) -> Dossier:
    return example(contents)


@pytest.fixture(params=["dossier", "dossier.zip"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / "here" / str(request.param)


@pytest.fixture(autouse=True)
def _a_folder(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()


def below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder).as_posix()) for path in folder.rglob("*"))


def test_a_folder_holds_the_page_the_files_and_the_lists(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    written = write_dossier(dossier, contents.open, str(tmp_path / "here/dossier"))
    folder = tmp_path / "here/dossier"
    names = [exhibit.file for exhibit in dossier.exhibits]
    assert below(folder) == sorted(["files", *names, *LISTS])
    assert [name.rsplit("-", 1)[0] for name in names] == [f"files/{stem}" for stem in STEMS]
    seal = sha256((folder / "SHA256SUMS").read_bytes()).hexdigest()
    assert written == Written(folder, 7, seal, ())
    assert verify(str(folder)).checked == written.files
    for exhibit in dossier.exhibits:
        assert (folder / exhibit.file).read_bytes() == contents.by_sum[exhibit.evidence.sha256]


def test_nobody_else_can_read_it(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    write_dossier(dossier, contents.open, str(tmp_path / "here/dossier"))
    write_dossier(dossier, contents.open, str(tmp_path / "here/dossier.zip"))
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (tmp_path / "here").rglob("*")}
    assert modes == {(True, 0o700), (False, 0o600)}


def test_a_zip_is_the_same_on_every_machine(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    targets = [tmp_path / "here/a.zip", tmp_path / "here/b.ZIP"]
    for target in targets:
        write_dossier(dossier, contents.open, str(target))
    assert targets[0].read_bytes() == targets[1].read_bytes()
    with ZipFile(targets[0]) as archive:
        infos = archive.infolist()
        assert archive.testzip() is None
    assert {info.date_time for info in infos} == {(2026, 11, 22, 14, 5, 0)}
    assert {info.external_attr >> 16 for info in infos} == {stat.S_IFREG | 0o600}
    packed = {info.filename for info in infos if info.compress_type == ZIP_DEFLATED}
    assert packed == set(LISTS)
    assert {info.compress_type for info in infos} == {ZIP_DEFLATED, ZIP_STORED}


@pytest.mark.parametrize("year", [1970, 2500])
def test_a_zip_can_be_made_in_any_year(dossier: Dossier, contents: Contents, tmp_path: Path, year: int) -> None:
    made = dossier._replace(now=datetime(year, 1, 1, tzinfo=UTC), advice=None)
    write_dossier(made, contents.open, str(tmp_path / "here/a.zip"))
    assert verify(str(tmp_path / "here/a.zip")).ok


def test_nothing_of_a_name_that_others_chose_is_in_a_name_of_ours(dossier: Dossier) -> None:
    evidence = dossier.order.evidence[0]._replace(name="../../.bashrc", media="text/html; x=/../", kind="../x")  # type: ignore[arg-type]
    assert file_name(7, evidence) == f"files/07-other-{evidence.sha256[:8]}.bin"
    with pytest.raises(StoreError):
        file_name(7, evidence._replace(sha256="../../../../etc"))
    assert {ending for ending in ENDINGS.values() if ending in ("html", "svg", "htm", "js", "exe")} == set()


def test_numbers_are_as_long_as_the_longest(dossier: Dossier) -> None:
    many = replace(dossier.order, evidence=dossier.order.evidence[:1] * 100)
    assert dossier._replace(order=many).exhibits[0].file.startswith("files/001-tracking-")


@pytest.mark.parametrize("trouble", ["missing", "changed", "longer", "shorter"])
def test_evidence_that_is_not_what_was_added_stops_everything(
    dossier: Dossier, contents: Contents, target: Path, trouble: str
) -> None:
    spoil(contents, dossier.order.evidence[3].sha256, trouble)
    with pytest.raises(StoreError) as caught:
        write_dossier(dossier, contents.open, str(target))
    assert "evidence 4, " in caught.value.message
    assert "onerror=" in caught.value.message
    assert "--leave-out" in (caught.value.hint or "")
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("trouble", ["missing", "changed", "longer", "shorter"])
def test_evidence_that_is_gone_can_be_left_out(
    dossier: Dossier, contents: Contents, target: Path, trouble: str
) -> None:
    spoil(contents, dossier.order.evidence[3].sha256, trouble)
    written = write_dossier(dossier, contents.open, str(target), leave_out=True)
    assert [exhibit.number for exhibit in written.left_out] == [4]
    found = verify(str(target))
    assert (found.ok, found.checked) == (True, 6)


def spoil(contents: Contents, found: str, trouble: str) -> None:
    content = contents.by_sum.pop(found)
    if trouble != "missing":
        contents.by_sum[found] = {"changed": b"!" + content[1:], "longer": content + b"!", "shorter": content[1:]}[
            trouble
        ]


def test_what_is_there_is_never_lost(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    here = tmp_path / "here"
    (here / "mine").mkdir()
    (here / "mine" / "letter.txt").write_text("keep me", encoding="utf-8")
    (here / "letter.txt").write_text("keep me", encoding="utf-8")
    (here / "folder.zip").mkdir()
    (here / "old.zip").write_text("keep me", encoding="utf-8")
    before = below(here)
    for name in ("mine", "letter.txt", "folder.zip", "old.zip", "."):
        with pytest.raises(UsageError):
            write_dossier(dossier, contents.open, str(here / name))
    for name in ("mine", "letter.txt", "folder.zip", "."):
        with pytest.raises(UsageError):
            write_dossier(dossier, contents.open, str(here / name), replace=True)
    assert below(here) == before


def test_an_empty_folder_stays_the_folder_that_it_is(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    folder = tmp_path / "here/dossier"
    folder.mkdir()
    folder.chmod(0o750)
    before = folder.stat()
    write_dossier(dossier, contents.open, str(folder))
    assert verify(str(folder)).ok
    assert (folder.stat().st_ino, folder.stat().st_mode) == (before.st_ino, before.st_mode)
    assert sorted(path.name for path in folder.iterdir()) == ["SHA256SUMS", "files", "index.html", "manifest.json"]


@pytest.mark.parametrize("trouble", ["missing", "changed"])
def test_an_empty_folder_stays_empty_if_there_is_an_error(
    dossier: Dossier, contents: Contents, tmp_path: Path, trouble: str
) -> None:
    (tmp_path / "here/dossier").mkdir()
    spoil(contents, dossier.order.evidence[5].sha256, trouble)
    with pytest.raises(StoreError):
        write_dossier(dossier, contents.open, str(tmp_path / "here/dossier"))
    assert below(tmp_path / "here") == ["dossier"]


def test_what_came_into_the_folder_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    draft, folder = tmp_path / "draft", tmp_path / "here"
    for place in (draft, folder):
        place.mkdir(exist_ok=True)
        (place / "index.html").write_text(place.name, encoding="utf-8")
    (draft / "files").mkdir()
    with pytest.raises(UsageError, match="is there already"):
        move_in(draft, folder)
    assert (below(folder), (folder / "index.html").read_text(encoding="utf-8")) == (["index.html"], "here")


def aged(path: Path) -> Path:
    """The path, as if nobody had touched it for two days."""
    os.utime(path, (time() - 2 * 24 * 3600,) * 2)
    return path


def test_drafts_that_a_kill_left_go_a_day_later(
    dossier: Dossier, contents: Contents, target: Path, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    (here / ".aliorder-abcdefg1.part").mkdir()
    (here / ".aliorder-abcdefg1.part" / "page").touch()
    for name in (".aliorder-abcdefg2.part", ".abcdefgh.part", ".aliorder-mine.part", ".aliorder-abcdefg3.part"):
        (here / name).touch()
    for name in (".aliorder-abcdefg1.part", ".aliorder-abcdefg2.part", ".abcdefgh.part", ".aliorder-mine.part"):
        aged(here / name)
    write_dossier(dossier, contents.open, str(target))
    left = {".abcdefgh.part", ".aliorder-mine.part", ".aliorder-abcdefg3.part", target.name}
    assert {path.name for path in here.iterdir()} == left


def test_an_old_draft_in_it_leaves_a_folder_empty(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    (tmp_path / "here/dossier/.aliorder-abcdefg1.part").mkdir(parents=True)
    aged(tmp_path / "here/dossier/.aliorder-abcdefg1.part")
    write_dossier(dossier, contents.open, str(tmp_path / "here/dossier"))
    assert verify(str(tmp_path / "here/dossier")).ok


def test_a_replacing_that_was_killed_halfway_is_mended(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    folder, aside = tmp_path / "here/dossier", tmp_path / "here/dossier.aliorder-old"
    before = write_dossier(dossier, contents.open, str(folder))
    folder.rename(aside)
    with pytest.raises(UsageError, match="is there already"):
        write_dossier(dossier, contents.open, str(folder))
    assert (verify(str(folder)).seal, aside.exists()) == (before.seal, False)
    shutil.copytree(folder, aside)
    write_dossier(dossier._replace(name="New"), contents.open, str(folder), replace=True)
    assert (verify(str(folder)).ok, below(folder.parent).count("dossier"), aside.exists()) == (True, 1, False)


def test_a_folder_that_only_is_called_like_an_older_dossier_stays(
    dossier: Dossier, contents: Contents, tmp_path: Path
) -> None:
    write_dossier(dossier, contents.open, str(tmp_path / "here/dossier"))
    (tmp_path / "here/dossier.aliorder-old").mkdir()
    (tmp_path / "here/dossier.aliorder-old/letter").touch()
    with pytest.raises(UsageError):
        write_dossier(dossier, contents.open, str(tmp_path / "here/dossier"), replace=True)
    assert (tmp_path / "here/dossier.aliorder-old/letter").exists()
    assert verify(str(tmp_path / "here/dossier")).ok


def test_an_older_dossier_keeps_its_mode(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    folder = tmp_path / "here/dossier"
    write_dossier(dossier, contents.open, str(folder))
    folder.chmod(0o755)
    write_dossier(dossier, contents.open, str(folder), replace=True)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


SLOW = """
import signal, sys, time
from aliorder.cli.dossier_files import write_dossier
from tests.dossier_example import Contents, example
contents = Contents()
dossier = example(contents)
def slowly(found):
    if found == dossier.order.evidence[5].sha256:
        print("ready", flush=True)
        time.sleep(60)
    return contents.open(found)
write_dossier(dossier, slowly, sys.argv[1], replace=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="programs are ended otherwise there")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("older", ["nothing", "empty", "dossier"])
def test_a_request_to_end_leaves_all_as_before(
    dossier: Dossier, contents: Contents, target: Path, number: signal.Signals, older: str
) -> None:
    if older == "dossier":
        write_dossier(dossier, contents.open, str(target))
    elif older == "empty" and target.suffix != ".zip":
        target.mkdir()
    before = below(target.parent)
    with subprocess.Popen([sys.executable, "-c", SLOW, target], stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        assert below(target.parent) != before
        child.send_signal(number)
    assert (child.returncode, below(target.parent)) == (128 + number, before)


def test_the_signals_are_as_before_and_another_thread_leaves_them_alone(
    dossier: Dossier, contents: Contents, tmp_path: Path
) -> None:
    write_dossier(dossier, contents.open, str(tmp_path / "here/a"))
    with ThreadPoolExecutor() as threads:
        threads.submit(write_dossier, dossier, contents.open, str(tmp_path / "here/b")).result()
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    assert verify(str(tmp_path / "here/b")).ok


def test_an_older_dossier_is_replaced_if_that_is_asked(dossier: Dossier, contents: Contents, target: Path) -> None:
    write_dossier(dossier._replace(name="Old"), contents.open, str(target))
    with pytest.raises(UsageError, match="is there already"):
        write_dossier(dossier, contents.open, str(target))
    written = write_dossier(dossier, contents.open, str(target), replace=True)
    assert verify(str(target)).seal == written.seal
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_an_older_dossier_stays_if_the_new_one_fails(dossier: Dossier, contents: Contents, target: Path) -> None:
    before = write_dossier(dossier, contents.open, str(target))
    contents.by_sum.pop(dossier.order.evidence[5].sha256)
    with pytest.raises(StoreError):
        write_dossier(dossier, contents.open, str(target), replace=True)
    found = verify(str(target))
    assert (found.ok, found.seal) == (True, before.seal)


@pytest.mark.parametrize("name", ["", "-", "nowhere/dossier", "nowhere/dossier.zip", "x" * 300, "nul\0.zip"])
def test_a_place_that_is_none_is_told(dossier: Dossier, contents: Contents, tmp_path: Path, name: str) -> None:
    place = name and (name if name == "-" else str(tmp_path / "here" / name))
    with pytest.raises(UsageError) as caught:
        write_dossier(dossier, contents.open, place)
    assert caught.value.hint
    assert below(tmp_path / "here") == []


def failing(contents: Contents, found: str, error: BaseException) -> Callable[[str], BinaryIO]:
    """Opens contents, of which one fails in the middle."""

    class Failing(BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            if self.tell():
                raise error
            return super().read(10)

    return lambda asked: Failing(contents.by_sum[found]) if asked == found else contents.open(asked)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
def test_an_interrupt_leaves_nothing(dossier: Dossier, contents: Contents, target: Path, error: BaseException) -> None:
    opening = failing(contents, dossier.order.evidence[4].sha256, error)
    with pytest.raises(type(error)):
        write_dossier(dossier, opening, str(target))
    assert list(target.parent.iterdir()) == []


def test_a_disk_that_cannot_be_read_is_the_stores_trouble(dossier: Dossier, contents: Contents, target: Path) -> None:
    opening = failing(contents, dossier.order.evidence[4].sha256, OSError(5, "Input/output error"))
    with pytest.raises(StoreError, match=r"evidence 5, quittung\.pdf, cannot be read: Input/output error"):
        write_dossier(dossier, opening, str(target))
    assert list(target.parent.iterdir()) == []


CHILD = """
import resource, signal, sys
from aliorder.cli.dossier_files import write_dossier
from aliorder.errors import UsageError
from tests.dossier_example import Contents, example
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
contents = Contents()
try:
    write_dossier(example(contents), contents.open, sys.argv[1])
except UsageError as error:
    print(error.message)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits for files here")
def test_a_full_disk_leaves_nothing(target: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, target],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "cannot be written: File too large" in done.stdout
    assert list(target.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no links here")
def test_a_link_to_an_empty_folder_leads_there(dossier: Dossier, contents: Contents, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "here/link").symlink_to(tmp_path / "real")
    written = write_dossier(dossier, contents.open, str(tmp_path / "here/link"))
    assert written.path == tmp_path / "real"
    assert verify(str(tmp_path / "here/link")).ok
