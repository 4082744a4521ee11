"""What aliorder has put into its folders, told apart from what others have put there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from aliorder.cli.column_maps import FOLDER_NAME as MAPS
from aliorder.cli.column_maps import NAME as MAP_NAME
from aliorder.records.content import DRAFT
from aliorder.records.values import SHA256
from aliorder.settings import MESSAGES_NAME, POLICY_NAME, SETTINGS_NAME
from aliorder.store.backups import FOLDER_NAME as BACKUPS
from aliorder.store.backups import NAME as BACKUP_NAME
from aliorder.store.database import FILE_NAME
from aliorder.store.evidence import FOLDER_NAME as EVIDENCE
from aliorder.store.evidence import VIEW as VIEW_NAME
from aliorder.store.evidence import VIEWS_NAME as VIEWS
from aliorder.store.raw import FOLDER_NAME as RAW

STORE = re.compile(rf"{re.escape(FILE_NAME)}(-journal|-wal|-shm)?|{DRAFT.pattern}")
BACKUP = re.compile(rf"{BACKUP_NAME.pattern}(-journal)?|{DRAFT.pattern}")
WHOLE_FILE = re.compile(rf"{SHA256.pattern}\.gz|{DRAFT.pattern}")
COPY = re.compile(rf"{SHA256.pattern}|{DRAFT.pattern}")
VIEW = re.compile(rf"{VIEW_NAME.pattern}|{DRAFT.pattern}")
SETTINGS = re.compile(rf"{re.escape(SETTINGS_NAME)}|{re.escape(POLICY_NAME)}|{DRAFT.pattern}")
LANGUAGE = re.compile(rf"[a-z]{{2,3}}(-[A-Za-z0-9]{{2,8}}){{0,2}}\.toml|{DRAFT.pattern}")
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
    places = (
        (data, STORE),
        (data / BACKUPS, BACKUP),
        (data / RAW, WHOLE_FILE),
        (data / EVIDENCE / VIEWS, VIEW),
        (data / EVIDENCE, COPY),
    )
    files = [path for folder, name in places for path in ours_in(folder, name)]
    settings = [*ours_in(config, SETTINGS), *ours_in(config / MAPS, MAP)]
    settings += ours_in(config / MESSAGES_NAME, LANGUAGE)
    settings = [path for path in settings if path not in files]
    own = (data / BACKUPS, data / RAW, data / EVIDENCE / VIEWS, data / EVIDENCE)
    folders = (*own, config / MAPS, config / MESSAGES_NAME, data, config)
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
