"""A dossier in a folder that is a disk of its own, for those who may mount one."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from aliorder.cli.dossier_files import write_dossier
from aliorder.cli.dossier_folder import move_in
from aliorder.exporters.dossier.verify import verify
from tests.dossier_example import Contents, example

MOUNT, UMOUNT = shutil.which("mount"), shutil.which("umount")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """An empty disk, called as the last part of a dossier that is put into its place."""
    folder = tmp_path / "draft" / "manifest.json"
    folder.mkdir(parents=True)
    command = [MOUNT or "mount", "-t", "tmpfs", "none", str(folder)]
    if not MOUNT or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run([UMOUNT or "umount", folder], check=True)


def test_an_empty_disk_is_a_place(disk: Path) -> None:
    contents = Contents()
    write_dossier(example(contents), contents.open, str(disk))
    assert verify(str(disk)).ok


def test_what_has_moved_in_goes_again_if_a_part_cannot(disk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (disk.parent / "files").mkdir()
    (disk.parent / "files" / "photo").touch()
    (disk.parent / "index.html").touch()
    with pytest.raises(OSError, match="busy"):
        move_in(disk.parent, folder)
    assert list(folder.iterdir()) == []
