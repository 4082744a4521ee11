"""The lines of a text file, decoded strictly and without ever holding the whole file."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import partial
from io import TextIOWrapper
from itertools import islice

from aliorder.importers import FileRefused, InputFile
from aliorder.importers.values.reading import shown

LONGEST_LINE = 1024 * 1024
MOST_WAITING = 4 * LONGEST_LINE
"""So many characters may be read while whoever reads the lines makes nothing of them."""

BLOCK = 256 * 1024
"""So many bytes are read at once where nothing is decoded."""

NO_FILES = frozenset({"punycode", "raw-unicode-escape", "unicode-escape"})
"""What Python calls encodings too, though no file is written in them."""

OTHER_ENCODING = "if the file is in another encoding, name it, for example --encoding cp1252"


def known_encoding(file: str, encoding: str) -> str:
    """The encoding itself. Raises `FileRefused` if nobody knows it."""
    try:
        bytes(4).decode(encoding, "replace")
        if codecs.lookup(encoding).name not in NO_FILES:
            return encoding
    except (LookupError, ValueError):
        pass
    hint = "known are, among many others, utf-8, utf-16, cp1252 and gb18030"
    raise FileRefused(file, f"there is no encoding {shown(encoding)} for files", hint)


def head_text(file: InputFile, encoding: str) -> str:
    """The text at the top of the file, with a stand-in for bytes in another encoding. Raises `FileRefused`."""
    try:
        return file.head.decode(known_encoding(file.name, encoding), errors="replace")
    except UnicodeError:
        raise not_in(file, encoding, None) from None


def not_in(file: InputFile, encoding: str, line: int | None) -> FileRefused:
    """The refusal of a file with bytes that are no text in the encoding."""
    return FileRefused(file.name, f"the text is not in {encoding.removesuffix('-sig').upper()}", OTHER_ENCODING, line)


class TextLines:
    """The lines of a file, each with its end, which may be that of any system.

    `line` is the one that was given last, `ended` becomes true when there is none any more. Whoever builds something
    out of several lines sets `waiting` to 0 each time it is finished; if that does not happen for 4 MiB, or a line is
    longer than 1 MiB, `FileRefused` is raised. Bytes that are not in the encoding raise it too, after every line above
    them has been given.
    """

    def __init__(self, file: InputFile, encoding: str) -> None:
        self.line = ""
        self.ended = False
        self.waiting = 0
        self._file = file
        self._encoding = known_encoding(file.name, encoding)

    def __iter__(self) -> Iterator[str]:
        number = 0
        try:
            with self._file.open() as stream, TextIOWrapper(stream, self._encoding, newline="") as text:
                for number, line in enumerate(pieces(text), start=1):
                    self.waiting += len(line)
                    if self.waiting > MOST_WAITING or len(line) == LONGEST_LINE:
                        raise self._too_long(line, number)
                    self.line = line
                    yield line
        except UnicodeError:
            yield from self._before_error(number)
        self.ended = True

    def _too_long(self, line: str, number: int) -> FileRefused:
        """The refusal of a line of more than the limit, or of many in which nothing is finished."""
        if len(line) == LONGEST_LINE:
            return FileRefused(self._file.name, "this line is longer than a table can have", None, number)
        why = "a row that begins above does not end; perhaps a quotation mark is not closed"
        return FileRefused(self._file.name, why, None, number)

    def _before_error(self, given: int) -> Iterator[str]:
        """The lines, after so many that were given, up to the one with bytes in another encoding.

        The decoder stops early, as it reads ahead; so the lines are read again in a way that lets such bytes pass.
        """
        number = given
        try:
            with (
                self._file.open() as stream,
                TextIOWrapper(stream, self._encoding, "surrogateescape", newline="") as text,
            ):
                for line in islice(pieces(text), given, None):
                    line.encode("utf-8")
                    number += 1
                    yield line
        except UnicodeError:
            pass
        raise not_in(self._file, self._encoding, number + 1)


def rough_lines(file: InputFile) -> Iterator[bytes]:
    """The lines of a text in which the ends of lines are single bytes; each may lack its own. Quick."""
    rest = b""
    with file.open() as stream:
        while block := stream.read(BLOCK):
            *lines, rest = (rest + block).splitlines(keepends=True)
            yield from lines
            if len(rest) > LONGEST_LINE:
                yield rest
                rest = b""
    yield rest


def pieces(text: TextIOWrapper) -> Iterator[str]:
    """The lines of the text; one that is too long comes in pieces."""
    return iter(partial(text.readline, LONGEST_LINE), "")
