"""`aliorder config`: what is set is shown with where it comes from, and changed without touching anything else."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.cli import settings_file
from aliorder.cli.settings_file import changed, held
from aliorder.errors import StoreError
from aliorder.settings import ENTRIES
from tests.cli.given import Ran, flaws, process, ran

NOT_ROOT = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
AUTO = "auto: in colour on a terminal, unless NO_COLOR is set"
TAKE_OUT = "did you mean country? If not, take it out with: aliorder config unset coutry"
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="modes and links are those of POSIX")


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the settings file, in a home that is there; nothing is set."""
    monkeypatch.delenv("TZ")
    home = Path(os.environ["ALIORDER_HOME"])
    home.mkdir(parents=True)
    return home / "settings.toml"


def config(*arguments: str) -> Ran:
    """A command of the group, with the place of the file as FILE."""
    done = ran("config", *arguments)
    return Ran(done.code, *(text.replace(str(settings_place()), "FILE") for text in (done.out, done.err)))


def settings_place() -> Path:
    return Path(os.environ["ALIORDER_HOME"]) / "settings.toml"


README = Path(__file__).parents[2] / "README.md"


def test_the_tables_of_the_help_and_of_the_readme_are_those_of_the_settings() -> None:
    settings = {entry.key: " ".join(entry.variables) for entry in ENTRIES}
    readme = README.read_text(encoding="utf-8")
    in_help = re.findall(r"^ +([a-z_]+) +\S.*  ([A-Z_]+)$", ran("config", "--help").out, re.MULTILINE)
    in_readme = re.findall(r"^\| `([a-z_]+)` \| .* \| `([A-Z_]+)` \|$", readme, re.MULTILINE)
    assert dict(in_help) == dict(in_readme) == settings


