"""Whatever a file says of itself, looking at it takes little memory: each is looked at by a process of its own."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

MOST = 250 * 1024**2
LARGE = 600_000_000
ROOT = Path(__file__).parents[3]

LOOK = """
import sys
from pathlib import Path
from aliorder.exporters.dossier.previews import preview
from aliorder.exporters.dossier.whereabouts import place_in
looks = (place_in, lambda stream: preview(stream, sys.argv[2]))
for look in looks:
    with open(sys.argv[1], "rb") as stream:
        look(stream)
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""


def saved(size: tuple[int, int], form: str, mode: str = "RGB", **options: object) -> bytes:
    content = BytesIO()
    Image.new(mode, size).save(content, form, **options)
    return content.getvalue()


def tiff(length: int) -> bytes:
    """The head of a TIFF with a tag of so many bytes."""
    tags = ((256, 3, 1, 40), (257, 3, 1, 30), (700, 7, length, 8))
    return b"II*\0" + struct.pack("<LH", 8, len(tags)) + b"".join(struct.pack("<HHLL", *tag) for tag in tags) + bytes(4)


def png_with(kind: bytes, length: int) -> bytes:
    """A PNG with a chunk of so many bytes before its pixels."""
    whole, content = saved((40, 30), "PNG"), bytes(length)
    chunk = struct.pack(">I", length) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return whole[:33] + chunk + whole[33:]


def in_three_scans(side: int) -> bytes:
    """A JPEG whose colours come one after the other, each in a scan, though it does not say so in its head."""
    parts = b"".join(bytes((part, 0x11, 0)) for part in (1, 2, 3))
    head = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, side, side, 3) + parts
    table = b"\xff\xdb\0\x43\0" + bytes([1] * 64)
    codes = b"".join(b"\xff\xc4\0\x14" + bytes((kind, 1)) + bytes(15) + b"\0" for kind in (0x00, 0x10))
    blocks = (side // 8) ** 2
    scan = b"".join(b"\xff\xda\0\x08\1" + bytes((part, 0, 0, 63, 0)) + bytes(blocks * 2 // 8 + 1) for part in (1, 2, 3))
    return b"\xff\xd8" + table + head + codes + scan + b"\xff\xd9"


FILES: dict[str, tuple[str, Callable[[], bytes], int]] = {
    "a very large WebP": ("image/webp", lambda: saved((40, 30), "WEBP"), LARGE),
    "a large WebP": ("image/webp", lambda: saved((40, 30), "WEBP"), 31_000_000),
    "a very large AVIF": ("image/avif", lambda: saved((40, 30), "AVIF"), LARGE),
    "a very large tag": ("image/tiff", lambda: tiff(590_000_000), LARGE),
    "a large tag": ("image/tiff", lambda: tiff(30_000_000), 31_000_000),
    "a very large PNG": ("image/png", lambda: saved((13_000, 13_000), "PNG"), 0),
    "a large PNG": ("image/png", lambda: saved((5000, 4000), "PNG", "RGBA"), 0),
    "a large WebP that lets through": ("image/webp", lambda: saved((4000, 3000), "WEBP", "RGBA", lossless=True), 0),
    "a WebP of many pixels": ("image/webp", lambda: saved((5000, 4000), "WEBP"), 0),
    "a chunk that nobody knows": ("image/png", lambda: png_with(b"prVt", 31_000_000), 0),
    "a chunk of EXIF data": ("image/png", lambda: png_with(b"eXIf", 31_000_000), 0),
    "a JPEG in steps": ("image/jpeg", lambda: saved((10_000, 10_000), "JPEG", progressive=True), 0),
    "a JPEG in three scans": ("image/jpeg", lambda: in_three_scans(10_000), 0),
    "a long JPEG": ("image/jpeg", lambda: saved((60_000, 2000), "JPEG"), 0),
}


@pytest.mark.skipif(sys.platform != "linux", reason="no such measure of memory here")
@pytest.mark.parametrize("media, content, size", FILES.values(), ids=FILES)
def test_looking_at_a_picture_takes_little_memory(
    tmp_path: Path, media: str, content: Callable[[], bytes], size: int
) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content())
    if size:
        with path.open("r+b") as stream:
            stream.truncate(size)
    command = [sys.executable, "-c", LOOK, str(path), media]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) * 1024 < MOST
