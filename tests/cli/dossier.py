"""A dossier as an earlier aliorder made it, which every later one has to be able to check.

python -m tests.cli.dossier     makes it anew; only for a dossier of another form, and then beside the old ones
"""

from __future__ import annotations

import os
import shlex
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from tests.cli.given import NOW, ran

DOSSIER = Path(__file__).parent / "data" / "dossier.zip"
SEAL = "78fc1880ed83019fd4366de086771e025961f0b76c8f4751e9c47b95db44a5aa"
"""The sum of its list of sums."""

LINES = (
    'add 8123456789012345 --title Lamp --store "Lamp Shop" --total "12.34 USD" --why not-received '
    "--event paid=2026-10-01 --event shipped=2026-10-05 --deadline deliver-by=2026-11-20",
    'evidence add 8123456789012345 track.png --kind tracking --on 2026-11-21 --shows "no scan since 7 October"',
    "evidence add 8123456789012345 chat.txt --kind chat --for not-received",
    "evidence export 8123456789012345 dossier.zip --force",
)


def main() -> None:
    """Make it."""
    picture = BytesIO()
    Image.new("RGB", (16, 12), "white").save(picture, "PNG")
    with TemporaryDirectory() as name:
        os.chdir(name)
        os.environ.update(ALIORDER_HOME=f"{name}/home", TZ="UTC")
        Path("track.png").write_bytes(picture.getvalue())
        Path("chat.txt").write_bytes(b"Where is it? Please wait 15 days.\n")
        for line in LINES:
            done = ran(*shlex.split(line), now=NOW)
            sys.stderr.write(done.err)
        DOSSIER.parent.mkdir(exist_ok=True)
        DOSSIER.write_bytes(Path("dossier.zip").read_bytes())
        sys.stdout.write(ran("evidence", "verify", str(DOSSIER)).out)


if __name__ == "__main__":
    main()
