"""Compare what was built with the tree it was built from: check_build.py DIST, run in a git work tree.

The wheel must hold every tracked file of the package, the schemas among them, every completion file that pyproject.toml
names, and all of them in the package, too; the sdist must hold every tracked file. Exit 1 names what is missing.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path


def tracked() -> set[str]:
    """The paths that git tracks, with forward slashes."""
    listing = subprocess.run(["git", "ls-files", "-z"], check=True, capture_output=True, text=True).stdout
    return set(listing.split("\0")) - {""}


def wheel_table(name: str) -> dict[str, str]:
    """What a table of pyproject.toml says about the wheel: which file or folder goes where."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    table: dict[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"].get(name, {})
    return table


def brought_in() -> set[str]:
    """Where the tracked files of folders outside the package are to be found in the wheel."""
    return {
        target + path.removeprefix(source)
        for source, target in wheel_table("force-include").items()
        for path in tracked()
        if path == source or path.startswith(f"{source}/")
    }


def inner(names: Iterable[str]) -> set[str]:
    """Archive names without their first folder."""
    return {name.partition("/")[2] for name in names}


def missing(dist: Path) -> set[str]:
    """The files that the two archives in `dist` should hold and do not."""
    (wheel,) = dist.glob("*.whl")
    (sdist,) = dist.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        in_wheel = set(archive.namelist())
    with tarfile.open(sdist) as archive:
        in_sdist = inner(archive.getnames())
    package = {path for path in tracked() if path.startswith("aliorder/")} | brought_in()
    shared = set(wheel_table("shared-data").values())  # below the environment's own folder
    beside = {path for path in shared if not any(name.endswith(f".data/data/{path}") for name in in_wheel)}
    return (package - in_wheel) | beside | (tracked() - in_sdist)


def main() -> None:
    """Say what both archives hold, or exit with what is missing."""
    dist = Path(sys.argv[1])
    lacking = missing(dist)
    if lacking:
        sys.exit(f"error: built without {', '.join(sorted(lacking))}")
    schemas = sorted(path for path in tracked() if path.startswith("aliorder/schemas/"))
    if not schemas:
        sys.exit("error: aliorder/schemas holds no schema")
    print(f"wheel and sdist are complete, {len(schemas)} schemas among them")


if __name__ == "__main__":
    main()
