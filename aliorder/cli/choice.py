"""Which importer reads a file: the one that claims it, the one that the buyer names, or one for this very table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aliorder.cli.column_maps import NAME, ColumnMaps
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.domain.typed import one_of
from aliorder.errors import UsageError, shown
from aliorder.importers import FileRefused, Importer, InputFile, UnknownFile, identify
from aliorder.importers.files import Named
from aliorder.importers.known import IMPORTERS
from aliorder.importers.tables.columns import ColumnMap, column_map
from aliorder.importers.tables.importer import TableImporter
from aliorder.importers.tables.opening import headers_of, refuse_other_workbooks

TABLE = "table"
FORMATS = {
    **{importer.name: importer.label for importer in IMPORTERS},
    TABLE: "any other table, by --column or --map",
}
"""What `--format` takes, and what a buyer calls such files."""


class Choice:
    """Chooses the importer of each file, by what the buyer said of the format and of the columns.

    Raises `UsageError` where that cannot be meant. Columns that were named for the first time are saved under `name`,
    unless nothing is to be changed.
    """

    def __init__(
        self, session: Session, form: str | None, columns: Sequence[str], name: str | None, *, dry_run: bool = False
    ) -> None:
        self._dry_run = dry_run
        self._maps = ColumnMaps(session.config)
        self._session = session
        self._given = self._map_of(columns, name)
        self._form = None if form is None else one_of(form, tuple(FORMATS), "format")
        if self._given is not None and self._form not in (None, TABLE):
            raise UsageError(f"--format {self._form} knows its columns", "leave out --format, or --column and --map")
        if self._given is None and self._form == TABLE:
            raise UsageError(
                "--format table needs to know the columns", "e.g. --column order='Order No', or --map NAME"
            )

    def importer_of(self, file: InputFile, named: Named) -> Importer:
        """The importer that reads the file. Raises `FileRefused` if there is none, or more than one could."""
        if self._given is not None:
            return TableImporter(self._given)
        if self._form is not None:
            return next(importer for importer in IMPORTERS if importer.name == self._form)
        try:
            return identify(file, IMPORTERS)
        except UnknownFile:
            refuse_other_workbooks(file)
            headers = headers_of(file)
            if not headers:
                raise
        saved = self._saved(file)
        if saved is None and self._session.may_prompt and not named.in_folder:
            saved = self._asked(file, headers[0])
        if saved is None:
            raise unknown_table(file, headers[0])
        return saved

    def importer_again(self, file: InputFile, form: str) -> Importer:
        """The importer that reads a file once more that was read as `form`. Raises `FileRefused` as `importer_of`."""
        then = next((importer for importer in IMPORTERS if importer.name == form), None)
        if then is None or self._given is not None or self._form is not None:
            return self.importer_of(file, Named(file.name, in_folder=False))
        return then

    def _saved(self, file: InputFile) -> Importer | None:
        """An importer by the saved map that fits the table, `None` if none does. Raises `FileRefused` if several do."""
        fitting = [name for name, columns in self._maps.all() if TableImporter(columns).claims(file)]
        if len(fitting) > 1:
            why = f"more than one column map could read this: {' and '.join(fitting)}"
            raise FileRefused(file.name, why, f"say which: --map {fitting[0]}")
        columns = self._maps.named(fitting[0]) if fitting else None
        return None if columns is None else TableImporter(columns, fitting[0])

    def _map_of(self, columns: Sequence[str], name: str | None) -> ColumnMap | None:
        """The map that is given on the line, saved under its name if it has one; or the saved one of that name."""
        if columns:
            given = column_map(parted(column) for column in columns)
            if name is not None and not self._dry_run:
                self._keep(name, given)
            return given
        if name is None:
            return None
        saved = self._maps.named(name)
        if saved is None:
            known = ", ".join(name for name, _ in self._maps.all())
            raise UsageError(
                f"there is no column map {shown(name)}", f"known: {known}" if known else "name its columns: --column …"
            )
        return saved

    def _asked(self, file: InputFile, header: tuple[str, ...]) -> Importer | None:
        """An importer for a table whose columns the buyer names on the terminal."""
        from aliorder.wizard.columns import ask_columns, ask_name  # noqa: PLC0415 - questionary takes 100 ms

        self._session.about_to_ask()
        chosen = ask_columns(file.name, header)
        if chosen is None:
            return None
        columns = column_map(chosen.items())
        name = (
            None if self._dry_run else ask_name(proposal_of(file.name), lambda name: NAME.fullmatch(name) is not None)
        )
        if name:
            self._keep(name, columns)
        return TableImporter(columns)

    def _keep(self, name: str, columns: ColumnMap) -> None:
        path = self._maps.save(name, columns)
        if not self._session.quiet:
            say(f"note: the column map {name} is kept in {path}; tables with these columns are read by it from now on")


def parted(text: str) -> tuple[str, str]:
    """The two sides of `FACT=HEADER`."""
    fact, equals, header = text.partition("=")
    if not equals:
        raise UsageError(f"--column takes FACT=HEADER, not {shown(text)}", 'e.g. --column "order=Order No"')
    return fact, header


def unknown_table(file: InputFile, header: tuple[str, ...]) -> UnknownFile:
    """The refusal of a table of which nobody has said what its columns tell."""
    columns = ", ".join(shown(name) for name in header[:20] if name)
    hint = f"name its columns, e.g. --column order={shown(header[0])}; it has {columns}"
    return UnknownFile(file.name, "this is a table that aliorder does not know", hint)


def proposal_of(file: str) -> str:
    """A name for the map of a file."""
    word = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in Path(file).stem.casefold())
    return word.strip("-")[:40] or "table"
