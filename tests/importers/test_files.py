from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from aliorder.importers import FileRefused, InputFile
from aliorder.importers.files import open_input


def refusal(path: str, limit: int = 1024**2) -> tuple[str, str | None]:
    with pytest.raises(FileRefused) as refused:
        open_input(path, BytesIO(b"x" * (limit + 1)), limit)
    return refused.value.message, refused.value.hint


def test_a_file_is_read_byte_by_byte(tmp_path: Path) -> None:
    path = tmp_path / "ordres é.json"
    path.write_bytes(b"\xff\r\n\x00")
    assert open_input(str(path), BytesIO()) == InputFile(str(path), b"\xff\r\n\x00")


def test_a_dash_means_standard_input() -> None:
    assert open_input("-", BytesIO(b"{}")) == InputFile("standard input", b"{}")


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    path = str(tmp_path / "none")
    assert refusal(path) == (f"{path}: there is no such file", None)


def test_a_folder_is_refused_by_name(tmp_path: Path) -> None:
    assert refusal(str(tmp_path)) == (f"{tmp_path}: this is a folder, not a file", "name the files in it")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert refusal("a\x00b") == ("a\ufffdb: the file cannot be read (embedded null byte)", None)


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * 1024**2)
    assert len(open_input(str(path), BytesIO(), 1024**2).content) == 1024**2
    path.write_bytes(b"x" * (1024**2 + 1))
    reason = "the file is larger than 1 MiB"
    assert refusal(str(path)) == (f"{path}: {reason}", "save fewer orders in one file")
    assert refusal("-") == (f"standard input: {reason}", "save fewer orders in one file")


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
