"""A dossier of 1 GiB of evidence is made and checked in little memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GIB = 1024**3
MOST = 150 * 1024**2
ROOT = Path(__file__).parents[2]

MEASURE = """
import re, resource, sys
from pathlib import Path
def most_memory():
    if sys.platform == "linux":  # there the other figure begins with what the parent needed
        return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""

MAKE = """
import sys
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path
from aliorder.cli.dossier_files import write_dossier
from aliorder.domain.order import Evidence
from tests.dossier_example import NOW, Contents, example

large, target = map(Path, sys.argv[1:])
contents = Contents()
with large.open("rb") as stream:
    found = file_digest(stream, "sha256").hexdigest()
dossier = example(contents)
film = Evidence(found, "film.mp4", large.stat().st_size, "video/mp4", NOW, "video")
order = replace(dossier.order, evidence=(*dossier.order.evidence, film))
opened = lambda asked: large.open("rb") if asked == found else contents.open(asked)
write_dossier(dossier._replace(order=order), opened, str(target))
print(most_memory())
"""

CHECK = """
import sys
from aliorder.exporters.dossier.verify import verify
assert verify(sys.argv[1]).ok
print(most_memory())
"""


def memory_of(script: str, *arguments: Path) -> int:
    """The most memory that the script needed, in bytes."""
    command = [sys.executable, "-c", MEASURE + script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ)
    assert (done.returncode, done.stderr) == (0, "")
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


@pytest.mark.skipif(sys.platform == "win32", reason="no measure of memory here")
@pytest.mark.parametrize("name", ["dossier", "dossier.zip"])
def test_a_gibibyte_takes_little_memory(tmp_path: Path, name: str) -> None:
    large, target = tmp_path / "large", tmp_path / name
    with large.open("wb") as stream:
        stream.truncate(GIB)
    assert memory_of(MAKE, large, target) < MOST
    assert memory_of(CHECK, target) < MOST
