"""Where each shell looks, by its environment; what the shells answer, and what their start-up files look like."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from aliorder.cli.asked_shells import ZSH_QUESTION, answered, asked_bash, asked_zsh, between_marks
from aliorder.cli.shells import (
    bash_folder,
    bash_line,
    bash_package,
    bash_rc,
    best_zsh_folder,
    fish_folder,
    known_shell,
    powershell_profile,
    powershell_script,
    zsh_folder,
    zsh_line,
    zsh_rc,
)
from aliorder.cli.start_up_files import MARKED, Content, line_in, read_content, with_line, without_line
from aliorder.errors import UsageError

LINUX, MAC, WINDOWS = PurePosixPath("/home/ann"), PurePosixPath("/Users/ann"), PureWindowsPath("C:/Users/ann")
Place = Callable[[Mapping[str, str], PurePath], PurePath]

PLACES: list[tuple[Place, Mapping[str, str], PurePath, str]] = [
    (bash_folder, {}, LINUX, "/home/ann/.local/share/bash-completion/completions"),
    (bash_folder, {"XDG_DATA_HOME": "/data"}, LINUX, "/data/bash-completion/completions"),
    (bash_folder, {"XDG_DATA_HOME": ""}, MAC, "/Users/ann/.local/share/bash-completion/completions"),
    (bash_folder, {"XDG_DATA_HOME": "/data", "BASH_COMPLETION_USER_DIR": "/b"}, LINUX, "/b/completions"),
    (bash_folder, {"BASH_COMPLETION_USER_DIR": "/b:/c"}, LINUX, "/b/completions"),
    (bash_folder, {"BASH_COMPLETION_USER_DIR": "D:\\b"}, WINDOWS, "D:/b/completions"),
    (bash_folder, {}, WINDOWS, "C:/Users/ann/.local/share/bash-completion/completions"),
    (zsh_folder, {}, MAC, "/Users/ann/.local/share/zsh/site-functions"),
    (zsh_folder, {"XDG_DATA_HOME": "/data"}, LINUX, "/data/zsh/site-functions"),
    (zsh_rc, {}, LINUX, "/home/ann/.zshrc"),
    (zsh_rc, {"ZDOTDIR": "/home/ann/.config/zsh"}, LINUX, "/home/ann/.config/zsh/.zshrc"),
    (fish_folder, {}, LINUX, "/home/ann/.config/fish/completions"),
    (fish_folder, {"XDG_CONFIG_HOME": "/conf"}, MAC, "/conf/fish/completions"),
    (powershell_profile, {}, LINUX, "/home/ann/.config/powershell/Microsoft.PowerShell_profile.ps1"),
    (powershell_profile, {"XDG_CONFIG_HOME": "/conf"}, MAC, "/conf/powershell/Microsoft.PowerShell_profile.ps1"),
    (powershell_profile, {}, WINDOWS, "C:/Users/ann/Documents/PowerShell/Microsoft.PowerShell_profile.ps1"),
]


@pytest.mark.parametrize("place, environ, home, expected", PLACES)
def test_each_shell_looks_where_its_environment_says(
    place: Place, environ: Mapping[str, str], home: PurePath, expected: str
) -> None:
    assert place(environ, home) == type(home)(expected)


@pytest.mark.parametrize(
    "place, name",
    [
        (bash_folder, "BASH_COMPLETION_USER_DIR"),
        (bash_folder, "XDG_DATA_HOME"),
        (zsh_folder, "XDG_DATA_HOME"),
        (zsh_rc, "ZDOTDIR"),
        (fish_folder, "XDG_CONFIG_HOME"),
        (powershell_profile, "XDG_CONFIG_HOME"),
    ],
)
@pytest.mark.parametrize("value", ["here", "~/there", "/a\x1b[31mb", "/a\nb"])
def test_a_folder_that_is_not_one_in_full_is_refused(place: Place, name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"^{name} "):
        place({name: value}, LINUX)


@pytest.mark.parametrize(
    "login, present, expected",
    [
        (False, (".bash_profile",), ".bashrc"),
        (True, (), ".bash_profile"),
        (True, (".profile",), ".profile"),
        (True, (".profile", ".bash_login"), ".bash_login"),
    ],
)
def test_bash_reads_one_file(login: bool, present: tuple[str, ...], expected: str) -> None:
    assert bash_rc(MAC, login=login, present=present) == MAC / expected


def test_the_package_of_bash_is_looked_for_where_homebrew_is_first() -> None:
    found = [str(path) for path in bash_package({"HOMEBREW_PREFIX": "/brew"})]
    assert found[0] == "/brew/share/bash-completion/bash_completion"
    assert {"/usr/share/bash-completion/bash_completion", "/etc/bash_completion"} < set(found)


@pytest.mark.parametrize(
    "usable, expected",
    [
        ([], None),
        ([("/h/.zfunc", False), ("/h/b", False)], "/h/.zfunc"),
        ([("/h/functions", False), ("/h/b/completions", False)], "/h/b/completions"),
        ([("/h/omz/completions", True), ("/h/.zfunc", False)], "/h/.zfunc"),
        ([("/h/omz/plugins/git", True), ("/h/omz/completions", True)], "/h/omz/completions"),
    ],
)
def test_of_zshs_folders_the_most_fitting_is_taken(usable: list[tuple[str, bool]], expected: str | None) -> None:
    found = best_zsh_folder((PurePosixPath(name), is_checkout) for name, is_checkout in usable)
    assert found == (expected and PurePosixPath(expected))


@pytest.mark.parametrize(
    "program, expected",
    [
        ("/bin/zsh", "zsh"),
        ("bash", "bash"),
        ("/opt/homebrew/bin/fish", "fish"),
        ("pwsh", "powershell"),
        ("C:\\Program Files\\PowerShell\\7\\pwsh.exe", "powershell"),
        ("/bin/dash", None),
        ("", None),
        (None, None),
    ],
)
def test_a_shell_is_known_by_its_program(program: str | None, expected: str | None) -> None:
    assert known_shell(program) == expected


def test_the_script_of_powershell_lies_beside_its_profile() -> None:
    profile = PureWindowsPath("D:/Docs/PowerShell/profile.ps1")
    assert powershell_script(profile) == PureWindowsPath("D:/Docs/PowerShell/Completions/aliorder.ps1")


def test_a_path_in_a_line_is_one_word_of_the_shell() -> None:
    assert ". ~/b/aliorder;" in bash_line(LINUX / "b" / "aliorder", LINUX)
    assert ". '/home/ann/it'\"'\"'s b/aliorder';" in bash_line(LINUX / "it's b" / "aliorder", LINUX)
    assert "fpath=(/data/zsh $fpath);" in zsh_line(PurePosixPath("/data/zsh/_aliorder"), LINUX)


LINE = "if true; then . ~/there; fi"
FILES = [
    b"",
    b"x=1\n",
    b"x=1",
    b"x=1\r",
    b"x=1\n\n\n",
    b"x=1\r\ny=2\r\n",
    b"x=1\r\ny=2",
    b"\xef\xbb\xbf",
    b"\xef\xbb\xbfx=1",
    b"\xff\xfe",
    "\ufeffx=1\r\ny".encode("utf-16-le"),
    "\ufeffx=1\n".encode("utf-16-be"),
    b"caf\xe9 \x00\x85\x1c\n\xff",
]


def check_there_and_back(raw: bytes, shell: str) -> None:
    changed = with_line(raw, LINE, shell)
    assert changed.startswith(raw)
    assert line_in(changed) == LINE
    assert with_line(changed, LINE, shell) == changed
    assert without_line(changed) == raw


@pytest.mark.parametrize("raw", FILES)
def test_a_line_put_in_and_taken_out_leaves_every_byte(raw: bytes) -> None:
    check_there_and_back(raw, "bash")


@given(st.binary(max_size=40) | st.text(st.sampled_from("ab\r\n\ufeff`\\ #"), max_size=20).map(str.encode))
@example(b"a\r\n\r")
def test_whatever_the_file_is_like_it_comes_back(raw: bytes) -> None:
    assume(not (raw[:2] in (b"\xff\xfe", b"\xfe\xff") and len(raw) % 2))
    assume(not read_content(raw).text.rstrip("\r\n").endswith("\\"))
    check_there_and_back(raw, "zsh")


def test_a_file_made_for_the_line_goes_with_it_unless_more_was_written_into_it() -> None:
    made = with_line(None, LINE, "bash")
    assert without_line(made) is None
    assert without_line(b"x=1\n" + made) == b"x=1\n"
    assert without_line(made + b"x=1") == b"x=1"


def test_what_was_written_below_the_line_stays() -> None:
    assert without_line(with_line(b"x=1", LINE, "bash") + b"y=2\n") == b"x=1\ny=2\n"
    assert without_line(with_line(b"x=1\n", LINE, "bash") + b"y=2") == b"x=1\ny=2"


def test_an_older_line_is_replaced_where_it_is_and_doubles_go() -> None:
    older = with_line(b"x=1", "old", "bash") + b"y=2\n"
    assert with_line(older, LINE, "bash") == with_line(b"x=1", LINE, "bash") + b"y=2\n"
    assert without_line(with_line(b"", LINE, "bash") * 3) == b""


@pytest.mark.parametrize(
    "raw, shell", [(b"a \\\n", "bash"), (b"a \\", "zsh"), (b"a `\r\n", "powershell"), (b"\xff\xfea", "bash")]
)
def test_a_file_that_a_line_cannot_be_added_to_is_refused(raw: bytes, shell: str) -> None:
    with pytest.raises(UsageError):
        with_line(raw, LINE, shell)


@pytest.mark.parametrize("text", [b"x" * 1_000_000, b"# added by aliorder completion --install " * 25_000])
def test_a_line_of_any_length_is_looked_through_at_once(text: bytes) -> None:
    began = time.process_time()
    assert line_in(text + b"x\n") is None
    assert without_line(with_line(text + b"x\n", LINE, "bash")) == text + b"x\n"
    assert time.process_time() - began < 1


def test_a_mark_ends_its_line() -> None:
    assert MARKED.search(f"{LINE}  # added by aliorder completion --installed") is None
    assert Content("a\nb\r\n", "utf-8").line_end == "\n"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("", None),
        ("noise\0aliorder-begin\0a\0\0b\0aliorder-end\0noise", ["a", "", "b"]),
        ("\0aliorder-begin\0aliorder-end\0", []),
        ("\0aliorder-begin\0a", None),
        ("aliorder-begin aliorder-end", None),
    ],
)
def test_what_counts_stands_between_the_marks(text: str, expected: list[str] | None) -> None:
    assert between_marks(text) == expected


@pytest.fixture
def home() -> Path:
    folder = Path(os.environ["HOME"])
    folder.mkdir()
    return folder


def needs(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")


NOISE = "echo noise; printf '\\0aliorder-end\\0'; alias printf=false; set -u\n"


def test_zsh_is_asked_whatever_its_files_print(home: Path) -> None:
    needs("zsh")
    (home / "own folder").mkdir()
    setup = "fpath=(~/'own folder' $fpath); autoload -Uz compinit; compinit -D; zshexit() { echo bye; }"
    (home / ".zshenv").write_text("ZDOTDIR=~/z", encoding="utf-8")
    (home / "z").mkdir()
    (home / "z" / ".zshrc").write_text(f"{NOISE}{setup}\n", encoding="utf-8")
    answer = asked_zsh(os.environ)
    assert answer is not None
    assert (answer.is_set_up, answer.completes, answer.folder) == (True, False, str(home / "z"))
    assert answer.fpath[0] == str(home / "own folder")


def test_bash_is_asked_whatever_its_files_print(home: Path) -> None:
    needs("bash")
    setup = "set -e; BASH_COMPLETION_VERSINFO=(2 11); BASH_COMPLETION_USER_DIR=~/b; trap 'echo bye' EXIT"
    (home / ".bashrc").write_text(f"{NOISE}{setup}\n", encoding="utf-8")
    assert asked_bash(os.environ) == (False, True, str(home / "b"))
    (home / ".bashrc").write_text("complete -W x aliorder\n", encoding="utf-8")
    assert asked_bash(os.environ) == (True, False, "")


@pytest.mark.parametrize("rc", ["sleep 60 & sleep 60", "cat; exit", "exec true", "while :; do :; done"])
def test_a_zsh_that_does_not_answer_is_left_alone(rc: str, home: Path) -> None:
    needs("zsh")
    (home / ".zshrc").write_text(f"{rc}\n", encoding="utf-8")
    assert answered("zsh", ["-ic", ZSH_QUESTION], os.environ, patience=0.5) is None


def test_what_a_shell_leaves_running_is_not_waited_for(home: Path) -> None:
    needs("zsh")
    (home / ".zshrc").write_text("sleep 3 &!\n", encoding="utf-8")
    assert answered("zsh", ["-ic", ZSH_QUESTION], os.environ, patience=2) is not None


@pytest.mark.parametrize("ask, name, last", [(asked_zsh, ".zshrc", "fc -R"), (asked_bash, ".bashrc", "history -s x")])
def test_a_shell_that_is_asked_leaves_the_history_as_it_is(
    ask: Callable[[Mapping[str, str]], object], name: str, last: str, home: Path
) -> None:
    needs(name[1:-2])
    history = home / "history"
    history.write_text("".join(f"echo {number}\n" for number in range(100)), encoding="utf-8")
    (home / name).write_text(f"HISTSIZE=10 SAVEHIST=10 HISTFILE=~/history\n{last}\n", encoding="utf-8")
    before = history.read_bytes()
    assert ask(os.environ) is not None
    assert history.read_bytes() == before


def test_a_shell_that_is_not_there_is_not_asked() -> None:
    assert asked_zsh({**os.environ, "PATH": "", "SHELL": "/bin/absent-zsh"}) is None
