"""`aliorder schema`: the JSON Schema of a document that aliorder prints."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

from aliorder.domain.typed import one_of
from aliorder.render.paper import show_lines


def run(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Without it, the names are listed.")] = None,
) -> None:
    """The JSON Schema of a document that aliorder prints.

    \b
    Examples:
      aliorder schema advice
    """
    folder = files("aliorder") / "schemas"
    names = sorted(entry.name.removesuffix(".json") for entry in folder.iterdir() if entry.name.endswith(".json"))
    if name is None:
        show_lines(names)
        return
    show_lines((folder / f"{one_of(name, names, 'schema')}.json").read_text(encoding="utf-8").splitlines())
