"""Which files an import reads, by which importer, and on what terms."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any, BinaryIO, NamedTuple

from aliorder.cli.output import complain, say
from aliorder.cli.session import Session
from aliorder.domain.typed import currency
from aliorder.errors import StoreError, UsageError
from aliorder.importers import (
    DATE_ORDERS,
    DECIMAL_MARKS,
    DateOrder,
    DecimalMark,
    FileRefused,
    Importer,
    InputFile,
    Problem,
    Terms,
    UnknownFile,
)
from aliorder.importers.files import Inputs, Named, named_files, refusing
from aliorder.importers.tables.columns import column_map
from aliorder.importers.tables.importer import TableImporter
from aliorder.records.content import PIECE
from aliorder.store.files import KnownFile
from aliorder.store.raw import RawFolder

MOST_NAMED = 3
"""So many of the files that were passed over are named."""


class Asked(NamedTuple):
    """What the buyer says of the files besides naming them; `None` leaves it to the file."""

    seen: datetime | None = None
    date_order: DateOrder | None = None
    decimal: DecimalMark | None = None
    currency: str | None = None
    encoding: str | None = None
    trust_numbers: bool = False


SETTLED = tuple(name for name in Asked._fields if name != "seen")
"""What is remembered of what was asked, to read a file again in the same way."""


CAN_BE_ASKED: Mapping[str, Callable[[Any], bool]] = {
    "date_order": lambda order: order in (None, *DATE_ORDERS),
    "decimal": lambda mark: mark in (None, *DECIMAL_MARKS),
    "currency": lambda code: code is None or currency(code) == code,
    "encoding": lambda name: name is None or isinstance("".encode(name), bytes),
    "trust_numbers": lambda answer: answer in (None, True, False),
    "columns": lambda columns: columns is None or bool(column_map(columns.items())),
}
"""Whether something can have been asked, by its name; the checks may also raise."""


class Source(NamedTuple):
    """A file to take in, the importer that reads it, and on what terms; `digest` is the SHA-256 of what is in it."""

    file: InputFile
    importer: Importer
    terms: Terms
    digest: str


class Sources(NamedTuple):
    """The files that can be read, in order, what was refused before any was, and the names of all in their order."""

    ready: tuple[Source, ...]
    problems: tuple[Problem, ...]
    names: tuple[str, ...]

    @property
    def looked_at(self) -> int:
        """How many files were looked at, those refused among them, those passed over not."""
        return len(self.ready) + len(self.problems)

    def refused(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """What was refused at once together with these, in the order of the files."""
        places = {name: place for place, name in enumerate(self.names)}
        return tuple(sorted((*self.problems, *problems), key=lambda problem: places.get(problem.file, len(places))))


class Finder:
    """Finds the sources among what the buyer named; what is refused is said at once.

    `choose` gives the importer of a file, or raises `FileRefused`. `seen_before` tells when the statuses of a file with
    this digest counted as seen when it was imported before.
    """

    def __init__(
        self,
        session: Session,
        asked: Asked,
        choose: Callable[[InputFile, Named], Importer],
        seen_before: Callable[[str], datetime | None],
    ) -> None:
        self._session = session
        self._asked = asked
        self._choose = choose
        self._seen_before = seen_before
        self._ready: list[Source] = []
        self._problems: list[Problem] = []
        self._passed_over: list[str] = []
        self._names: list[str] = []

    def find(self, paths: Sequence[str], inputs: Inputs) -> Sources:
        """The sources in the files and folders that the paths name."""
        for named in named_files(paths, self._refuse):
            try:
                file = inputs.open(named.path)
                self._names.append(file.name)
                self._ready.append(self._source(file, named))
            except FileRefused as refusal:
                if named.in_folder and isinstance(refusal, UnknownFile):
                    self._passed_over.append(named.path)
                else:
                    self._refuse(refusal)
        if self._passed_over:
            say(passed_over_note(self._passed_over))
        return self._found()

    def find_again(
        self, files: Iterable[KnownFile], raw: RawFolder, choose: Callable[[InputFile, str], Importer]
    ) -> Sources:
        """The sources in the files that were kept whole; what was asked then holds where nothing is asked now.

        `choose` gives the importer of a file by the format as which it was read, or raises `FileRefused`.
        """
        for known in files:
            try:
                file = packed_file(known, raw)
                then = asked_then(known)
                columns = then.get("columns")
                again = TableImporter(column_map(columns.items())) if columns else None
                importer = again or choose(file, known.format)
                terms = Terms(self._session.policy, self._asked.seen or known.seen, self._zone, **self._settled(then))
                self._ready.append(Source(file, importer, terms, known.sha256))
            except FileRefused as refusal:
                self._refuse(refusal)
        return self._found()

    def _found(self) -> Sources:
        return Sources(tuple(self._ready), tuple(self._problems), tuple(self._names))

    def _settled(self, then: Mapping[str, Any]) -> dict[str, Any]:
        """What decides how a file is read: what is asked now, else what was asked when it was imported."""
        now = self._asked._asdict()
        return {name: now[name] or then.get(name, now[name]) for name in SETTLED}

    def _source(self, file: InputFile, named: Named) -> Source:
        """The file with its importer and its terms. Raises `FileRefused`."""
        with refusing(file.name):
            importer = self._choose(file, named)
            digest = digest_of(file)
        file.forget()
        return Source(file, importer, self._terms(file, digest), digest)

    def _terms(self, file: InputFile, digest: str) -> Terms:
        """On what terms the file is read: it shows what was seen when it was written, at the latest now."""
        now, given = self._session.now, self._asked._asdict()
        seen = given.pop("seen") or self._seen_before(digest) or min(file.written or now, now)
        return Terms(self._session.policy, seen, self._zone, **given)

    @property
    def _zone(self) -> tzinfo:
        zone = self._session.now.tzinfo
        assert zone is not None, "the moment of a run has a zone"
        return zone

    def _refuse(self, refusal: FileRefused) -> None:
        complain(refusal)
        self._problems.append(refusal.problem)
        self._names.append(refusal.problem.file)


def known_file(source: Source, now: datetime, *, raw: bool) -> KnownFile:
    """What the store remembers of a file that was taken in, so that it reads the same the next time."""
    terms = source.terms
    given = {name: getattr(terms, name) for name in SETTLED}
    if isinstance(source.importer, TableImporter):
        given["columns"] = dict(source.importer.columns.pairs)
    return KnownFile(source.digest, source.file.name, now, terms.seen, source.importer.name, json.dumps(given), raw)


def packed_file(known: KnownFile, raw: RawFolder) -> InputFile:
    """A file that was kept whole, as it was handed over. Raises `FileRefused` if it is not there any more."""

    def opened() -> BinaryIO:
        try:
            return raw.open(known.sha256)
        except StoreError as error:
            raise FileRefused(known.name, f"what was kept of it cannot be read ({error.message})") from None

    size = 0
    try:
        with opened() as stream:
            while piece := stream.read(PIECE):
                size += len(piece)
    except (OSError, EOFError, zlib.error):
        raise FileRefused(known.name, "what was kept of it is damaged", "import the file itself again") from None
    return InputFile(known.name, opened, size, known.seen)


def asked_then(known: KnownFile) -> Mapping[str, Any]:
    """What was asked when a file was imported. Raises `FileRefused` if nobody can have asked that."""
    try:
        then = json.loads(known.terms)
        if all(fits(then.get(name)) for name, fits in CAN_BE_ASKED.items()):
            return dict(then)
    except (UsageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass
    why = "what was asked when it was imported cannot be read"
    raise FileRefused(known.name, why, "import the file itself again") from None


def digest_of(file: InputFile) -> str:
    """The SHA-256 of what is in the file, in hexadecimal."""
    with file.open() as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]


def passed_over_note(paths: Sequence[str]) -> str:
    """That files in a folder are none that aliorder reads."""
    more = f" and {len(paths) - MOST_NAMED} more" if len(paths) > MOST_NAMED else ""
    files = "file that is" if len(paths) == 1 else "files that are"
    return f"note: passed over {len(paths)} {files} none of those aliorder reads: {', '.join(paths[:MOST_NAMED])}{more}"
