"""`evidence add`: which files are taken, which are refused, what they are called and are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import filetype
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from aliorder.cli.evidence_files import UNKNOWN_MEDIA, media_of, opened
from aliorder.cli.evidence_places import PERHAPS, TOLD, place_notes
from aliorder.errors import InputRefused
from aliorder.store.evidence import EvidenceFolder
from tests.cli.evidence_given import ALL_MISSING, PAPER, PHOTO, TEXT, add, copies, evidence, file, names, on_posix
from tests.cli.given import LAMP, Ran, process, ran, store_file
from tests.store.conftest import NOBODY
from tests.store.given import all_in

pytestmark = pytest.mark.usefixtures("kept")
SAFE = r"[^\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]*"


def refusal(name: str, why: str, hint: str) -> Ran:
    return Ran(4, "", f"error: {name} was not added: {why}\nhint: {hint}\n")


def test_good_files_are_kept_and_each_bad_one_is_an_error(here: Path) -> None:
    (here / "folder").mkdir()
    done = ran("evidence", "add", LAMP, "absent.png", file(here, "one.jpg"), "folder", file(here, "two.pdf", PAPER))
    assert (done.code, done.out) == (4, "")
    assert done.err == (
        f"Kept: one.jpg (other file).\nKept: two.pdf (other file).\n{ALL_MISSING}"
        "error: absent.png was not added: there is no such file\nhint: look at how it is spelled\n"
        "error: folder was not added: it is a folder\nhint: name the files in it\n"
    )
    assert names() == ["one.jpg", "two.pdf"]


def test_where_all_are_bad_nothing_is_kept_and_there_is_nothing_to_undo(here: Path) -> None:
    before = store_file().read_bytes()
    assert ran("evidence", "add", LAMP, file(here, "empty.jpg", b"")) == refusal(
        "empty.jpg", "it is empty", "look at the file itself: nothing is in it"
    )
    assert (store_file().read_bytes(), copies()) == (before, [])


SPELLED = {
    "": "a file without a name",
    "\0": "",
    "a" * 256: "a" * 199 + "…",
    "esc\x1b[31m\u202e\nape": "esc [31m ape",
    "half \udcff": "half \\xff",
}


NO_FILE = ("it is not a file", "copy its content into a file first")


@pytest.mark.parametrize(
    "name, why, hint",
    [
        ("absent", "there is no such file", "look at how it is spelled"),
        ("", "there is no such file", "look at how it is spelled"),
        (".", "it is a folder", "name the files in it"),
        ("\0", "it cannot be read: no file has such a name", "look at who may read it"),
        ("a" * 256, "it cannot be read: File name too long", "look at who may read it"),
        ("esc\x1b[31m\u202e\nape", "there is no such file", "look at how it is spelled"),
        ("half \udcff", "there is no such file", "look at how it is spelled"),
        pytest.param("/dev/zero", *NO_FILE, marks=on_posix),
        pytest.param("/dev/stdin/x", "it cannot be read: Not a directory", "look at who may read it", marks=on_posix),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_is_no_file_is_refused(name: str, why: str, hint: str) -> None:
    assert ran("evidence", "add", LAMP, name) == refusal(SPELLED.get(name, name), why, hint)
    assert (names(), copies()) == ([], [])


@on_posix
def test_nothing_that_has_no_end_is_waited_for(here: Path) -> None:
    os.mkfifo(here / "pipe")
    assert ran("evidence", "add", LAMP, "pipe") == refusal("pipe", *NO_FILE)


@on_posix
def test_a_link_is_followed_and_its_content_copied(here: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.pdf").write_bytes(PAPER)
    (here / "link").symlink_to(tmp_path / "outside.pdf")
    add("link")
    (copy,) = copies()
    path = store_file().parent / "evidence" / copy
    assert (names(), path.is_symlink(), path.read_bytes()) == (["link"], False, PAPER)


@on_posix
def test_a_link_that_leads_nowhere_is_said_to_be_one(here: Path) -> None:
    (here / "link").symlink_to("absent")
    why = ("it is a link, and what it leads to is not there", "name the file itself")
    assert ran("evidence", "add", LAMP, "link") == refusal("link", *why)


@on_posix
def test_a_file_that_one_may_not_read_is_said() -> None:
    with TemporaryDirectory() as name:
        folder, user = Path(name), os.geteuid()
        folder.chmod(0o755)
        secret = folder / file(folder, "secret.png")
        secret.chmod(0)
        if user == 0:
            os.seteuid(NOBODY)
        try:
            with pytest.raises(InputRefused) as refused, opened(str(secret)):
                pass
        finally:
            os.seteuid(user)
    assert (refused.value.message, refused.value.hint) == (
        f"{secret} was not added: it cannot be read: Permission denied",
        "look at who may read it",
    )


@pytest.mark.parametrize("growth", [b"more", b""], ids=["grows", "is touched"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    here: Path, growth: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = file(here, "log.txt", TEXT)
    copied = os.fsync

    def writing_goes_on(descriptor: int) -> None:
        copied(descriptor)
        with (here / name).open("ab") as stream:
            stream.write(growth)
        os.utime(here / name, (1, 1))

    monkeypatch.setattr(os, "fsync", writing_goes_on)
    assert ran("evidence", "add", LAMP, name) == refusal(
        name, "it was changed while it was read", "add it once more when nothing writes to it"
    )
    assert names() == []


WRITING = """
import sys
with open(sys.argv[1], "ab", buffering=0) as target:
    while True:
        target.write(bytes(65536))
        if target.tell() > 2**28:
            target.truncate(65536)
