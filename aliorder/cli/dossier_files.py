"""Where a dossier goes: a folder or a zip, there as a whole or not at all, readable by its owner alone.

It stands beside `destination`, which does the same for one document: exporters make the bytes, this puts them on disk.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from aliorder.cli.destination import STDOUT, not_written, reason_of, replacing
from aliorder.cli.dossier_folder import FILE_MODE, already_there, put_folder, shown_path
from aliorder.cli.drafts import drop_old_drafts, ending_in_order
from aliorder.errors import UsageError
from aliorder.exporters.dossier.bundle import Member, members
from aliorder.exporters.dossier.contents import without_what_is_gone
from aliorder.exporters.dossier.manifest import MANIFEST, SUMS
from aliorder.exporters.dossier.model import Dossier, Exhibit, OpenContent

ZIP = ".zip"
UNIX = 3
ZIP_YEARS = range(1980, 2108)
PACKED = ("text/", "application/json")
"""Media types that get smaller when packed; pictures, videos and papers are packed already."""


class Written(NamedTuple):
    """A dossier that was written: where, how many files its list names, and what is not in it.

    `seal` is the SHA-256 of its list of checksums: the one number that stands for all of it. Whoever has it, told apart
    from the dossier, can tell that nothing in it was changed; without it anybody could write the lists anew.
    """

    path: Path
    files: int
    seal: str
    left_out: tuple[Exhibit, ...]


class Tally:
    """Counts the members that pass through, but for the two lists of them, and keeps the seal."""

    def __init__(self) -> None:
        self.files = 0
        self.seal = sha256()

    def passing(self, member: Member) -> Iterator[bytes]:
        """The pieces of the member."""
        self.files += member.name not in (MANIFEST, SUMS)
        for piece in member.pieces:
            if member.name == SUMS:
                self.seal.update(piece)
            yield piece


def write_dossier(
    dossier: Dossier, open_content: OpenContent, target: str, *, replace: bool = False, leave_out: bool = False
) -> Written:
    """Write the dossier as a zip where `target` ends in `.zip`, else as a folder.

    Nothing may be there yet but an empty folder, unless it is to `replace` a dossier (or, for a zip, a file). With
    `leave_out` evidence whose content is gone is left out, and the dossier says so; without, it is a StoreError.
    UsageError for whatever is in the way at the target. After any error, an interrupt or a request to end, all is as
    before; what a kill has left goes a day later.
    """
    path = place_of(target)
    if leave_out:
        dossier = without_what_is_gone(dossier, open_content)
    tally, written = Tally(), members(dossier, open_content)
    try:
        with ending_in_order():
            drop_old_drafts(path.parent)
            if is_zip(target):
                put_zip(path, written, tally, dossier.now, replace=replace)
            else:
                put_folder(path, ((each.name, tally.passing(each)) for each in written), replace=replace)
    except OSError as error:
        raise not_written(target, *reason_of(error)) from None
    left_out = tuple(exhibit for exhibit in dossier.exhibits if exhibit.number in dossier.left_out)
    return Written(path, tally.files, tally.seal.hexdigest(), left_out)


def is_zip(target: str) -> bool:
    """Whether the name asks for a zip."""
    return target.lower().endswith(ZIP)


def place_of(target: str) -> Path:
    """Where the name leads to, links followed. UsageError for a name that nothing can have."""
    if target in ("", STDOUT):
        raise UsageError("a dossier cannot go to standard output", "name a folder, or a file that ends in .zip")
    try:
        return Path(os.path.realpath(target))
    except (OSError, ValueError):
        raise not_written(target, *reason_of(OSError(errno.EINVAL, ""))) from None


def put_zip(path: Path, written: Iterable[Member], tally: Tally, made: datetime, *, replace: bool) -> None:
    """Put a zip with these members at `path`, in one step. Raises OSError, and UsageError for what is there."""
    if path.is_dir() or (path.exists() and not path.is_file()):
        raise UsageError(f"{shown_path(path)} is there already, and is no file", "choose another name")
    if path.exists() and not replace:
        raise already_there(path)
    with replacing(path, FILE_MODE) as stream, ZipFile(stream, "w") as archive:
        fill_zip(archive, written, tally, made)


def fill_zip(archive: ZipFile, written: Iterable[Member], tally: Tally, made: datetime) -> None:
    """Write the members, each with a name, a mode and a moment that say nothing about this machine."""
    year = min(max(made.year, ZIP_YEARS[0]), ZIP_YEARS[-1])
    moment = (year, made.month, made.day, made.hour, made.minute, made.second)
    for member in written:
        info = ZipInfo(member.name, moment)
        info.create_system = UNIX
        info.external_attr = (stat.S_IFREG | FILE_MODE) << 16
        info.compress_type = ZIP_DEFLATED if member.media.startswith(PACKED) else ZIP_STORED
        info.file_size = member.about  # decides whether its sizes get room for more than 4 GiB
        with archive.open(info, "w") as stream:
            for piece in tally.passing(member):
                stream.write(piece)
