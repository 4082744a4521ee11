"""Whether a photo tells where it was taken, as far as can be seen without decoding it."""

from __future__ import annotations

import warnings
from typing import BinaryIO

from PIL import ExifTags, Image, UnidentifiedImageError

from aliorder.exporters.dossier.picture_files import MOST_PIXELS, UNREADABLE, is_large

FORMATS = ("AVIF", "JPEG", "PNG", "TIFF", "WEBP")
"""The readers that may look; a MPO is a JPEG to them, and the raw data of some cameras a TIFF."""

XMP = ("xmp", "XML:com.adobe.xmp")
"""The names under which readers hand over the text of that kind."""

PLACED = ("GPSLatitude", "GPSLongitude")

ALWAYS_READ = (b"\xff\xd8\xff", b"\x89PNG")
"""How the files begin that the readers know in all their forms: if they say that it is no picture, it is none."""


def place_in(stream: BinaryIO) -> bool | None:
    """Whether a photo tells the place at which it was taken; what begins like one and is none does not.

    `None` where that cannot be told: the picture is damaged, of a kind that cannot be read, or too large.
    """
    if is_large(stream):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(stream, formats=FORMATS) as picture:
                return place_of(picture)
        except UnidentifiedImageError:
            stream.seek(0)
            return False if stream.read(4).startswith(ALWAYS_READ) else None
        except UNREADABLE:
            return None


def place_of(picture: Image.Image) -> bool | None:
    """As `place_in`, of a picture of which nothing has been decoded yet."""
    if any(word in text_of(picture, name) for name in XMP for word in PLACED):
        return True
    if picture.format == "PNG" and picture.width * picture.height > MOST_PIXELS:
        return None  # there it may stand behind all the pixels, which would have to be decoded
    found = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    return ExifTags.GPS.GPSLatitude in found or ExifTags.GPS.GPSLongitude in found


def text_of(picture: Image.Image, name: str) -> str:
    """What a picture says under this name; nothing is empty."""
    found = picture.info.get(name, "")
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)
