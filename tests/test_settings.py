"""Where the state lives, what the user has set, and which zone is the user's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from aliorder.errors import UsageError
from aliorder.settings import ENTRIES, Settings, config_folder, data_folder, read_settings, read_toml, user_zone

UNREADABLE = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable for who runs this"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a settings file that is not there yet."""
    return tmp_path / "settings.toml"


def refusal(path: Path, environ: dict[str, str] | None = None) -> tuple[str, str | None]:
    """What is said of settings that cannot be read, without the place of the file."""
    with pytest.raises(UsageError) as refused:
        read_settings(path, environ or {})
    assert refused.value.exit_code == 2
    return refused.value.message.replace(str(path), "FILE"), refused.value.hint


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
    assert config_folder(home, environ) == Path(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of other systems are for platformdirs to know")
def test_without_either_it_is_the_folder_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/own/config")
    assert config_folder(None, {}) == Path("/own/config/aliorder")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert config_folder(None, {}) == Path(os.environ["HOME"], ".config", "aliorder")


@pytest.mark.parametrize(
    "text,environ,country",
    [
        ("", {}, None),
        ("# nothing yet\n", {}, None),
        ('country = "DE"', {}, "DE"),
        ("country = ' de '\n", {}, "DE"),
        ('\ufeffcountry = "DE"\r\n', {}, "DE"),
        ('country = "DE"', {"ALIORDER_COUNTRY": "pl"}, "PL"),
        ('country = "DE"', {"ALIORDER_COUNTRY": ""}, "DE"),
        ("", {"ALIORDER_COUNTRY": "PL"}, "PL"),
    ],
)
def test_the_environment_comes_before_the_file(
    text: str, environ: dict[str, str], country: str | None, file: Path
) -> None:
    file.write_text(text, encoding="utf-8")
    assert read_settings(file, environ) == Settings(country)


@pytest.mark.usefixtures("uncollected")
def test_no_file_is_no_setting(file: Path) -> None:
    assert read_settings(file, {}) == Settings()
    assert read_settings(file / "below" / "nothing", {"ALIORDER_COUNTRY": "PL"}) == Settings("PL")


def test_without_a_file_nothing_is_loaded_to_read_it(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from aliorder.settings import read_settings; "
        "read_settings(Path(sys.argv[1]), {}); print('tomllib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, file], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


WRITE_ONE = 'e.g. country = "DE"'


@pytest.mark.parametrize(
    "content,message,hint",
    [
        (b'coutry = "DE"', "FILE: 'coutry' is not a setting", "did you mean country?"),
        (b'Country = "DE"', "FILE: 'Country' is not a setting", "did you mean country?"),
        (b'colour = "red"', "FILE: 'colour' is not a setting", "known: country"),
        (b'[buyer]\ncountry = "DE"', "FILE: 'buyer' is not a setting", "known: country"),
        (b"country = 49", "FILE: country has to be text in quotes", WRITE_ONE),
        (b"country = true", "FILE: country has to be text in quotes", WRITE_ONE),
        (b'country = ["DE"]', "FILE: country has to be text in quotes", WRITE_ONE),
        (b"country = 2026-11-22", "FILE: country has to be text in quotes", WRITE_ONE),
        (b'[country]\nx = "DE"', "FILE: country has to be text in quotes", WRITE_ONE),
        (b'country = "Germany"', "FILE: country: 'Germany' is not a country code", "did you mean DE (Germany)?"),
        (
            b'country = ""',
            "FILE: country: '' is not a country code",
            "two letters of ISO 3166, e.g. DE, BR or PL",
        ),
        (b"\xff\xfec\0o\0", "FILE is not text in UTF-8", "save it as UTF-8, or move it away"),
        (b"SQLite format 3\0\x10\xc3\xc3", "FILE is not text in UTF-8", "save it as UTF-8, or move it away"),
        (b"country = [" + b"[[[[\n" * 20_000, "FILE is nested too deeply", "write one setting to a line"),
        (b"country = " + b"9" * 100_000, "FILE has a line that is far too long", "write one setting to a line"),
        (b"[" + b"a." * 50_000, "FILE has a line that is far too long", "write one setting to a line"),
        (b"#" * 1_000_001, "FILE has more than 1 MB", "move it away, or put a smaller file there"),
    ],
    ids=lambda value: str(value[:30]) if isinstance(value, bytes) else "",
)
def test_a_file_that_cannot_be_read_is_refused_with_its_place_and_a_way_out(
    content: bytes, message: str, hint: str, file: Path
) -> None:
    file.write_bytes(content)
    assert refusal(file) == (message, hint)


@pytest.mark.parametrize(
    "content",
    [
        b"country = DE",
        b"country",
        b'country = "DE"\ncountry = "PL"',
        b"country = 'D\0E'",
        b"[" + b"a." * 300,
        b'= "DE"',
    ],
    ids=lambda content: str(content[:30]),
)
def test_a_file_that_is_not_toml_is_refused_with_what_is_wrong_in_a_few_words(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    message, hint = refusal(file)
    assert (message.startswith("FILE is not TOML: "), hint) == (True, "mend that place, or move the file away")
    assert 20 < len(message) < 120


def test_a_folder_is_no_file(file: Path) -> None:
    file.mkdir()
    assert refusal(file) == ("FILE is a folder, not a file", "move it away, or put a text file there")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_nobody_waits_for_a_pipe(file: Path) -> None:
    os.mkfifo(file)
    assert refusal(file) == ("FILE is something else, not a file", "move it away, or put a text file there")


def test_a_link_to_itself_cannot_be_read(file: Path) -> None:
    file.symlink_to(file)
    message, hint = refusal(file)
    assert (message.startswith("FILE cannot be read: "), hint) == (True, "look at who may read it")


@UNREADABLE
def test_a_file_that_others_own_cannot_be_read(file: Path) -> None:
    file.write_text('country = "DE"', encoding="utf-8")
    file.chmod(0)
    assert refusal(file) == ("FILE cannot be read: Permission denied", "look at who may read it")


def test_a_variable_that_cannot_be_read_is_named(file: Path) -> None:
    expected = ("ALIORDER_COUNTRY: 'UK' is not a country code", "did you mean GB (United Kingdom)?")
    assert refusal(file, {"ALIORDER_COUNTRY": "UK"}) == expected


def test_a_variable_hides_no_mistake_in_the_file(file: Path) -> None:
    file.write_text('country = "XX"', encoding="utf-8")
    assert refusal(file, {"ALIORDER_COUNTRY": "DE"})[0] == "FILE: country: 'XX' is not a country code"


def test_a_file_of_any_keys_is_read_as_it_is(file: Path) -> None:
    file.write_text('[a.b]\nc = 1\nd = ["é"]\n', encoding="utf-8")
    assert read_toml(file) == {"a": {"b": {"c": 1, "d": ["é"]}}}


def test_every_entry_is_a_setting_with_an_example_that_can_be_read() -> None:
    assert [entry.key for entry in ENTRIES] == list(Settings.__dataclass_fields__)
    assert [entry.variable for entry in ENTRIES] == [f"ALIORDER_{entry.key.upper()}" for entry in ENTRIES]
    assert [entry.key for entry in ENTRIES if not entry.read(entry.example)] == []
