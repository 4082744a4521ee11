"""What holds for one run: where the state lives and which zone the user's clock is in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from pathlib import Path

import tzlocal

from aliorder.errors import UsageError


def data_folder(home: str | None, environ: Mapping[str, str]) -> Path:
    """Where orders are kept: `--home`, else `ALIORDER_HOME`, else the platform's own folder."""
    chosen = home or environ.get("ALIORDER_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where the folder is named

    return user_data_path("aliorder", appauthor=False)


def user_zone() -> tzinfo:
    """The time zone of this computer; `UsageError` if its name is not known."""
    try:
        return tzlocal.get_localzone()
    except (LookupError, ValueError, OSError):
        raise UsageError(
            "the time zone of this computer cannot be read", "set it for this run, e.g. TZ=Europe/Berlin aliorder …"
        ) from None
