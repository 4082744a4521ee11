"""What aliorder has put into its folders, told apart from what others have put there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from aliorder.cli.column_maps import FOLDER_NAME as MAPS
from aliorder.cli.column_maps import NAME as MAP_NAME
from aliorder.settings import POLICY_NAME, SETTINGS_NAME
from aliorder.store.backups import FOLDER_NAME as BACKUPS
from aliorder.store.backups import NAME as BACKUP_NAME
from aliorder.store.database import FILE_NAME
from aliorder.store.raw import FOLDER_NAME as RAW

DRAFT = re.compile(r"\.(aliorder-)?[a-z0-9_]{8}\.part")
"""What a file is called that was being written when its writer was killed."""

STORE = re.compile(rf"{re.escape(FILE_NAME)}(-journal|-wal|-shm)?|{DRAFT.pattern}")
BACKUP = re.compile(rf"{BACKUP_NAME.pattern}(-journal)?|{DRAFT.pattern}")
WHOLE_FILE = re.compile(rf"[0-9a-f]{{64}}\.gz|{DRAFT.pattern}")
SETTINGS = re.compile(rf"{re.escape(SETTINGS_NAME)}|{re.escape(POLICY_NAME)}|{DRAFT.pattern}")
MAP = re.compile(rf"{MAP_NAME.pattern}\.toml|{DRAFT.pattern}")


class Belongings(NamedTuple):
    """The files of aliorder in its folders, in the order in which they are to go, and the folders that would be empty.

    A link counts as a file. `settings` are files that the user wrote for aliorder and that are to stay; `others` lie in
    the folders and are none of aliorder's.
    """

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    settings: tuple[Path, ...]
    others: tuple[Path, ...]


def belongings(data: Path, config: Path, *, with_settings: bool) -> Belongings:
    """What is in the folder of the orders and in that of the settings, which may be one. Raises OSError."""
    files = [*ours_in(data, STORE), *ours_in(data / BACKUPS, BACKUP), *ours_in(data / RAW, WHOLE_FILE)]
    settings = [*ours_in(config, SETTINGS), *ours_in(config / MAPS, MAP)]
    settings = [path for path in settings if path not in files]
    folders = (data / BACKUPS, data / RAW, config / MAPS, data, config)
    if with_settings:
        files, settings = [*files, *settings], []
    found = dict.fromkeys(folder for folder in folders if is_folder(folder))
    known = {*files, *settings, *found}
    others = tuple(path for folder in found for path in entries(folder) if path not in known)
    return Belongings(tuple(files), tuple(found), tuple(settings), others)


def ours_in(folder: Path, name: re.Pattern[str]) -> Iterator[Path]:
    """The files and links in the folder that have such a name."""
    if is_folder(folder):
        yield from (path for path in entries(folder) if name.fullmatch(path.name) and not is_folder(path))


def entries(folder: Path) -> list[Path]:
    """What is in the folder, by name."""
    return sorted(folder / name for name in os.listdir(folder))  # noqa: PTH208 - as paths of that very folder


def is_folder(path: Path) -> bool:
    """Whether it is a folder itself, and not a link to one."""
    return path.is_dir() and not path.is_symlink()
