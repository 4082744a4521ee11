"""Checking a dossier: what was changed is found, and no file of anybody's can do harm."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.cli.dossier_files import write_dossier
from aliorder.errors import InputRefused
from aliorder.exporters.dossier.listed import read_manifest, read_sums
from aliorder.exporters.dossier.verdict import verdict_lines
from aliorder.exporters.dossier.verify import Fault, Verdict, is_dossier, verify
from tests.dossier_example import Contents, example


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dossier as a folder and as a zip."""
    place, contents = tmp_path_factory.mktemp("made"), Contents()
    dossier = example(contents)
    write_dossier(dossier, contents.open, str(place / "dossier"))
    write_dossier(dossier, contents.open, str(place / "dossier.zip"))
    return place


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made / "dossier", tmp_path / "dossier")


def first_file(folder: Path) -> Path:
    return min((folder / "files").iterdir())


def faults(path: Path) -> list[tuple[str, str]]:
    return [(fault.kind, fault.name) for fault in verify(str(path)).faults]


def listed(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the manifest, and make the list of checksums fit it."""
    file = folder / "manifest.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    change(document)
    file.write_text(json.dumps(document), encoding="utf-8")
    lines = [f"{entry['sha256']}  {entry['name']}" for entry in document["files"]]
    lines.append(f"{sha256(file.read_bytes()).hexdigest()}  manifest.json")
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")


def packed(folder: Path, target: Path, above: str = "") -> Path:
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, f"{above}{file.relative_to(folder)}")
    return target


@pytest.mark.parametrize("name", ["dossier", "dossier.zip"])
def test_what_was_not_changed_is_as_it_was(made: Path, name: str) -> None:
    seal = sha256((made / "dossier" / "SHA256SUMS").read_bytes()).hexdigest()
    size = sum(file.stat().st_size for file in (made / "dossier").rglob("*.*") if file.name != "manifest.json")
    found = verify(str(made / name))
    assert found == Verdict("8123456789012345", "2026-11-22T14:05:00+01:00", "aliorder 0.6.0", 7, size, seal, ())
    assert found.ok


def test_the_sums_are_those_that_coreutils_check(made: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not there")
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=made / "dossier", capture_output=True, check=False)
    assert (done.returncode, done.stdout.count(b": OK\n"), done.stderr) == (0, 8, b"")


def test_a_single_byte_is_noticed(folder: Path) -> None:
    file = first_file(folder)
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    (fault,) = verify(str(folder)).faults
    assert fault == Fault("changed", f"files/{file.name}", "its content is not the one that was exported")


def test_another_size_is_noticed_before_anything_is_read(folder: Path) -> None:
    file = folder / "index.html"
    file.write_bytes(file.read_bytes() + b" ")
    (fault,) = verify(str(folder)).faults
    assert (fault.kind, fault.name) == ("changed", "index.html")
    assert " bytes instead of " in fault.why


def test_what_is_missing_and_what_does_not_belong_is_named(folder: Path) -> None:
    gone = first_file(folder)
    gone.unlink()
    (folder / "files" / "new.txt").write_text("hello", encoding="utf-8")
    (folder / "SHA256SUMS").unlink()
    found = verify(str(folder))
    assert faults(folder) == [("missing", f"files/{gone.name}"), ("missing", "SHA256SUMS"), ("extra", "files/new.txt")]
    assert (found.checked, found.seal, found.ok) == (6, None, False)


def test_of_many_files_that_do_not_belong_the_first_are_named(folder: Path) -> None:
    for number in range(150):
        (folder / f"{number:03}").touch()
    found = verify(str(folder)).faults
    assert len(found) == 101
    assert found[-1] == Fault("extra", "…", "50 more files do not belong to the dossier")


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="no links here")
def test_a_link_is_refused_wherever_it_leads(folder: Path, tmp_path: Path) -> None:
    file = first_file(folder)
    outside = tmp_path / "outside"
    shutil.copy(file, outside)
    file.unlink()
    file.symlink_to(outside)
    (folder / "up").symlink_to("..")
    assert [tuple(fault) for fault in verify(str(folder)).faults] == [
        ("refused", f"files/{file.name}", "it is a link"),
        ("refused", "up", "it is a link"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    file = first_file(folder)
    file.unlink()
    os.mkfifo(file)
    assert faults(folder) == [("refused", f"files/{file.name}")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_a_device_is_no_dossier_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    for place in (tmp_path / "pipe.zip", Path(os.devnull)):
        with pytest.raises(InputRefused, match="it is no file"):
            verify(str(place))


@pytest.mark.parametrize("text", ["", "nonsense\n", "0" * 64 + "  index.html\n"])
def test_the_list_of_checksums_has_to_agree(folder: Path, text: str) -> None:
    (folder / "SHA256SUMS").write_text(text, encoding="utf-8")
    assert faults(folder) == [("changed", "SHA256SUMS")]


def test_a_forged_manifest_does_not_agree_with_the_checksums(folder: Path) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("Screenshot", "Otherthing"), encoding="utf-8")
    assert faults(folder) == [("changed", "SHA256SUMS")]


NAMES = (
    "../outside",
    "/etc/passwd",
    "files/../../outside",
    "files\\..\\outside",
    "files//x",
    "./x",
    "files/",
    "C:x",
    ".hidden",
    "\uff46iles",
    "x" * 300,
    "",
    7,
    None,
)


@pytest.mark.parametrize("name", NAMES)
def test_a_manifest_may_not_name_a_file_elsewhere(folder: Path, name: object) -> None:
    row = {"name": name, "size": 1, "sha256": "0" * 64}
    with_row = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    with_row["files"].append(row)
    with pytest.raises(InputRefused, match="names a file as no dossier does"):
        read_manifest(json.dumps(with_row).encode())


ENTRY = {"name": "index.html", "size": 1, "sha256": "0" * 64}


@pytest.mark.parametrize(
    "document",
    [
        [],
        {},
        {"schema": "aliorder.export/1", "files": []},
        {"schema": "aliorder.dossier/1"},
        {"schema": "aliorder.dossier/1", "files": {}},
        {"schema": "aliorder.dossier/1", "files": []},
        {"schema": "aliorder.dossier/1", "files": [7]},
        {"schema": "aliorder.dossier/1", "files": [ENTRY, ENTRY]},
        {"schema": "aliorder.dossier/1", "files": [ENTRY, {**ENTRY, "name": "INDEX.html"}]},
        {"schema": "aliorder.dossier/1", "files": [ENTRY, {**ENTRY, "name": "manifest.json"}]},
        {"schema": "aliorder.dossier/1", "files": [{**ENTRY, "size": -1}]},
        {"schema": "aliorder.dossier/1", "files": [{**ENTRY, "size": True}]},
        {"schema": "aliorder.dossier/1", "files": [{**ENTRY, "size": "1"}]},
        {"schema": "aliorder.dossier/1", "files": [{**ENTRY, "sha256": "0" * 63}]},
        {"schema": "aliorder.dossier/1", "files": [{**ENTRY, "sha256": "G" * 64}]},
    ],
)
def test_a_manifest_that_is_none_is_refused(document: object) -> None:
    with pytest.raises(InputRefused, match="cannot be used"):
        read_manifest(json.dumps(document).encode())


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000, b'{"a": ' + b"9" * 10_000 + b"}"])
def test_a_manifest_that_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(InputRefused):
        read_manifest(content)


@given(st.binary(max_size=300))
def test_any_bytes_as_checksums_are_read_or_not(content: bytes) -> None:
    read_sums(content)


def test_a_manifest_far_too_large_is_not_read(folder: Path) -> None:
    os.truncate(folder / "manifest.json", 17 * 1024**2)
    with pytest.raises(InputRefused, match="far too large"):
        verify(str(folder))


def test_what_is_not_there_or_no_dossier_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text").write_text("hello", encoding="utf-8")
    (folder / "manifest.json").unlink()
    for name in ("nowhere", "empty", "text", "dossier", "nul\0", "x" * 300, "nowhere/" + "x" * 300):
        with pytest.raises(InputRefused):
            verify(str(tmp_path / name))


def test_a_folder_that_was_zipped_by_hand_is_a_dossier_too(folder: Path, tmp_path: Path) -> None:
    assert verify(str(packed(folder, tmp_path / "a.zip"))).ok
    assert verify(str(packed(folder, tmp_path / "b.zip", above="my dossier/"))).ok


LITTER = ("__MACOSX/dossier/._index.html", "dossier/.DS_Store", "dossier/files/._a", "dossier/Thumbs.db", "desktop.ini")


def test_what_a_mac_or_windows_puts_into_a_zip_is_passed_over_and_named(folder: Path, tmp_path: Path) -> None:
    target = packed(folder, tmp_path / "a.zip", above="dossier/")
    with ZipFile(target, "a") as archive:
        for name in LITTER:
            archive.writestr(name, "x")
    found = verify(str(target))
    passed = (".DS_Store", "Thumbs.db", "__MACOSX/dossier/._index.html", "desktop.ini", "files/._a")
    assert (found.faults, found.checked, found.passed) == ((), 7, passed)
    assert list(verdict_lines(found))[-1] == (
        "note     passed over, as macOS or Windows put it there: .DS_Store, Thumbs.db, __MACOSX/dossier/._index.html "
        "and 2 more"
    )


def test_what_systems_put_into_a_folder_is_passed_over_unless_it_is_a_link(folder: Path) -> None:
    (folder / ".DS_Store").touch()
    assert verify(str(folder)).passed == (".DS_Store",)
    (folder / "._x").symlink_to("..")
    assert [tuple(fault) for fault in verify(str(folder)).faults] == [("refused", "._x", "it is a link")]


@pytest.mark.parametrize("name", ["x.DS_Store", "DS_Store", "__MACOSX", "thumbs", "files/__MACOSX/x", "a._b"])
def test_nothing_else_is_passed_over(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).touch()
    assert faults(folder) == [("extra", name)]


@pytest.mark.parametrize("above", ["", "my dossier\\"])
def test_backslashes_of_old_tools_lead_to_the_files_of_the_manifest_alone(
    folder: Path, tmp_path: Path, above: str
) -> None:
    target = tmp_path / "a.zip"
    with ZipFile(target, "w") as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            archive.writestr(above + str(file.relative_to(folder)).replace("/", "\\"), file.read_bytes())
    assert verify(str(target)).ok
    with ZipFile(target, "a") as archive:
        archive.writestr(f"{above}files\\..\\..\\evil", "x")
        archive.writestr(f"{above}folder\\", "not empty")
    assert faults(target) == [("extra", "files\\..\\..\\evil"), ("extra", "folder\\")]


def test_who_writes_the_lists_anew_is_given_away_by_the_seal_alone(folder: Path) -> None:
    before = verify(str(folder))
    page = folder / "index.html"
    page.write_bytes(page.read_bytes().replace(b"34.27", b"99.99"))
    entry = {"name": "index.html", "size": page.stat().st_size, "sha256": sha256(page.read_bytes()).hexdigest()}
    listed(folder, lambda document: document["files"][-1].update(entry))
    after = verify(str(folder))
    assert (before.ok, after.ok, before.seal == after.seal) == (True, True, False)
    assert [line for line in verdict_lines(after) if "changed" in line] == []
    assert "         Compare it with the seal that you were given: the list could have been written anew." in list(
        verdict_lines(after)
    )


def test_in_a_zip_changes_are_found_too(folder: Path, tmp_path: Path) -> None:
    gone = first_file(folder)
    gone.unlink()
    (folder / "more").touch()
    content = (folder / "index.html").read_bytes()
    (folder / "index.html").write_bytes(content[:-1] + b"!")
    assert faults(packed(folder, tmp_path / "a.zip")) == [
        ("missing", f"files/{gone.name}"),
        ("changed", "index.html"),
        ("extra", "more"),
    ]


def test_a_file_that_unpacks_to_more_than_it_says_stops_at_its_size(folder: Path, tmp_path: Path) -> None:
    entry = {"name": "files/bomb.bin", "size": 1000, "sha256": "0" * 64}
    listed(folder, lambda document: document["files"].append(entry))
    target = packed(folder, tmp_path / "bomb.zip")
    with ZipFile(target, "a", ZIP_DEFLATED) as archive, archive.open("files/bomb.bin", "w") as stream:
        for _ in range(64):
            stream.write(bytes(1024**2))
    (fault,) = verify(str(target)).faults
    assert fault == Fault("changed", "files/bomb.bin", f"it has {64 * 1024**2} bytes instead of 1000")


def test_what_is_encrypted_or_packed_strangely_or_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    names = ["files/a.bin", "files/b.bin", "files/c.bin"]
    rows = [{"name": name, "size": 1, "sha256": sha256(b"x").hexdigest()} for name in names]
    listed(folder, lambda document: document["files"].extend(rows))
    target = packed(folder, tmp_path / "a.zip")
    with ZipFile(target, "a") as archive:
        archive.writestr("files/a.bin", "x", ZIP_BZIP2)
        link = ZipInfo("files/b.bin")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "x")
        archive.writestr("files/c.bin", "x")
        archive.infolist()[-1].flag_bits |= 1
    assert [tuple(fault) for fault in verify(str(target)).faults] == [
        ("refused", "files/a.bin", "it is packed in an unusual way"),
        ("refused", "files/b.bin", "it is a link"),
        ("refused", "files/c.bin", "it is encrypted"),
    ]


def test_two_files_of_one_name_are_refused(folder: Path, tmp_path: Path) -> None:
    target = packed(folder, tmp_path / "a.zip")
    with ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("index.html", "<p>another")
    with pytest.raises(InputRefused, match="two files of one name"):
        verify(str(target))


def test_a_file_without_a_name_is_one_that_does_not_belong(made: Path, tmp_path: Path) -> None:
    target = Path(shutil.copy(made / "dossier.zip", tmp_path / "a.zip"))
    with ZipFile(target, "a") as archive:
        archive.writestr(ZipInfo("x"), "")
        archive.infolist()[-1].filename = ""
    assert faults(target) == [("extra", "")]


def test_a_table_of_contents_without_end_is_not_read(tmp_path: Path) -> None:
    end = b"PK\5\6" + bytes(4) + b"\xff\xff\xff\xff"[:2] * 2 + (64 * 1024**2).to_bytes(4, "little") + bytes(6)
    target = tmp_path / "a.zip"
    with target.open("wb") as stream:
        stream.truncate(64 * 1024**2)
        stream.seek(0, os.SEEK_END)
        stream.write(end)
    with pytest.raises(InputRefused):
        verify(str(target))


@given(data=st.data())
def test_no_bytes_lead_to_more_than_a_refusal_or_a_fault(
    made: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray((made / "dossier.zip").read_bytes())
    ends = st.integers(0, len(content) - 1) | st.integers(max(0, len(content) - 900), len(content) - 1)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(ends)] = data.draw(st.integers(0, 255))
    target = tmp_path_factory.getbasetemp() / "mutated.zip"
    target.write_bytes(content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))])
    with suppress(InputRefused):
        verify(str(target))


def test_a_folder_with_a_dossier_and_nothing_else_is_known(folder: Path) -> None:
    assert is_dossier(folder)
    first_file(folder).unlink()
    assert is_dossier(folder)
    (folder / "mine.txt").touch()
    assert not is_dossier(folder)
    assert not is_dossier(folder / "files")
