"""What holds for one run: where the state lives and which zone the user's clock is in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from aliorder.errors import UsageError

LOCALTIME = "/etc/localtime"


def data_folder(home: str | None, environ: Mapping[str, str]) -> Path:
    """Where orders are kept: `--home`, else `ALIORDER_HOME`, else the platform's own folder."""
    chosen = home or environ.get("ALIORDER_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where the folder is named

    return user_data_path("aliorder", appauthor=False)


def user_zone(environ: Mapping[str, str] = os.environ, link: str = LOCALTIME) -> tzinfo:
    """The time zone of the user: that of `TZ`, else of this computer; `UsageError` if it is not known."""
    zone = named_zone(environ.get("TZ") or linked_name(link))
    if zone is not None:
        return zone
    import tzlocal  # noqa: PLC0415 - it knows every system, and takes a tenth of the start of a command

    try:
        return tzlocal.get_localzone()
    except (LookupError, ValueError, OSError):
        raise UsageError(
            "the time zone of this computer cannot be read", "set it for this run, e.g. TZ=Europe/Berlin aliorder …"
        ) from None


def named_zone(name: str) -> ZoneInfo | None:
    """The zone of that name in the time zone database, `None` if there is none."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


def linked_name(link: str) -> str:
    """The name of the zone that the system's link points at, empty if it is no such link."""
    try:
        return os.readlink(link).partition("zoneinfo/")[2]  # noqa: PTH115 - a Path would cost more than the look
    except OSError:
        return ""