def test_typed_and_set_colour_are_read_in_the_same_way(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for word, read in (("ALWAYS", "always"), (" never", "never")):
        assert ran("--color", word, "config", "show", "color", "--json").document["settings"][0]["value"] == read
    monkeypatch.setenv("ALIORDER_COLOR", "red")
    refused = config("show", "color").err
    monkeypatch.delenv("ALIORDER_COLOR")
    assert ran("--color", "red", "list").err == refused.replace("ALIORDER_COLOR", "--color")


# Showing.


def test_without_anything_set_what_holds_by_itself_is_shown(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    rows = "country\t\tdefault\ntime_zone\tUTC\tTZ\npayment\t\tdefault\ncolor\tauto\tdefault\nlanguage\ten\tdefault\n"
    rows += "message_language\ten\tdefault\n"
    assert config("show") == (0, rows, "")
    assert not file.exists()


def test_every_value_is_shown_with_where_it_comes_from(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('country = "DE"\ntime_zone = "Asia/Tokyo"\npayment = "Visa"\ncolor = "always"\n', encoding="utf-8")
    for name, value in {"ALIORDER_COUNTRY": "pl", "ALIORDER_COLOR": "never", "ALIORDER_LANGUAGE": "EN"}.items():
        monkeypatch.setenv(name, value)
    rows = [
        "country\tPL\tALIORDER_COUNTRY",
        "time_zone\tAsia/Tokyo\tFILE",
        "payment\tvisa\tFILE",
        "color\tnever\tALIORDER_COLOR",
        "language\ten\tALIORDER_LANGUAGE",
        "message_language\ten\tdefault",
    ]
    assert config("show").out.splitlines() == rows
    assert [config("show", row.split("\t")[0]) for row in rows] == [(0, f"{row}\n", "") for row in rows]


def test_the_document_says_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('payment = "Visa"\n', encoding="utf-8")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    document = ran("--color", "always", "config", "show", "--json").document
    assert flaws(document) == []
    assert document == {
        "schema": "aliorder.config/1",
        "path": str(file),
        "settings": [
            {"key": "country", "value": None, "origin": "default", "place": None},
            {"key": "time_zone", "value": "Pacific/Kiritimati", "origin": "environment", "place": "TZ"},
            {"key": "payment", "value": "visa", "origin": "file", "place": str(file)},
            {"key": "color", "value": "always", "origin": "flag", "place": "--color"},
            {"key": "language", "value": "en", "origin": "default", "place": None},
            {"key": "message_language", "value": "en", "origin": "default", "place": None},
        ],
        "problems": [],
    }


def test_on_a_terminal_it_is_a_table_that_says_what_is_not_set(file: Path) -> None:
    done = ran("--color", "never", "config", "show", "country", terminal=True)
    assert [line.split("  ") for line in done.out.splitlines()] == [
        ["setting", "value", "", "from", " "],
        ["country", "not set", "default"],
    ]


def test_what_is_wrong_is_told_beside_what_can_be_read(file: Path) -> None:
    file.write_text('coutry = "DE"\npayment = "vsia"\ncolor = 1\ntime_zone = "UTC"\n', encoding="utf-8")
    errors = (
        f"error: FILE: 'coutry' is not a setting\nhint: {TAKE_OUT}\n"
        "error: FILE: payment: 'vsia' is not a known payment method\nhint: did you mean visa?\n"
        'error: FILE: color has to be text in quotes\nhint: e.g. color = "never"\n'
    )
    rows = "country\t\tdefault\ntime_zone\tUTC\tFILE\nlanguage\ten\tdefault\nmessage_language\ten\tdefault\n"
    assert config("show") == (2, rows, errors)
    done = ran("config", "show", "--json")
    assert (done.code, flaws(done.document), len(done.document["problems"])) == (2, [], 3)
    assert config("show", "time_zone") == (0, "time_zone\tUTC\tFILE\n", "")
    assert config("show", "payment").code == 2


def test_of_a_file_that_cannot_be_read_only_what_comes_before_it_is_shown(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('country = "DE"\ncountry = "PL"\n', encoding="utf-8")
    monkeypatch.setenv("ALIORDER_PAYMENT", "PIX")
    done = config("show")
    assert (done.code, done.out) == (2, "payment\tpix\tALIORDER_PAYMENT\n")
    assert done.err.startswith("error: FILE is not TOML: Cannot overwrite a value (at line 2, ")


def test_a_zone_in_the_environment_that_nobody_knows_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "No/Such/Zone")
    done = config("show", "time_zone")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: TZ: 'No/Such/Zone' is not a time zone\nhint: ")


@pytest.mark.parametrize("content", ["country = DE", 'language = "de"', "x = 1", 'time_zone = "Berlin"', "\0"])
@pytest.mark.parametrize("line", ["config path", "paths", "schema config"])
def test_where_the_file_is_can_be_asked_whatever_is_in_it(line: str, content: str, file: Path) -> None:
    file.write_text(content, encoding="utf-8")
    assert ran(*line.split()).code == 0
    assert config("path") == (0, "FILE\n", "")


# Changing.


def test_a_setting_is_told_before_and_after_and_where_it_stands(file: Path) -> None:
    assert config("set", "country", "de") == (0, "", "country: not set → DE, in FILE\n")
    assert config("set", "country", " PL ") == (0, "", "country: DE → PL, in FILE\n")
    assert config("set", "country", "PL") == (0, "", "country: already PL, in FILE\n")
    assert config("unset", "country") == (0, "", "country: PL → not set, in FILE\n")
    assert config("unset", "country") == (0, "", "country: already not set, in FILE\n")
    assert file.read_bytes() == b""


@pytest.mark.parametrize(
    "key,typed,kept",
    [
        ("country", "br", "BR"),
        ("time_zone", "Europe/Berlin", "Europe/Berlin"),
        ("payment", "Visa card", "visa"),
        ("payment", "PayPal", "paypal"),
        ("color", "Never", "never"),
        ("language", "EN", "en"),
    ],
)
def test_a_value_is_kept_as_it_is_meant(key: str, typed: str, kept: str, file: Path) -> None:
    assert config("set", key, typed).code == 0
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {key: kept}
    assert config("show", key).out == f"{key}\t{kept}\tFILE\n"


def test_quietly_nothing_is_said(file: Path) -> None:
    assert ran("-q", "config", "set", "country", "DE") == (0, "", "")
    assert file.read_text(encoding="utf-8") == 'country = "DE"\n'


@ON_POSIX
def test_a_new_file_and_its_folder_are_the_owners_alone() -> None:
    assert config("set", "country", "DE").code == 0
    modes = [path.stat().st_mode & 0o777 for path in (settings_place().parent, settings_place())]
    assert modes == [0o700, 0o600]
    assert [path.name for path in settings_place().parent.iterdir()] == ["settings.toml"]


def test_taking_out_what_is_not_there_makes_nothing() -> None:
    assert config("unset", "payment").err == "payment: already not set, in FILE\n"
    assert not settings_place().parent.exists()


@ON_POSIX
def test_the_mode_of_a_file_stays(file: Path) -> None:
    file.write_text("", encoding="utf-8")
    file.chmod(0o640)
    assert config("set", "country", "DE").code == 0
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "before,after",
    [
        (b"", b'country = "PL"\n'),
        (b"# mine\n", b'# mine\ncountry = "PL"\n'),
        (b'country = "DE" # home\ncolor = "never"', b'country = "PL" # home\ncolor = "never"'),
        (b"\tcountry='DE'\t#home", b'\tcountry="PL"\t#home'),
        (b'color = "never"\r\n# mine\r\n', b'color = "never"\r\n# mine\r\ncountry = "PL"\r\n'),
        (b'\xef\xbb\xbf# mine\r\ncountry = "DE"\r\n', b'\xef\xbb\xbf# mine\r\ncountry = "PL"\r\n'),
        (b'[a]\nb = 1\n\n[[c]]\nd = "x" # y\n', b'country = "PL"\n\n[a]\nb = 1\n\n[[c]]\nd = "x" # y\n'),
        (b"a.b = [\n  1, # one\n]\nx = nan\n", b'a.b = [\n  1, # one\n]\nx = nan\ncountry = "PL"\n'),
        (b"country = 49 # not yet\n", b'country = "PL" # not yet\n'),
        (b'country = """\nDE"""\n', b'country = "PL"\n'),
        (b'color = "never"', b'color = "never"\ncountry = "PL"\n'),
        (b"[country]\nx = 1\n[z]\ny = 2\n", b'country = "PL"\n[z]\ny = 2\n'),
        ("# für mich · 我\n".encode(), '# für mich · 我\ncountry = "PL"\n'.encode()),
    ],
)
def test_all_else_in_the_file_stays_as_it_was(before: bytes, after: bytes, file: Path) -> None:
    file.write_bytes(before)
    assert config("set", "country", "PL").code == 0
    assert file.read_bytes() == after


@pytest.mark.parametrize(
    "before,after",
    [
        (b'# mine\ncountry = "DE" # home\n\n# more\ncolor = "never"', b'# mine\n\n# more\ncolor = "never"'),
        (b'color = "never"\r\ncountry = "DE"\r\n', b'color = "never"\r\n'),
        (b'\xef\xbb\xbfcountry = "DE"\n[a]\nb = 1\n', b"\xef\xbb\xbf[a]\nb = 1\n"),
        (b"country.x = 1\n", b""),
    ],
)
def test_what_is_taken_out_takes_nothing_with_it(before: bytes, after: bytes, file: Path) -> None:
    file.write_bytes(before)
    assert config("unset", "country").code == 0
    assert file.read_bytes() == after


LINES = st.sampled_from(
    (
        "",
        "# a remark",
        'color = "never" # why',
        "  language = 'en'",
        'payment = """visa"""',
        "x.y = 1",
        'z = ["a",\n 2]',
    )
)


@given(st.lists(LINES, unique=True, max_size=7), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_is_set_and_taken_out_again_leaves_the_file_as_it_was(lines: list[str], end: str, mark: bool) -> None:
    path = settings_place()
    path.parent.mkdir(parents=True, exist_ok=True)
    before = ("\ufeff" if mark else "") + "".join(f"{line}\n" for line in lines)
    path.write_bytes(before.replace("\n", end).encode())
    assert changed(path, "country", "DE") is None
    assert tomllib.loads(path.read_text(encoding="utf-8-sig"))["country"] == "DE"
    assert changed(path, "country", None) == "DE"
    after = path.read_bytes().decode().replace("\r\n", "\n")
    assert after.removeprefix("\ufeff").strip() == before.removeprefix("\ufeff").strip()


# What is refused.


@pytest.mark.parametrize(
    "key,value,error,hint",
    [
        ("country", "Germany", "country: 'Germany' is not a country code", "did you mean DE (Germany)?"),
        ("time_zone", "Berlin", "time_zone: 'Berlin' is not the name of a time zone", "did you mean Europe/Berlin?"),
        ("payment", "vissa", "payment: 'vissa' is not a known payment method", "did you mean visa?"),
        ("color", "red", "color: 'red' is none of auto, always, never", AUTO),
        (
            "language",
            "Deutsch",
            "language: sorry, so far aliorder speaks only English (en), not 'Deutsch'",
            "leave the language out",
        ),
        ("country", "-", "country needs a value", "to take it out: aliorder config unset country"),
        ("country", " ", "country needs a value", "to take it out: aliorder config unset country"),
        ("colour", "never", "'colour' is not a setting", "did you mean color?"),
        ("default-payment", "visa", "'default-payment' is not a setting", "did you mean payment?"),
        (
            "a.b",
            "x",
            "'a.b' is not a setting",
            "known: country, time_zone, payment, color, language, message_language",
        ),
    ],
)
def test_what_cannot_be_set_is_refused_with_a_way_out(key: str, value: str, error: str, hint: str, file: Path) -> None:
    file.write_text("# mine\n", encoding="utf-8")
    assert config("set", key, value) == (2, "", f"error: {error}\nhint: {hint}\n")
    assert file.read_text(encoding="utf-8") == "# mine\n"


@pytest.mark.parametrize("line", ["show colour", "unset colour", "set colour never"])
def test_an_unknown_setting_is_refused_with_the_nearest(line: str, file: Path) -> None:
    assert config(*line.split()) == (2, "", "error: 'colour' is not a setting\nhint: did you mean color?\n")


HOSTILE = (
    "\x1b[31mDE\x1b[0m",
    "\x9b31m",
    "\u202eED",
    'DE"\ncolor = "never',
    "DE\n",
    "'''",
    "\\",
    "\ud800",
    "a.b",
    '["DE"]',
    "x" * 1_000_000,
    "../../etc/passwd",
    "{}",
    "😀" * 50,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_hostile_word_is_refused_in_words_and_changes_nothing(text: str, file: Path) -> None:
    file.write_text('color = "never"\n', encoding="utf-8")
    for line in (
        *(["set", key, text] for key in ("time_zone", "payment", "language")),
        ["set", text, "x"],
        ["show", text],
    ):
        done = config(*line)
        assert (done.code, done.out, done.err.startswith("error: ")) == (2, "", True)
        assert "\x1b" not in done.err
        assert len(done.err) < 500
    assert file.read_text(encoding="utf-8") == 'color = "never"\n'


@pytest.mark.parametrize(
    "content,why",
    [
        (b"country = DE\n", "is not TOML: Invalid value (at line 1, column 11)"),
        (b'color = "never"\ncountry = "DE"\ncountry = "PL"\n', "is not TOML: Cannot overwrite a value (at line 3, "),
        (b"[a]\n[a]\n", "is not TOML: Cannot declare ('a',) twice (at line 2, column 3)"),
        (b"\xff\xfe", "is not text in UTF-8"),
        (b"x = " + b"[" * 500, "is nested too deeply"),
        (b"x = " + b"9" * 2_000, "has a line that is far too long"),
        (b"#" * 1_000_001, "has more than 1 MB"),
        (b'color = "never"\rx = 1', "is written in a way that aliorder cannot change safely"),
    ],
    ids=lambda value: str(value[:20]) if isinstance(value, bytes) else "",
)
@pytest.mark.usefixtures("uncollected")
def test_a_file_that_cannot_be_read_is_never_written_over(content: bytes, why: str, file: Path) -> None:
    file.write_bytes(content)
    done = config("set", "country", "DE")
    assert (done.code, done.out, done.err.startswith(f"error: FILE {why}")) == (2, "", True)
    assert "\nhint: " in done.err
    assert file.read_bytes() == content


def test_what_else_is_wrong_in_the_file_is_only_noted(file: Path) -> None:
    file.write_text('coutry = "DE"\npayment = "vsia"\n', encoding="utf-8")
    assert config("set", "country", "DE") == (
        0,
        "",
        "country: not set → DE, in FILE\n"
        f"note: FILE: 'coutry' is not a setting; {TAKE_OUT}\n"
        "note: FILE: payment: 'vsia' is not a known payment method; did you mean visa?\n",
    )
    assert config("set", "payment", "visa").err.splitlines() == [
        "payment: vsia → visa, in FILE",
        f"note: FILE: 'coutry' is not a setting; {TAKE_OUT}",
    ]


def test_a_key_that_is_no_setting_is_taken_out_as_the_error_says(file: Path) -> None:
    file.write_text('# mine\ncoutry = "DE"\n"a b" = 1 # why\ncolor = "never"\n', encoding="utf-8")
    assert ran("list").err.splitlines() == [f"error: {file}: 'coutry' is not a setting", f"hint: {TAKE_OUT}"]
    assert config("unset", "coutry").err.splitlines() == [
        "coutry: DE → not set, in FILE",
        "note: FILE: 'a b' is not a setting; take it out with: aliorder config unset 'a b'",
    ]
    assert config("unset", "a b") == (0, "", "a b: 1 → not set, in FILE\n")
    assert file.read_text(encoding="utf-8") == '# mine\ncolor = "never"\n'
    assert config("unset", "coutry") == (2, "", "error: 'coutry' is not a setting\nhint: did you mean country?\n")


def test_settings_below_a_heading_are_told_to_stand_without_it(file: Path) -> None:
    file.write_text('[settings]\ncountry = "DE"\n', encoding="utf-8")
    error = "error: FILE: 'settings' is not a setting\nhint: write the keys without [settings]\n"
    assert config("show").err == error


@pytest.mark.parametrize(
    "line,variable,value",
    [
        ("set country DE", "ALIORDER_COUNTRY", "PL"),
        ("set time_zone UTC", "TZ", "Asia/Tokyo"),
        ("set color always", "ALIORDER_COLOR", "never"),
        ("unset payment", "ALIORDER_PAYMENT", "pix"),
    ],
)
def test_a_variable_that_comes_first_is_named(
    line: str, variable: str, value: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    done = config(*line.split())
    assert done.err.splitlines()[1:] == [f"note: {variable} is set in the environment, and comes before the file"]


# Where the file lies.


@ON_POSIX
@pytest.mark.parametrize("there", [True, False], ids=["a file", "nothing"])
def test_a_link_stays_and_what_it_names_is_changed(there: bool, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    if there:
        target.write_text("# mine\n", encoding="utf-8")
    file.symlink_to(target)
    assert config("set", "country", "DE").code == 0
    assert (file.is_symlink(), target.read_text(encoding="utf-8")) == (
        True,
        '# mine\ncountry = "DE"\n' if there else 'country = "DE"\n',
    )


def test_a_folder_in_its_place_is_refused(file: Path) -> None:
    file.mkdir()
    hint = "hint: move it away, or put a text file there\n"
    assert config("set", "country", "DE") == (2, "", f"error: FILE is a folder, not a file\n{hint}")


def test_a_file_in_the_place_of_its_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("x", encoding="utf-8")
    done = ran("--home", str(tmp_path / "home"), "config", "set", "country", "DE")
    assert (done.code, done.err.splitlines()[0]) == (
        5,
        f"error: the folder {tmp_path / 'home'} cannot be made: file exists",
    )


@ON_POSIX
def test_a_link_into_nowhere_is_refused(file: Path, tmp_path: Path) -> None:
    file.symlink_to(tmp_path / "absent" / "settings.toml")
    done = config("set", "country", "DE")
    assert (done.code, done.err.splitlines()[0]) == (5, "error: FILE cannot be written: there is no such folder")


@NOT_ROOT
def test_a_folder_in_which_nobody_may_write_is_told(file: Path) -> None:
    file.parent.chmod(0o500)
    done = config("set", "country", "DE")
    file.parent.chmod(0o700)
    assert (done.code, done.err.splitlines()[0]) == (
        5,
        "error: FILE cannot be written: you are not allowed to write there",
    )


def test_on_a_full_disk_the_file_stays_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    file.write_text('country = "DE"\n', encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    done = config("set", "country", "PL")
    assert (done.code, done.out) == (5, "")
    assert done.err.splitlines() == [
        "error: FILE cannot be written: the disk is full",
        "hint: it is as it was; look at the disk, and at who may write there",
    ]
    assert file.read_text(encoding="utf-8") == 'country = "DE"\n'
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


# Several at once.

MANY = (("country", "DE"), ("time_zone", "UTC"), ("payment", "visa"), ("color", "never"), ("language", "en"))


def test_of_several_that_change_settings_at_once_none_is_lost(file: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from aliorder.cli.settings_file import changed; import tomlkit\n"
        "print(flush=True); sys.stdin.read(); changed(Path(sys.argv[1]), *sys.argv[2:])"
    )
    file.write_text("".join(f"# remark {place}\n" for place in range(2_000)), encoding="utf-8")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, file, *each], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for each in MANY
    ]
    for each in running:
        assert each.stdout is not None
        each.stdout.readline()
    for each in running:
        assert each.stdin is not None
        each.stdin.close()
    assert [each.wait() for each in running] == [0] * len(MANY)
    for each in running:
        assert each.stdout is not None
        each.stdout.close()
    assert tomllib.loads(file.read_text(encoding="utf-8")) == dict(MANY)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long."""
    monkeypatch.setattr(settings_file, "PATIENCE", 0.05)


def test_who_has_waited_long_enough_is_told_to_try_again(file: Path, impatient: None) -> None:
    with held(file.parent):
        done = config("set", "country", "DE")
    assert done == (
        5,
        "",
        f"error: another aliorder is changing files in {file.parent}\nhint: try again in a moment\n",
    )
    assert not file.exists()
    assert config("set", "country", "DE").code == 0


def test_what_is_held_is_free_again_also_after_an_error(file: Path, impatient: None) -> None:
    with pytest.raises(ZeroDivisionError), held(file.parent):
        raise ZeroDivisionError
    with held(file.parent):
        pass
    with pytest.raises(StoreError), held(file.parent / "absent"):
        pass


def test_a_process_of_its_own_does_the_same_whatever_its_locale() -> None:
    done = process("config", "set", "country", "DE", LC_ALL="C", PYTHONIOENCODING="cp1252")
    assert done == (0, "", f"country: not set → DE, in {settings_place()}\n")
    assert process("config", "show", "country").out == f"country\tDE\t{settings_place()}\n"


def test_no_library_for_writing_toml_is_loaded_to_show_settings() -> None:
    program = (
        "import sys; from aliorder.cli.app import main; code = main(['config', 'show']); "
        "print([name for name in ('tomlkit', 'rich', 'questionary', 'sqlite3') if name in sys.modules], code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] 0"
