"""Pictures small enough for the page, made anew from what was added, and never trusted."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from contextlib import closing
from io import BytesIO
from math import ceil
from typing import BinaryIO, NamedTuple

from PIL import ExifTags, Image, ImageOps

from aliorder.errors import StoreError
from aliorder.exporters.dossier.model import Exhibit, OpenContent
from aliorder.exporters.dossier.picture_files import MEGA, MOST_PIXELS, UNREADABLE, in_one_scan, is_large

JPEG, WEBP = "image/jpeg", "image/webp"
FORMATS: Mapping[str, str] = {
    "image/bmp": "BMP",
    "image/gif": "GIF",
    JPEG: "JPEG",
    "image/png": "PNG",
    WEBP: "WEBP",
}
"""The pictures that are shown, and the one reader that may look at each."""

WIDTH, HEIGHT = 1200, 1600
QUALITY = 82
MOST_PIXELS_OF_WEBP = 12 * MEGA
"""Its reader holds every picture four times."""

MOST_PIXELS_IN_STEPS = 16 * MEGA
MOST_PIXELS_IN_ONE_SCAN = 120 * MEGA
"""A JPEG is shrunk on the way, unless it comes in several scans, all of which are held until the last."""

TURNED = (5, 6, 7, 8)
"""The EXIF orientations that swap width and height."""


class Preview(NamedTuple):
    """A picture for the page: `width` and `height` in pixels, `content` of the type `media`."""

    media: str
    width: int
    height: int
    content: bytes


def preview_of(exhibit: Exhibit, open_content: OpenContent) -> Preview | None:
    """The preview of a piece of evidence; `None` for what is no picture, moves, or cannot be read."""
    if exhibit.evidence.media not in FORMATS:
        return None
    try:
        with closing(open_content(exhibit.evidence.sha256)) as stream:
            return preview(stream, exhibit.evidence.media)
    except (StoreError, OSError):
        return None


def preview(stream: BinaryIO, media: str) -> Preview | None:
    """The picture, upright, at most `WIDTH` by `HEIGHT`, without anything that was hidden in its file.

    `None` for another type than those in `FORMATS`, for one that is not of the type it claims to be, is truncated,
    moves, or is larger than can be decoded in little memory.
    """
    if media not in FORMATS or is_large(stream):
        return None
    most = most_pixels(stream, media)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(stream, formats=(FORMATS[media],)) as picture:
                return small(picture) if is_shown(picture, most) else None
        except UNREADABLE:
            return None


def most_pixels(stream: BinaryIO, media: str) -> int:
    """How many pixels such a picture may have; afterwards the file stands at its beginning."""
    if media != JPEG:
        return MOST_PIXELS_OF_WEBP if media == WEBP else MOST_PIXELS
    most = MOST_PIXELS_IN_ONE_SCAN if in_one_scan(stream) else MOST_PIXELS_IN_STEPS
    stream.seek(0)
    return most


def is_shown(picture: Image.Image, most: int) -> bool:
    """Whether it is a still picture of at most so many pixels; of several in one JPEG the first is shown."""
    moves = getattr(picture, "is_animated", False) and picture.format not in ("JPEG", "MPO")
    return not moves and 0 < picture.width * picture.height <= most


def small(picture: Image.Image) -> Preview:
    """The picture at its new size, as a JPEG on white."""
    turned = picture.getexif().get(ExifTags.Base.Orientation, 1) in TURNED
    box = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
    shrunk = max(picture.width / box[0], picture.height / box[1], 1)
    picture.draft("RGB", (ceil(picture.width / shrunk), ceil(picture.height / shrunk)))
    if picture.mode in ("1", "P", "PA"):
        picture = picture.convert("RGBA")
    picture.thumbnail(box, reducing_gap=2.0)
    picture = on_white(ImageOps.exif_transpose(picture))
    content = BytesIO()
    picture.save(content, "JPEG", quality=QUALITY, optimize=True)
    return Preview(JPEG, picture.width, picture.height, content.getvalue())


def on_white(picture: Image.Image) -> Image.Image:
    """The pixels alone, on white where they let something through."""
    if not picture.has_transparency_data:
        return Image.frombytes("RGB", picture.size, picture.convert("RGB").tobytes())
    whole = picture.convert("RGBA")
    ground = Image.new("RGBA", whole.size, "white")
    return Image.alpha_composite(ground, whole).convert("RGB")
