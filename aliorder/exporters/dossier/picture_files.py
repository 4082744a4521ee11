"""Files that say they are pictures: what is looked at before a reader may have them, and all they can lead to."""

from __future__ import annotations

import struct
import zlib
from io import SEEK_CUR, SEEK_END
from typing import BinaryIO

from PIL import Image

MEGA = 1_000_000
MOST_BYTES = 32 * MEGA
"""A larger file is not looked at: some readers take all of it into memory, others all that it says of the picture."""

MOST_PIXELS = 20 * MEGA
"""What is decoded as a whole takes four bytes a pixel."""

UNREADABLE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    Image.DecompressionBombError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""All that a picture which lies about itself can lead to."""

MARK, SCAN = 0xFF, 0xDA
HEADS = range(0xC0, 0xD0)
PLAIN_HEADS, NO_HEADS = (0xC0, 0xC1), (0xC4, 0xC8, 0xCC)
"""The markers in a JPEG at which a head begins, or a scan; those of pictures that may come in one; what is no head."""


def is_large(stream: BinaryIO) -> bool:
    """Whether the file is too large to be looked at; afterwards it stands at its beginning."""
    size = stream.seek(0, SEEK_END)
    stream.seek(0)
    return size > MOST_BYTES


def in_one_scan(stream: BinaryIO) -> bool:
    """Whether the first scan of this JPEG holds the whole picture, line by line; `False` where that is not clear.

    Only then can it be decoded a few lines at a time. Afterwards the file stands anywhere.
    """
    stream.seek(2)
    parts = b""
    while len(start := stream.read(4)) == 4:
        mark, kind, length = struct.unpack(">BBH", start)
        if mark != MARK or length < 2:
            return False
        if kind == SCAN:
            return stream.read(1) == parts != b""
        if kind in PLAIN_HEADS:
            parts = stream.read(length - 2)[5:6]
        elif kind in HEADS and kind not in NO_HEADS:
            return False
        else:
            stream.seek(length - 2, SEEK_CUR)
    return False
