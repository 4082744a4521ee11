"""The column maps that the buyer has named: one TOML file each, in the folder of the buyer's own files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from aliorder.cli.destination import write_document
from aliorder.errors import UsageError, shown
from aliorder.importers.tables.columns import ColumnMap, column_map
from aliorder.settings import read_toml

FOLDER_NAME = "columns"
SUFFIX = ".toml"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


class ColumnMaps:
    """The maps in one folder of settings."""

    def __init__(self, config: Path) -> None:
        self.path = config / FOLDER_NAME

    def named(self, name: str) -> ColumnMap | None:
        """The map of that name, `None` if there is none. Raises `UsageError` if its file cannot be taken in."""
        path = self.place(name)
        columns = read_toml(path)
        if not columns and not path.exists():
            return None
        wrong = [fact for fact, header in columns.items() if not isinstance(header, str)]
        if wrong:
            raise UsageError(f"{path}: {shown(wrong[0])} has to be text in quotes", 'e.g. order = "Order No"')
        try:
            return column_map((fact, str(header)) for fact, header in columns.items())
        except UsageError as error:
            raise UsageError(f"{path}: {error.message}", error.hint) from None

    def all(self) -> Iterator[tuple[str, ColumnMap]]:
        """Every map with its name, by name. Raises `UsageError` as `named` does."""
        for path in sorted(self.path.glob(f"*{SUFFIX}")):
            columns = self.named(path.stem) if NAME.fullmatch(path.stem) else None
            if columns is not None:
                yield path.stem, columns

    def save(self, name: str, columns: ColumnMap) -> Path:
        """Keep the map under that name, in place of one that had it; where it stands. Raises `UsageError`."""
        import tomlkit  # noqa: PLC0415 - only who saves a map needs it

        path = self.place(name)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{path.parent} cannot be made: {error.strerror}", "look at the rights there") from None
        write_document(tomlkit.dumps(dict(columns.pairs)), str(path))
        return path

    def place(self, name: str) -> Path:
        """The file of the map of that name. Raises `UsageError` for what is no name."""
        if not NAME.fullmatch(name):
            raise UsageError(
                f"{shown(name)} cannot be the name of a column map", "letters, digits, - and _, e.g. dsers"
            )
        return self.path / f"{name}{SUFFIX}"
