"""1 GiB of evidence on one order: added, exported and checked on the command line, in little memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MIB = 1024**2
SIZE = 1024 * MIB
ROOM = 4 * SIZE
MOST = 250 * MIB
ROOT = Path(__file__).parents[2]
NUMBER = "8123456789012345"

MEASURED = """
import re, resource, sys
from pathlib import Path
from aliorder.cli.app import main
sys.argv[0] = "aliorder"
code = main(sys.argv[1:])
sys.stdout.flush()
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if sys.platform == "linux":  # there that figure begins with what the parent needed
    most = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]
print(most, file=sys.__stderr__)
sys.exit(code)
"""


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A file of 1 GiB with something in it."""
    if shutil.disk_usage(tmp_path).free < ROOM:
        pytest.skip("less than 4 GiB are free on the disk of the tests")
    path = tmp_path / "film.mp4"
    with path.open("wb") as stream:
        stream.write(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + os.urandom(MIB))
        stream.truncate(SIZE)
    return path


def memory_of(folder: Path, *line: str) -> int:
    """The most memory, in bytes, that a command needed that went well."""
    command = [sys.executable, "-c", MEASURED, "--home", str(folder / "home"), "--now", "2026-11-22", *line]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.splitlines()[-1]) * (1 if sys.platform == "darwin" else 1024)


@pytest.mark.skipif(sys.platform == "win32", reason="no measure of memory here")
def test_a_gibibyte_is_added_exported_and_checked_in_little_memory(tmp_path: Path, film: Path) -> None:
    memory_of(tmp_path, "add", NUMBER, "--event", "paid=2026-10-01", "--why", "not-received")
    needed = {
        f"{line[0]} {line[-1]}": memory_of(tmp_path, "evidence", *line)
        for line in (
            ("add", NUMBER, str(film), "--kind", "video"),
            ("add", NUMBER, str(film), "--shows", "once more"),
            ("open", NUMBER, "1", "--path"),
        )
    }
    film.unlink()
    shutil.rmtree(tmp_path / "home" / "evidence" / "views")
    for target in ("dossier", "dossier.zip"):
        needed[f"export {target}"] = memory_of(tmp_path, "evidence", "export", NUMBER, target)
        needed[f"verify {target}"] = memory_of(tmp_path, "evidence", "verify", target)
    assert (tmp_path / "dossier.zip").stat().st_size > SIZE
    assert [path.stat().st_size for path in (tmp_path / "dossier" / "files").iterdir()] == [SIZE]
    assert {line: most // MIB for line, most in needed.items() if most > MOST} == {}
