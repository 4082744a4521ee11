"""Whether a dossier agrees with its own lists: every file of it, and nothing else.

Who has changed a file can write the lists anew. Only the seal, told apart, shows that they are the ones first made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

from aliorder.errors import InputRefused
from aliorder.exporters.dossier.listed import MOST_BYTES, Listed, read_manifest, read_sums
from aliorder.exporters.dossier.manifest import MANIFEST, SUMS, Entry, file_entry
from aliorder.exporters.dossier.places import Folder, Packed, Place, Unreadable, is_litter
from aliorder.words.safe import shortened

FaultKind = Literal["changed", "missing", "extra", "refused"]
MOST_EXTRA = 100
MOST_SHOWN = 200


class Fault(NamedTuple):
    """Something wrong with a dossier: with which file, and why, in words.

    `refused`: a file that is not read, such as a link.
    """

    kind: FaultKind
    name: str
    why: str


class Verdict(NamedTuple):
    """What was found: whose dossier, as its manifest says, how many of the files listed there agree with it, how large.

    `seal` is the SHA-256 of the list of checksums, to be compared with the one that was told when it was made; `None`
    if that list is gone. `faults` are in the order of the manifest. `passed` are the files that a system has put in by
    itself: they are no fault.
    """

    order: str | None
    made: str | None
    made_by: str | None
    checked: int
    size: int
    seal: str | None
    faults: tuple[Fault, ...]
    passed: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether all of it agrees with its own lists."""
        return not self.faults


def verify(path: str) -> Verdict:
    """Check the dossier at `path`, a folder or a zip, against its own lists.

    Sizes are looked at before content, nothing is unpacked, no link is followed. Raises InputRefused for what is not
    there, is no dossier, or has a manifest that cannot be read.
    """
    with place_at(path) as place:
        try:
            return verdict_on(place)
        except Unreadable as error:
            raise InputRefused(f"{shortened(path, MOST_SHOWN)} cannot be checked: {error}") from None


def is_dossier(path: Path) -> bool:
    """Whether a folder holds a dossier and nothing else, whole or not."""
    place = Folder(path)
    try:
        names, listed = place.names(), read_manifest(whole_content(place, MANIFEST))
    except (InputRefused, Unreadable):
        return False
    return names.keys() <= {MANIFEST, SUMS, *listed.files} and not any(names.values())


def is_folder(path: str) -> bool:
    """Whether a folder is there; what cannot even be a name is none."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


@contextmanager
def place_at(path: str) -> Iterator[Place]:
    """The folder or the zip at `path`, closed at the end."""
    if is_folder(path):
        yield Folder(Path(path))
        return
    packed = Packed(Path(path))
    try:
        yield packed
    finally:
        packed.close()


def verdict_on(place: Place) -> Verdict:
    """The verdict on what lies there."""
    names = place.names()
    if MANIFEST not in names or names[MANIFEST]:
        raise InputRefused(f"this is no dossier: it has no {MANIFEST}", "name the folder or the .zip that was exported")
    content = whole_content(place, MANIFEST)
    listed = read_manifest(content)
    place.look_for(listed.files)
    names = place.names()
    found = {name: flaw(place, names, entry) for name, entry in listed.files.items()}
    faults = [fault for fault in found.values() if fault]
    seal, sum_fault = check_sums(place, names, listed, file_entry(MANIFEST, content))
    unknown = sorted(names.keys() - {MANIFEST, SUMS, *listed.files})
    passed = tuple(name for name in unknown if is_litter(name) and names[name] is None)
    faults += [*sum_fault, *extra(names, sorted({*unknown} - {*passed}))]
    sizes = [listed.files[name].size for name, fault in found.items() if fault is None]
    return Verdict(listed.order, listed.made, listed.made_by, len(sizes), sum(sizes), seal, tuple(faults), passed)


def flaw(place: Place, names: Mapping[str, str | None], entry: Entry) -> Fault | None:
    """What is wrong with a file of the manifest; `None` if it agrees with it."""
    if entry.name not in names:
        return Fault("missing", entry.name, "it is not there")
    if why := names[entry.name]:
        return Fault("refused", entry.name, why)
    try:
        size = place.size(entry.name)
        if size != entry.size:
            return Fault("changed", entry.name, f"it has {size} bytes instead of {entry.size}")
        same = sum_of(place, entry) == entry.sha256
    except Unreadable as error:
        return Fault("changed", entry.name, str(error))
    return None if same else Fault("changed", entry.name, "its content is not the one that was exported")


def sum_of(place: Place, entry: Entry) -> str | None:
    """The SHA-256 of the content; `None` as soon as it turns out longer than it should be."""
    total, found = 0, sha256()
    for piece in place.pieces(entry.name):
        total += len(piece)
        if total > entry.size:
            return None
        found.update(piece)
    return found.hexdigest() if total == entry.size else None


def check_sums(
    place: Place, names: Mapping[str, str | None], listed: Listed, manifest: Entry
) -> tuple[str | None, list[Fault]]:
    """The seal, and what is wrong with the list of checksums: it must say of every file what the manifest says."""
    if SUMS not in names:
        return None, [Fault("missing", SUMS, "it is not there")]
    if why := names[SUMS]:
        return None, [Fault("refused", SUMS, why)]
    try:
        content = whole_content(place, SUMS)
    except (InputRefused, Unreadable) as error:
        return None, [Fault("changed", SUMS, str(error))]
    should_be = {entry.name: entry.sha256 for entry in (*listed.files.values(), manifest)}
    seal = file_entry(SUMS, content).sha256
    if read_sums(content) == should_be:
        return seal, []
    return seal, [Fault("changed", SUMS, f"it does not agree with {MANIFEST}")]


def extra(names: Mapping[str, str | None], unknown: Sequence[str]) -> Iterator[Fault]:
    """The files that the manifest does not know: the first of them, if there are many."""
    for name in islice(unknown, MOST_EXTRA):
        why = names[name]
        yield Fault(
            "refused" if why else "extra", shortened(name, MOST_SHOWN), why or "it does not belong to the dossier"
        )
    if len(unknown) > MOST_EXTRA:
        yield Fault("extra", "…", f"{len(unknown) - MOST_EXTRA} more files do not belong to the dossier")


def whole_content(place: Place, name: str) -> bytes:
    """The whole content of one of the lists. Raises InputRefused for one that is far too large."""
    parts, total = [], 0
    for piece in place.pieces(name):
        total += len(piece)
        if total > MOST_BYTES:
            raise InputRefused(f"{name} is far too large for a dossier's")
        parts.append(piece)
    return b"".join(parts)
