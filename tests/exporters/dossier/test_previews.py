"""Previews: small, upright, nothing hidden in them; and no picture brings the page down."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from aliorder.exporters.dossier.previews import HEIGHT, WIDTH, Preview, preview
from aliorder.exporters.dossier.whereabouts import place_in

RED, BLUE = (200, 30, 30), (30, 30, 200)


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    content = BytesIO()
    picture.save(content, form, **options)
    return content.getvalue()


def opened(found: Preview | None) -> Image.Image:
    assert found is not None
    picture = Image.open(BytesIO(found.content))
    assert (picture.format, picture.size) == ("JPEG", (found.width, found.height))
    return picture


def halves(size: tuple[int, int]) -> Image.Image:
    """A picture that is red above and blue below."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (0, size[1] // 2, *size))
    return picture


def exif(orientation: int = 1, *, place: bool = False) -> Image.Exif:
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010E] = "a secret description"
    if place:
        found.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    return found


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 30 for one, other in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(
    "size, expected",
    [((3000, 2000), (1200, 800)), ((1000, 8000), (200, 1600)), ((40, 30), (40, 30)), ((1, 1), (1, 1))],
)
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "BMP"])
def test_a_picture_is_made_small_and_never_large(form: str, size: tuple[int, int], expected: tuple[int, int]) -> None:
    found = preview(BytesIO(saved(halves(size), form)), f"image/{form.lower()}")
    assert opened(found).size == expected


def test_a_photo_is_turned_upright_and_loses_what_was_hidden_in_it() -> None:
    content = saved(halves((400, 200)), "JPEG", exif=exif(6, place=True), comment=b"secret comment")
    found = opened(preview(BytesIO(content), "image/jpeg"))
    assert found.size == (200, 400)
    assert near(found.getpixel((190, 200)), RED)
    assert near(found.getpixel((10, 200)), BLUE)
    assert (dict(found.getexif()), found.info.get("comment")) == ({}, None)


def test_a_large_photo_on_its_side_keeps_to_the_box() -> None:
    content = saved(halves((4000, 3000)), "JPEG", exif=exif(8))
    found = opened(preview(BytesIO(content), "image/jpeg"))
    assert found.size == (1200, 1600) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_shown(mode: str) -> None:
    content = saved(Image.new("RGB", (20, 10)).convert("L" if mode == "I;16" else mode).convert(mode), "PNG")
    assert opened(preview(BytesIO(content), "image/png")).size == (20, 10)


def test_what_lets_through_is_on_white() -> None:
    content = saved(Image.new("RGBA", (10, 10), (0, 0, 0, 0)), "PNG")
    assert near(opened(preview(BytesIO(content), "image/png")).getpixel((5, 5)), (255, 255, 255))


def test_a_jpeg_in_printers_colours_is_shown() -> None:
    content = saved(Image.new("CMYK", (10, 10), (0, 200, 200, 50)), "JPEG")
    assert opened(preview(BytesIO(content), "image/jpeg")).mode == "RGB"


def moving() -> bytes:
    frames = [Image.new("RGB", (10, 10), colour) for colour in (RED, BLUE)]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:])


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that claims, and has, side by side pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes((side * 3 + 1) * 20), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURE = saved(halves((600, 400)), "PNG")
PHOTO = saved(halves((600, 400)), "JPEG", exif=exif(1))


@pytest.mark.parametrize(
    "media, content",
    [
        ("image/png", bomb(30_000)),
        ("image/png", bomb(5_000)),
        ("image/png", PICTURE[:400]),
        ("image/png", PHOTO),
        ("image/png", b""),
        ("image/jpeg", PHOTO[:500]),
        ("image/jpeg", PICTURE),
        ("image/gif", moving()),
        ("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("image/heic", b"\0\0\0\x18ftypheic"),
        ("application/pdf", b"%PDF-1.4"),
        ("video/mp4", b"\0\0\0\x18ftypmp42"),
        ("text/html", b"<script>"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_shown_has_no_preview(media: str, content: bytes) -> None:
    assert preview(BytesIO(content), media) is None


@pytest.mark.parametrize("good, media", [(PICTURE, "image/png"), (PHOTO, "image/jpeg")])
@pytest.mark.parametrize(
    "look", [lambda stream, media: preview(stream, media), lambda stream, _media: place_in(stream)]
)
@given(data=st.data())
def test_a_damaged_picture_is_shown_or_not_and_never_an_error(
    good: bytes, media: str, look: Callable[[BytesIO, str], object], data: st.DataObject
) -> None:
    content = bytearray(good)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    look(BytesIO(bytes(content[: data.draw(st.integers(1, len(content)))])), media)


def test_of_several_scans_in_a_large_jpeg_none_is_decoded() -> None:
    wide = Image.new("RGB", (4200, 4000), RED)
    assert opened(preview(BytesIO(saved(wide, "JPEG")), "image/jpeg")).size == (1200, 1143)
    assert preview(BytesIO(saved(wide, "JPEG", progressive=True)), "image/jpeg") is None


def test_a_very_long_photo_is_shrunk_without_being_bent() -> None:
    found = opened(preview(BytesIO(saved(halves((2000, 20_000)), "JPEG")), "image/jpeg"))
    assert found.size == (160, 1600)
    assert near(found.getpixel((80, 780)), RED)
    assert near(found.getpixel((80, 820)), BLUE)