"""


@on_posix
def test_a_file_that_grows_as_fast_as_it_is_read_comes_to_an_end(here: Path) -> None:
    name = file(here, "log.bin", bytes(2**20))
    with subprocess.Popen([sys.executable, "-c", WRITING, name]) as writer:
        while (here / name).stat().st_size == 2**20:
            pass
        done = ran("evidence", "add", LAMP, name)
        writer.kill()
    assert (done.code, "it was changed while it was read" in done.err) == (4, True)


@pytest.mark.parametrize(
    "name, kept_as, listed",
    [
        ("two\nlines.png", "two\nlines.png", "two lines.png"),
        ("esc\x1b]0;owned\x07.png", "esc\x1b]0;owned\x07.png", "esc ]0;owned .png"),
        ("gpj.\u202eexe", "gpj.\u202eexe", "gpj. exe"),
        ("half \udcff.png", "half \\xff.png", "half \\xff.png"),
        (f"{'ü' * 125}.jpeg", f"{'ü' * 125}.jpeg", f"{'ü' * 125}.jpeg"),
        ("聊天 📦.png", "聊天 📦.png", "聊天 📦.png"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("<script>.jpg", "<script>.jpg", "<script>.jpg"),
        ("--kind", "--kind", "--kind"),
        ("-", "-", "-"),
    ],
)
@on_posix
def test_any_name_is_kept_as_it_is_and_shown_safely(here: Path, name: str, kept_as: str, listed: str) -> None:
    file(here, name)
    done = add("--", name)
    assert names() == [kept_as]
    plain = ran("evidence", "list", LAMP)
    assert plain.out.splitlines()[0].split("\t")[3] == listed
    drawn = ran("--color", "always", "evidence", "list", LAMP, terminal=True)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", drawn.out)
    for text in (done.err, plain.out, shown):
        assert re.fullmatch(SAFE, text, re.DOTALL), text


def heic() -> bytes:
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(20)


@pytest.mark.parametrize(
    "name, content, media",
    [
        ("photo.txt", PHOTO, "image/jpeg"),
        ("page.jpg", b"<!doctype html><script>alert(1)</script>", "text/plain"),
        ("drawing.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "text/plain"),
        ("tool.png", b"#!/bin/sh\nrm -rf /\n", "text/plain"),
        ("tool.exe", b"MZ\x90\0\x03" + bytes(100), "application/x-msdownload"),
        ("bill", PAPER, "application/pdf"),
        ("film.bin", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(30), "video/mp4"),
        ("film.mov", b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(30), "video/quicktime"),
        ("IMG_1.HEIC", heic(), "image/heic"),
        ("all.zip", b"PK\x03\x04" + bytes(40), "application/zip"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(20), "image/png"),
        ("umlaut.txt", "ü".encode() * 5000 + b"x", "text/plain"),
        ("cut.txt", b"x" + "ü".encode() * 5000, "text/plain"),
        ("latin.txt", b"gr\xfc\xdfe", UNKNOWN_MEDIA),
        ("end.txt", "ü".encode()[:1], "text/plain"),
        ("nul.txt", b"text\0", UNKNOWN_MEDIA),
    ],
)
def test_what_a_file_is_tells_its_content_and_not_its_name(here: Path, name: str, content: bytes, media: str) -> None:
    add(file(here, name, content))
    assert [each["media"] for each in evidence()] == [media]


MAGIC = st.sampled_from(
    [
        PHOTO[:4],
        PAPER[:5],
        heic()[:20],
        b"PK\x03\x04",
        b"RIFF",
        b"\x1a\x45\xdf\xa3",
        b"\x00\x00\x00\xffftyp",
        b"MZ",
        b"ustar",
    ]
)


@given(st.builds(bytes.__add__, MAGIC | st.just(b""), st.binary(max_size=600)))
@example(b"\xff\xff\xff\xffftypheic")
@example(b"PK\x03\x04" + b"\xff" * 100)
def test_any_content_has_a_media_type(content: bytes) -> None:
    media = media_of(content)
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", media)
    assert filetype.get_type(mime=media) or media in (UNKNOWN_MEDIA, "text/plain")


def photo(place: Mapping[int, object]) -> bytes:
    """A photo whose EXIF data tell this of the place."""
    exif, content = Image.Exif(), BytesIO()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(place)
    Image.new("RGB", (40, 30), "red").save(content, "JPEG", exif=exif)
    return content.getvalue()


BERLIN = {1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)}


@pytest.mark.parametrize("content, told", [(photo(BERLIN), True), (photo({}), False), (PHOTO, False)])
def test_a_photo_that_tells_where_it_was_taken_is_pointed_out(here: Path, content: bytes, told: bool) -> None:
    note = "note: box.jpg tells where it was taken (GPS). Whoever gets the file can read that.\n"
    assert (note in add(file(here, "box.jpg", content)).err) == told


@pytest.mark.parametrize(
    "name, content",
    [
        ("IMG_1.HEIC", heic()),
        ("film.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(30)),
        ("film.mov", b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(30)),
        ("raw.tiff", b"II*\0" + bytes(40)),
    ],
)
def test_where_it_cannot_be_told_whether_a_file_tells_its_place_that_is_said(
    here: Path, name: str, content: bytes
) -> None:
    note = f"note: {name} may tell where it was taken (GPS); aliorder cannot see that. Whoever gets the file may.\n"
    assert note in add(file(here, name, content)).err
    assert ran("-q", "evidence", "add", LAMP, name) == (0, "", "")


@pytest.mark.parametrize("content", [PHOTO, PAPER, TEXT, b"GIF89a" + bytes(20), b"BM" + bytes(60)])
def test_of_a_file_that_tells_no_place_nothing_is_said(here: Path, content: bytes) -> None:
    assert "note: " not in add(file(here, "one", content)).err


def test_the_places_that_evidence_tells_can_be_asked_for_again(here: Path) -> None:
    add(file(here, "box.jpg", photo(BERLIN)), file(here, "IMG_1.HEIC", heic()), file(here, "bill.pdf", PAPER))
    folder = EvidenceFolder(store_file().parent)
    (order,) = (order for order in all_in(store_file().parent) if order.number == LAMP)
    assert list(place_notes(folder, order.evidence)) == [TOLD.format("box.jpg"), PERHAPS.format("IMG_1.HEIC")]
    for copy in copies():
        (folder.path / copy).unlink()
    assert list(place_notes(folder, order.evidence)) == [PERHAPS.format("IMG_1.HEIC")]


def test_a_full_disk_is_an_error_of_the_store(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    before = store_file().read_bytes()
    name = file(here, "one.jpg")
    monkeypatch.setattr(os, "fsync", full)
    done = ran("evidence", "add", LAMP, name)
    folder = store_file().parent / "evidence"
    assert done == (
        5,
        "",
        f"error: the folder {folder} cannot be used: the disk is full\n"
        "hint: look at the disk and at who may write there; nothing was changed\n",
    )
    assert (copies(), store_file().read_bytes()) == ([], before)


def test_a_process_of_its_own_keeps_any_bytes_of_a_name(here: Path) -> None:
    file(here, "größe 📦.jpg")
    assert process("evidence", "add", LAMP, "größe 📦.jpg", LC_ALL="C", PYTHONUTF8="0").code == 0
    assert names() == ["größe 📦.jpg"]
