"""Where the state lives, what the user has set, and which zone is the user's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from aliorder.errors import UsageError
from aliorder.settings import (
    ENTRIES,
    Found,
    Settings,
    config_folder,
    data_folder,
    entry_of,
    read_settings,
    read_toml,
    user_zone,
)

NOTHING = {entry.key: entry.default for entry in ENTRIES}
UNREADABLE = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable for who runs this"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a settings file that is not there yet."""
    return tmp_path / "settings.toml"


def every_value(path: Path, environ: dict[str, str]) -> dict[str, str | None]:
    settings = read_settings(path, environ)
    return {entry.key: settings.found(entry.key).value for entry in ENTRIES}


def refusal(path: Path, environ: dict[str, str] | None = None) -> tuple[str, str | None]:
    """What is said of settings that cannot be read, without the place of the file."""
    with pytest.raises(UsageError) as refused:
        every_value(path, environ or {})
    assert refused.value.exit_code == 2
    return refused.value.message.replace(str(path), "FILE"), refused.value.hint


@pytest.mark.parametrize("name", ["Europe/Berlin", "Pacific/Kiritimati", "UTC"])
def test_the_environment_names_the_zone(name: str) -> None:
    assert user_zone({"TZ": name}) == ZoneInfo(name)


@pytest.mark.parametrize("chosen", ["Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12"])
def test_it_comes_before_the_chosen_one_and_that_before_the_computer(chosen: str, tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/America/Sao_Paulo")
    assert user_zone({"TZ": "Asia/Tokyo"}, str(link), chosen) == ZoneInfo("Asia/Tokyo")
    assert user_zone({"TZ": ""}, str(link), chosen) == ZoneInfo(chosen)
    assert user_zone({}, str(link), chosen) == ZoneInfo(chosen)


def test_without_either_the_link_of_the_system_names_it(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/America/Sao_Paulo")
    assert user_zone({}, str(link)) == ZoneInfo("America/Sao_Paulo")


@pytest.mark.parametrize("name", ["No/Such/Zone", "../../etc/passwd"])
def test_a_zone_that_nobody_knows_is_refused(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", name)
    with pytest.raises(UsageError, match=f"^TZ: '{re.escape(name)}' is not a time zone$"):
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
    assert read_settings(file, environ).country == country


@pytest.mark.usefixtures("uncollected")
def test_no_file_is_no_setting(file: Path) -> None:
    assert every_value(file, {}) == NOTHING
    assert every_value(file / "below" / "nothing", {"ALIORDER_COUNTRY": "PL"}) == NOTHING | {"country": "PL"}


def test_without_a_file_nothing_is_loaded_and_only_its_place_is_looked_at(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from aliorder.settings import read_settings\n"
        "looks = []\n"
        "sys.addaudithook(lambda name, args: name == 'open' and looks.append(args[0]))\n"
        "settings = read_settings(Path(sys.argv[1]), {})\n"
        "print(settings.country, settings.color, settings.found('time_zone').value, looks)\n"
        "print([name for name in sys.modules if name in ('difflib', 'tomllib', 'tomlkit') "
        "or name.startswith(('aliorder.domain', 'aliorder.policies'))])"
    )
    done = subprocess.run([sys.executable, "-c", program, file], capture_output=True, text=True, check=True)
    assert done.stdout == "None auto None []\n[]\n"


@pytest.mark.parametrize(
    "key,text,environ,expected",
    [
        ("time_zone", "", {}, Found(None, "default")),
        ("time_zone", "Asia/Tokyo", {}, Found("Asia/Tokyo", "file", "FILE")),
        ("time_zone", "Asia/Tokyo", {"TZ": "UTC"}, Found("UTC", "environment", "TZ")),
        ("time_zone", "Asia/Tokyo", {"TZ": ":as/others/read-it"}, Found(":as/others/read-it", "environment", "TZ")),
        ("payment", "", {}, Found(None, "default")),
        ("payment", " Visa ", {}, Found("Visa", "file", "FILE")),
        ("payment", "visa", {"ALIORDER_PAYMENT": "pix"}, Found("pix", "environment", "ALIORDER_PAYMENT")),
        ("color", "", {}, Found("auto", "default")),
        ("color", "Never", {}, Found("never", "file", "FILE")),
        ("color", "always", {"NO_COLOR": "1"}, Found("always", "file", "FILE")),
        (
            "color",
            "never",
            {"NO_COLOR": "1", "ALIORDER_COLOR": "always"},
            Found("always", "environment", "ALIORDER_COLOR"),
        ),
        ("language", "", {}, Found("en", "default")),
        ("language", "EN", {}, Found("en", "file", "FILE")),
        ("language", "en", {"ALIORDER_LANGUAGE": "en"}, Found("en", "environment", "ALIORDER_LANGUAGE")),
    ],
)
def test_a_setting_tells_where_it_comes_from(
    key: str, text: str, environ: dict[str, str], expected: Found, file: Path
) -> None:
    file.write_text(f'{key} = "{text}"' if text else "", encoding="utf-8")
    found = read_settings(file, environ).found(key)
    assert found._replace(place=found.place and found.place.replace(str(file), "FILE")) == expected


OUT = "take it out with: aliorder config unset"
WRITE_ONE = 'e.g. country = "DE"'


@pytest.mark.parametrize(
    "content,message,hint",
    [
        (b'coutry = "DE"', "FILE: 'coutry' is not a setting", f"did you mean country? If not, {OUT} coutry"),
        (b'Country = "DE"', "FILE: 'Country' is not a setting", f"did you mean country? If not, {OUT} Country"),
        (b'colour = "red"', "FILE: 'colour' is not a setting", f"did you mean color? If not, {OUT} colour"),
        (b'timezone = "UTC"', "FILE: 'timezone' is not a setting", f"did you mean time_zone? If not, {OUT} timezone"),
        (
            b'time-zone = "UTC"',
            "FILE: 'time-zone' is not a setting",
            f"did you mean time_zone? If not, {OUT} time-zone",
        ),
        (b'TZ = "UTC"', "FILE: 'TZ' is not a setting", f"did you mean time_zone? If not, {OUT} TZ"),
        (
            b'default-payment = "visa"',
            "FILE: 'default-payment' is not a setting",
            f"did you mean payment? If not, {OUT} default-payment",
        ),
        (b'lang = "en"', "FILE: 'lang' is not a setting", f"did you mean language? If not, {OUT} lang"),
        (
            b'ALIORDER_COUNTRY = "DE"',
            "FILE: 'ALIORDER_COUNTRY' is not a setting",
            f"did you mean country? If not, {OUT} ALIORDER_COUNTRY",
        ),
        (b'[buyer]\ncountry = "DE"', "FILE: 'buyer' is not a setting", "write the keys without [buyer]"),
        (b'"" = "DE"', "FILE: '' is not a setting", f"{OUT} ''"),
        (b"a.b.c = 1", "FILE: 'a' is not a setting", f"{OUT} a"),
        (b'"\\u001b[31m" = 1', "FILE: '\\x1b[31m' is not a setting", "take it out of the file"),
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
        (
            b'time_zone = "Berlin"',
            "FILE: time_zone: 'Berlin' is not the name of a time zone",
            "did you mean Europe/Berlin?",
        ),
        (
            b'time_zone = "UTC+1"',
            "FILE: time_zone: 'UTC+1' is not the name of a time zone",
            "its name is like Europe/Berlin or America/Sao_Paulo",
        ),
        (b'payment = " "', "FILE: payment: no payment method is named", "aliorder payments lists them"),
        (
            b'color = "red"',
            "FILE: color: 'red' is none of auto, always, never",
            "auto: in colour on a terminal, unless NO_COLOR is set",
        ),
        (b"color = true", "FILE: color has to be text in quotes", 'e.g. color = "never"'),
        (
            b'language = "de"',
            "FILE: language: sorry, so far aliorder speaks only English (en), not 'de'",
            "leave the language out",
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


HOSTILE_ZONES = (
    "",
    " ",
    ".",
    "/",
    "/etc/localtime",
    "../../../etc/passwd",
    "Europe",
    "Europe/",
    "Europe/../Europe/Berlin",
    "zone.tab",
    "a\0b",
    "\x1b[31m",
    "\ud800",
    "\u202eUTC",
    "x" * 1_000_000,
    "Europe/" * 1_000,
)


@pytest.mark.parametrize("text", HOSTILE_ZONES, ids=lambda text: repr(text[:12]))
def test_what_is_no_zone_is_refused_whatever_it_is(text: str) -> None:
    with pytest.raises(UsageError, match=r"is not the name of a time zone$"):
        entry_of("time_zone").read(text)


@pytest.mark.parametrize("place,environ", [("FILE: language", {}), ("ALIORDER_LANGUAGE", {"ALIORDER_LANGUAGE": "de"})])
def test_a_language_that_is_not_spoken_is_refused_at_once_as_it_is_about_all_that_is_said(
    place: str, environ: dict[str, str], file: Path
) -> None:
    file.write_text("" if environ else 'language = "de"', encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        read_settings(file, environ)
    said = refused.value.message.replace(str(file), "FILE")
    assert said == f"{place}: sorry, so far aliorder speaks only English (en), not 'de'"


def test_a_wrong_value_is_in_the_way_only_of_what_asks_for_it(file: Path) -> None:
    file.write_text('country = "XX"\ncolor = "never"\n', encoding="utf-8")
    settings = read_settings(file, {})
    assert settings.color == "never"
    with pytest.raises(UsageError, match="'XX' is not a country code"):
        _ = settings.country


def test_who_knows_more_reads_further(file: Path) -> None:
    settings = Settings(file, {"payment": "x"}, {"ALIORDER_PAYMENT": "y"})
    assert settings.found("payment", str.upper) == Found("Y", "environment", "ALIORDER_PAYMENT")


def test_a_file_of_any_keys_is_read_as_it_is(file: Path) -> None:
    file.write_text('[a.b]\nc = 1\nd = ["é"]\n', encoding="utf-8")
    assert read_toml(file) == {"a": {"b": {"c": 1, "d": ["é"]}}}


def test_every_entry_is_a_setting_with_an_example_that_can_be_read() -> None:
    assert [entry.read(entry.example) for entry in ENTRIES] == [entry.example for entry in ENTRIES]
    assert [entry.read(entry.default) for entry in ENTRIES if entry.default] == ["auto", "en", "en"]
    assert len({name for entry in ENTRIES for name in entry.variables}) == sum(len(e.variables) for e in ENTRIES)
