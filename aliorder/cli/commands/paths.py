"""`aliorder paths`: where aliorder keeps what it knows, and looks for what the user has written."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.render.paper import show_lines
from aliorder.render.table import tab_lines
from aliorder.settings import MESSAGES_NAME, POLICY_NAME, SETTINGS_NAME
from aliorder.store.backups import FOLDER_NAME as BACKUPS
from aliorder.store.database import FILE_NAME
from aliorder.store.evidence import FOLDER_NAME as EVIDENCE


def run(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.paths/1).")] = False,
) -> None:
    """Where aliorder keeps what it knows.

    Nothing of it is ever sent anywhere. The settings and the policy are files that you may write: your country, and
    figures of your own.

    \b
    Examples:
      aliorder paths
    """
    session: Session = ctx.obj
    places = {
        "data": str(session.folder),
        "store": str(session.folder / FILE_NAME),
        "evidence": str(session.folder / EVIDENCE),
        "backups": str(session.folder / BACKUPS),
        "settings": str(session.config / SETTINGS_NAME),
        "policy": str(session.config / POLICY_NAME),
        "messages": str(session.config / MESSAGES_NAME),
    }
    if as_json:
        print_json({"schema": "aliorder.paths/1", "paths": places})
    else:
        show_lines(tab_lines(list(places.items())))
