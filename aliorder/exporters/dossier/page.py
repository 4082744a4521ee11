"""The page of a dossier: HTML that stands alone, has no script, loads nothing and prints well."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from aliorder.exporters.dossier.model import Dossier, Exhibit
from aliorder.exporters.dossier.sheet import NOBODY, NOT_KNOWN, sheet_of
from aliorder.words.dossier import capital

if TYPE_CHECKING:
    from aliorder.exporters.dossier.previews import Preview

PreviewOf = Callable[[Exhibit], "Preview | None"]

NO_TEXT = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]"
"""What is no character of a page, or only there to turn the writing of others around."""

REPLACEMENT = "\ufffd"


def pages(dossier: Dossier, preview_of: PreviewOf) -> Iterator[str]:
    """The page in pieces, of which each holds one picture at most.

    All that others wrote stands there word for word, each text with its own direction; only what is no character is
    replaced. `preview_of` gives the picture of a piece of evidence, when its turn comes.
    """
    folder = files("aliorder.exporters.dossier")
    template = environment().from_string(folder.joinpath("page.html").read_text(encoding="utf-8"))
    return template.generate(
        sheet=sheet_of(dossier),
        style=Markup(folder.joinpath("style.css").read_text(encoding="utf-8")),
        preview_of=preview_of,
        data_address=data_address,
        capital=capital,
        not_known=NOT_KNOWN,
        nobody=NOBODY,
    )


def environment() -> Environment:
    """Templates that escape everything and miss nothing silently."""
    return Environment(
        autoescape=True, undefined=StrictUndefined, finalize=as_text, trim_blocks=True, lstrip_blocks=True
    )


def as_text(value: object) -> object:
    """A text as a page can hold it; anything else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value
    return re.sub(NO_TEXT, REPLACEMENT, value.replace("\r\n", "\n").replace("\r", "\n"))


def data_address(preview: Preview) -> str:
    """The picture as an address that holds it."""
    return f"data:{preview.media};base64,{b64encode(preview.content).decode('ascii')}"
