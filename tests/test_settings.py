"""Where the state lives, and which zone is the user's."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from aliorder.errors import UsageError
from aliorder.settings import data_folder, user_zone


@pytest.mark.parametrize("name", ["Europe/Berlin", "Pacific/Kiritimati", "UTC"])
def test_the_environment_names_the_zone(name: str) -> None:
    assert user_zone({"TZ": name}) == ZoneInfo(name)


def test_without_it_the_link_of_the_system_does(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/America/Sao_Paulo")
    assert user_zone({}, str(link)) == ZoneInfo("America/Sao_Paulo")


@pytest.mark.parametrize("name", ["No/Such/Zone", "../../etc/passwd"])
def test_a_zone_that_nobody_knows_is_refused(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", name)
    with pytest.raises(UsageError):
        user_zone({"TZ": name}, str(tmp_path / "none"))


@pytest.mark.parametrize(
    "home,environ,folder",
    [
        ("/one", {"ALIORDER_HOME": "/two"}, "/one"),
        (None, {"ALIORDER_HOME": "/two"}, "/two"),
    ],
)
def test_the_option_comes_before_the_environment(home: str | None, environ: dict[str, str], folder: str) -> None:
    assert data_folder(home, environ) == Path(folder)
