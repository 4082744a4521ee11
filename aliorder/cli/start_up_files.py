"""One line of aliorder's in a file that the user wrote for a shell: put in, and taken out again to the last byte."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from aliorder.errors import UsageError

ADDED = "# added by aliorder completion --install"
ADDED_AFTER = "# added after an open line by aliorder completion --install"
ADDED_WITH_FILE = "# added with this file by aliorder completion --install"
"""How our line ends: what else is to go with it is the line end before it, or the file."""

MARKED = re.compile(
    rf"(?P<mark>{'|'.join(map(re.escape, (ADDED, ADDED_AFTER, ADDED_WITH_FILE)))})[ \t]*(?P<end>\r?\n|\Z)"
)
"""The end of our line, from its mark on."""

BEFORE_A_LINE = "\r\n\ufeff"
CONTINUED = {"powershell": "`"}
"""The sign at the end of a line that the next one continues, where it is not the backslash."""

ENCODINGS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Content(NamedTuple):
    """The text of a file, and how it is written in bytes."""

    text: str
    encoding: str

    @property
    def raw(self) -> bytes:
        """The bytes."""
        return self.text.encode(self.encoding, errors_of(self.encoding))

    @property
    def line_end(self) -> str:
        """How its lines end: as the first does."""
        return "\r\n" if re.match(r"[^\n]*\r\n", self.text) else "\n"


def errors_of(encoding: str) -> str:
    """How bytes are kept that are no text."""
    return "surrogateescape" if encoding == "utf-8" else "surrogatepass"


def read_content(raw: bytes) -> Content:
    """The bytes as text; `UsageError` if they are none, whatever the encoding."""
    encoding = ENCODINGS.get(raw[:2], "utf-8")
    try:
        return Content(raw.decode(encoding, errors_of(encoding)), encoding)
    except UnicodeDecodeError:
        raise UsageError("it is not text") from None


def start_of(mark: re.Match[str]) -> int:
    """Where the line begins that has the mark."""
    return 1 + max(mark.string.rfind(sign, 0, mark.start()) for sign in BEFORE_A_LINE)


def line_in(raw: bytes | None) -> str | None:
    """Our line in the file, without its mark; `None` if it has none."""
    found = MARKED.search(read_content(raw).text) if raw else None
    return found.string[start_of(found) : found.start()].rstrip() if found else None


def with_line(raw: bytes | None, line: str, shell: str) -> bytes:
    """The file with our line: in place of an older one, else at the end; `None` is no file.

    `UsageError` where a line at the end would become a part of the one before it.
    """
    if raw is None:
        return Content(f"{line}  {ADDED_WITH_FILE}\n", "utf-8").raw
    content = read_content(raw)
    text, line_end = content.text, content.line_end
    older = MARKED.search(text)
    if older is not None:
        return content._replace(text=f"{text[: start_of(older)]}{line}  {text[older.start() :]}").raw
    if text.rstrip("\r\n").endswith(CONTINUED.get(shell, "\\")):
        raise UsageError("its last line goes on")
    is_open = text.strip("\ufeff") != "" and not text.endswith("\n")
    between, mark = (line_end, ADDED_AFTER) if is_open else ("", ADDED)
    return content._replace(text=f"{text}{between}{line}  {mark}{line_end}").raw


def without_line(raw: bytes) -> bytes | None:
    """The file as it was before our line; `None` if there was none."""
    content = read_content(raw)
    found = MARKED.search(content.text)
    if found is None:
        return raw
    before, after = content.text[: start_of(found)], content.text[found.end() :]
    if found["mark"] == ADDED_AFTER and not after:
        before = before.removesuffix(found["end"] or "\n")
    if found["mark"] == ADDED_WITH_FILE and not before + after:
        return None
    rest = content._replace(text=before + after).raw
    return without_line(rest) if MARKED.search(before + after) else rest
