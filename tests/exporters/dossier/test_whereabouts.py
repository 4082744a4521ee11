"""Whether a photo tells where it was taken: in its EXIF data or its XMP, and when that cannot be told."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image

from aliorder.exporters.dossier.picture_files import MOST_BYTES
from aliorder.exporters.dossier.whereabouts import place_in
from tests.exporters.dossier.test_previews import RED, exif, saved

RAW = Image.new("RGB", (20, 20), RED)
XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:%s="52,31.2N"/></rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize("form", ["AVIF", "JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("told", [True, False])
def test_the_exif_data_of_a_photo_tell_its_place_or_not(form: str, told: bool) -> None:
    assert place_in(BytesIO(saved(RAW, form, exif=exif(place=told)))) is told


@pytest.mark.parametrize("form", ["AVIF", "JPEG", "WEBP"])
@pytest.mark.parametrize("name, told", [(b"GPSLatitude", True), (b"GPSLongitude", True), (b"ExifVersion", False)])
def test_the_xmp_of_a_photo_tells_its_place_or_not(form: str, name: bytes, told: bool) -> None:
    assert place_in(BytesIO(saved(RAW, form, xmp=XMP % name))) is told


def tiff(*, place: bool) -> bytes:
    """What some cameras write: a TIFF of one pixel, here with or without a place."""
    tags = [(tag, 4, 1, value) for tag, value in ((256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (278, 1))]
    tags += [(279, 4, 1, 1)] + [(0x8825, 4, 1, 10 + 12 * 9 + 4)] * place
    first = b"II*\0" + struct.pack("<LH", 8, len(tags)) + b"".join(struct.pack("<HHLL", *tag) for tag in tags)
    latitude = struct.pack("<HHLL", 2, 5, 3, len(first) + 22) + bytes(4) + struct.pack("<6L", 52, 1, 31, 1, 12, 1)
    return first + bytes(4) + struct.pack("<H", 1) + latitude


@pytest.mark.parametrize("told", [True, False])
def test_the_raw_data_of_a_camera_tell_its_place_or_not(told: bool) -> None:
    assert place_in(BytesIO(tiff(place=told))) is told


@pytest.mark.parametrize("content", [saved(RAW, "JPEG")[:20], b"\x89PNG and no more"])
def test_what_begins_like_a_picture_and_is_none_tells_no_place(content: bytes) -> None:
    assert place_in(BytesIO(content)) is False


@pytest.mark.parametrize(
    "content",
    [
        saved(RAW, "JPEG").ljust(MOST_BYTES + 1, b"\0"),
        saved(Image.new("1", (5000, 4001)), "PNG"),
        saved(Image.effect_noise((90, 90), 90), "PNG")[:-900],
        b"no picture",
        b"MM\0*" + bytes(40),
    ],
    ids=["many bytes", "many pixels", "damaged", "unknown", "of an unusual kind"],
)
def test_what_cannot_be_looked_at_may_tell_a_place(content: bytes) -> None:
    assert place_in(BytesIO(content)) is None
