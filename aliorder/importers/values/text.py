"""Bytes as text, and text as it may enter the store."""

from __future__ import annotations

import codecs
import re

from aliorder.importers import FileRefused, InputFile

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What neither a database nor a terminal takes: NUL, and halves of a surrogate pair."""

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def clean(text: str) -> str:
    """`text` with every character that cannot be stored replaced by U+FFFD."""
    return UNSTORABLE.sub("\ufffd", text)


def encoding_of(content: bytes) -> str:
    """UTF-16 if the file begins with its mark, else UTF-8 with or without one."""
    return "utf-16" if content.startswith(UTF_16_MARKS) else "utf-8-sig"


def text_of(file: InputFile) -> str:
    """The text of the file. Raises `FileRefused` if it is neither UTF-8 nor marked as UTF-16."""
    try:
        return file.content.decode(encoding_of(file.content))
    except UnicodeDecodeError as error:
        line = file.content.count(b"\n", 0, error.start) + 1
        raise FileRefused(file.name, "the text is not in UTF-8", "save the file again as UTF-8", line) from None
