"""The port through which files come in: one importer a format, each claiming the files it can read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from io import BytesIO
from typing import BinaryIO, Literal, NamedTuple, Protocol, get_args

from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.errors import InputRefused

HEAD = 64 * 1024
"""So many bytes of a file tell what it is."""

LIMIT = 256 * 1024 * 1024
"""The most bytes of a file that is read as a whole."""

DateOrder = Literal["dmy", "mdy", "ymd"]
DecimalMark = Literal["comma", "point"]
DATE_ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)
DECIMAL_MARKS: tuple[DecimalMark, ...] = get_args(DecimalMark)


@dataclass(frozen=True)
class InputFile:
    """A file that the buyer handed over, by the `name` under which the buyer knows it.

    `open` gives a new stream from its first byte on each time, `size` counts its bytes, and `written` is the moment
    at which it was last written, with a zone; `None` if nobody knows.
    """

    name: str
    open: Callable[[], BinaryIO]
    size: int
    written: datetime | None = None

    @cached_property
    def head(self) -> bytes:
        """Its first `HEAD` bytes."""
        with self.open() as stream:
            return stream.read(HEAD)

    @cached_property
    def content(self) -> bytes:
        """All its bytes. Raises `FileRefused` if they are more than `LIMIT`."""
        if self.size > LIMIT:
            raise FileRefused(self.name, f"the file is larger than {LIMIT // 1024**2} MiB", "save fewer orders in one")
        with self.open() as stream:
            return stream.read()

    def forget(self) -> None:
        """Let go of what was read of it; it is read again when it is needed."""
        for name in ("head", "content"):
            self.__dict__.pop(name, None)


def file_of(name: str, content: bytes, written: datetime | None = None) -> InputFile:
    """A file with this content, which is in memory."""
    return InputFile(name, lambda: BytesIO(content), len(content), written)


class Terms(NamedTuple):
    """On what terms a file is read.

    `seen` is the moment at which a status counts as seen where the file itself does not tell, `zone` that of times
    without one. `date_order` and `decimal` decide what a whole file leaves open, `currency` is that of amounts which
    name none, `encoding` that of the text. `trust_numbers`: order numbers that end in zeros, as a spreadsheet leaves
    them, are right as they stand.
    """

    policy: Policy
    seen: datetime
    zone: tzinfo
    date_order: DateOrder | None = None
    decimal: DecimalMark | None = None
    currency: str | None = None
    encoding: str | None = None
    trust_numbers: bool = False


class Problem(NamedTuple):
    """One thing that was not taken in, with its place; `field` is `None` for the whole file."""

    file: str
    line: int | None
    field: str | None
    why: str


class Told(NamedTuple):
    """What a file says of one order; a field of it that is `None` or empty is not spoken of.

    An order without a number is one that the file does not name: whose it is has to be found out by its tracking
    number, its items or its payment. `assumed`: its status was seen at `Terms.seen`, as the file does not say when.
    """

    order: Order
    line: int | None = None
    assumed: bool = False


class Remark(NamedTuple):
    """Something about the file that the buyer should know, though nothing of it was refused."""

    text: str


Entry = Told | Problem | Remark


class FileRefused(InputRefused):
    """Nothing of a file, or nothing more of it, was taken in; `problem` holds the place and the reason as values."""

    def __init__(self, file: str, why: str, hint: str | None = None, line: int | None = None) -> None:
        place = file if line is None else f"{file}, line {line}"
        super().__init__(f"{place}: {why}", hint)
        self.problem = Problem(file, line, None, why)


class UnknownFile(FileRefused):
    """The file is none that aliorder reads."""


class Importer(Protocol):
    """Reads one format."""

    @property
    def name(self) -> str:
        """The id of the format."""
        ...

    @property
    def label(self) -> str:
        """What a buyer calls such a file."""
        ...

    def claims(self, file: InputFile) -> bool:
        """Whether the file is of this format, whole or damaged; raises nothing."""
        ...

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """Everything that can be read, one entry at a time and in the order of the file.

        Raises `FileRefused` as soon as nothing (more) can be read; what came before stays good.
        """
        ...


def identify(file: InputFile, importers: Sequence[Importer]) -> Importer:
    """The one importer that claims the file. Raises `UnknownFile` if none does, `FileRefused` if several do."""
    if not file.head.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UnknownFile(file.name, "the file is empty")
    claiming = [importer for importer in importers if importer.claims(file)]
    if len(claiming) == 1:
        return claiming[0]
    if claiming:
        names = " and ".join(importer.name for importer in claiming)
        hint = f"say which it is: --format {claiming[0].name}"
        raise FileRefused(file.name, f"this could be read in more than one way: {names}", hint)
    known = "; ".join(importer.label for importer in importers)
    raise UnknownFile(file.name, "this is not a file that aliorder knows", f"it reads: {known}")
