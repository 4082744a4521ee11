"""The port through which files come in: one importer a format, each claiming the files it can read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.errors import InputRefused


class InputFile(NamedTuple):
    """A file that the buyer handed over: its name as the buyer knows it, and all its bytes."""

    name: str
    content: bytes


class Problem(NamedTuple):
    """One thing that was not taken in, with its place; `field` is `None` for the whole file."""

    file: str
    line: int | None
    field: str | None
    why: str


class Reading(NamedTuple):
    """What a file says.

    `orders` stand as in the file, and a field of them that is `None` is not spoken of; `problems`
    names all that was refused; `notes` are remarks for the buyer.
    """

    orders: tuple[Order, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


class FileRefused(InputRefused):
    """Nothing of a file was taken in; `problem` holds the place and the reason as values."""

    def __init__(self, file: str, why: str, hint: str | None = None, line: int | None = None) -> None:
        place = file if line is None else f"{file}, line {line}"
        super().__init__(f"{place}: {why}", hint)
        self.problem = Problem(file, line, None, why)


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

    def read(self, file: InputFile, policy: Policy) -> Reading:
        """Everything that can be read. Raises `FileRefused` if that is nothing at all."""
        ...


def identify(file: InputFile, importers: Sequence[Importer]) -> Importer:
    """The one importer that claims the file. Raises `FileRefused` if none or several do."""
    if not file.content.strip():
        raise FileRefused(file.name, "the file is empty")
    claiming = [importer for importer in importers if importer.claims(file)]
    if len(claiming) == 1:
        return claiming[0]
    if claiming:
        names = " and ".join(importer.name for importer in claiming)
        raise FileRefused(file.name, f"this could be read in more than one way: {names}")
    known = "; ".join(importer.label for importer in importers)
    raise FileRefused(file.name, "this is not a file that aliorder knows", f"it reads: {known}")
