from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from aliorder.importers import FileRefused
from aliorder.importers.files import Inputs, named_files

MIB = 1024**2


def refusal(path: str, stdin: bytes = b"", most: int = MIB) -> tuple[str, str | None]:
    with Inputs(BytesIO(stdin), most) as inputs, pytest.raises(FileRefused) as refused:
        inputs.open(path)
    return refused.value.message, refused.value.hint


def found(*paths: str | Path) -> list[str]:
    return [named.path for named in named_files([str(path) for path in paths], fail)]


def fail(refusal: FileRefused) -> None:
    raise refusal


def test_a_file_is_read_byte_by_byte_and_again(tmp_path: Path) -> None:
    path = tmp_path / "ordres é.json"
    path.write_bytes(b"\xff\r\n\x00")
    os.utime(path, (1_788_000_000, 1_788_000_000))
    with Inputs(BytesIO()) as inputs:
        file = inputs.open(str(path))
        assert (file.name, file.size, file.head, file.content) == (str(path), 4, b"\xff\r\n\x00", b"\xff\r\n\x00")
        assert file.written == datetime.fromtimestamp(1_788_000_000, UTC)
        with file.open() as first, file.open() as second:
            assert first.read(2) + second.read() == b"\xff\r\xff\r\n\x00"


def test_a_dash_means_standard_input_which_can_be_read_again() -> None:
    with Inputs(BytesIO(b"{}")) as inputs:
        file = inputs.open("-")
        assert (file.name, file.size, file.content, file.written) == ("standard input", 2, b"{}", None)
        with file.open() as stream:
            assert stream.read() == b"{}"
            place = Path(stream.name)
            assert place.parent.stat().st_mode & 0o777 == 0o700
    assert not place.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = subprocess.Popen(["sh", "-c", 'printf orders > "$0"', str(path)])
    with Inputs(BytesIO()) as inputs:
        file = inputs.open(str(path))
        assert (file.content, file.written) == (b"orders", None)
    assert writer.wait() == 0


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    path = str(tmp_path / "none")
    assert refusal(path) == (f"{path}: there is no such file", None)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert refusal("a\x00b") == ("a\ufffdb: the file cannot be read (embedded null byte)", None)


def test_a_stream_may_be_as_long_as_the_limit_and_no_longer() -> None:
    with Inputs(BytesIO(b"x" * MIB), MIB) as inputs:
        assert inputs.open("-").size == MIB
    reason = "standard input: more than 1 MiB came in"
    assert refusal("-", b"x" * (MIB + 1)) == (reason, "save it as a file first")
    assert refusal("/dev/zero") == ("/dev/zero: more than 1 MiB came in", "save it as a file first")


def test_a_file_that_vanishes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief"
    path.write_bytes(b"x")
    with Inputs(BytesIO()) as inputs:
        file = inputs.open(str(path))
    path.unlink()
    with pytest.raises(FileRefused, match="there is no such file"):
        file.open()


def test_a_file_without_permission_is_refused() -> None:
    path = Path("/proc/1/mem")
    try:
        path.open("rb").close()
    except PermissionError:
        assert refusal(str(path)) == (f"{path}: you are not allowed to read this file", None)
    except OSError:
        pytest.skip("no file here that may not be read")
    else:
        pytest.skip("every file may be read by this user")


def test_a_folder_gives_its_files_in_order_and_no_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.csv", "a.json", ".hidden", "below/c.eml", ".git/d"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    names = [tmp_path / name for name in ("a.json", "b.csv", "below/c.eml")]
    assert found(tmp_path) == [str(name) for name in names]
    given = named_files([str(tmp_path), "-", "none"], fail)
    assert [named.in_folder for named in given] == [True, True, True, False, False]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.touch()
    assert found(path, tmp_path, path, "-", "-") == [str(path), "-"]


def test_a_folder_of_mails_gives_those_that_were_delivered(tmp_path: Path) -> None:
    for name in ("cur/1", "new/2", "tmp/3"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    assert found(tmp_path) == [str(tmp_path / "cur/1"), str(tmp_path / "new/2")]


def test_a_link_to_a_folder_inside_does_not_go_round_for_ever(tmp_path: Path) -> None:
    (tmp_path / "a.json").touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    assert found(tmp_path) == [str(tmp_path / "a.json")]
