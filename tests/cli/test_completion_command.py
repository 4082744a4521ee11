"""Completion printed, put where the shells look, and taken back: in real shells, and to the last byte."""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from aliorder.cli import shell_setup
from aliorder.cli.commands import completion
from aliorder.cli.shell_scripts import MARK
from aliorder.cli.shells import SCRIPTS, SHELLS, Shell, bash_package
from tests.cli.given import Ran, process, ran

FOLDER = Path(__file__).resolve().parents[2] / "completions"
PLACES: dict[Shell, str] = {
    "bash": ".local/share/bash-completion/completions/aliorder",
    "zsh": ".local/share/zsh/site-functions/_aliorder",
    "fish": ".config/fish/completions/aliorder.fish",
    "powershell": ".config/powershell/Completions/aliorder.ps1",
}
RCS: dict[Shell, str] = {
    "bash": ".bash_profile" if sys.platform == "darwin" else ".bashrc",
    "zsh": ".zshrc",
    "powershell": ".config/powershell/Microsoft.PowerShell_profile.ps1",
}
MADE_BY_SHELLS = (".zcompdump", ".bash_history", "fish_variables", "fish_history")
FISH_CACHES = frozenset({"generated_completions", ".cache"})
"""Folders that fish fills by itself, in its own time, from the manual pages of the system."""

RESTARTS = {shell: f"open one, or type exec {shell}" for shell in SHELLS} | {"powershell": "open one"}
LABELS = dict(zip(SHELLS, SHELLS, strict=True)) | {"powershell": "PowerShell"}

on_posix = pytest.mark.skipif(os.name == "nt", reason="the paths are those of POSIX")
pytestmark = on_posix


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty home folder, and no shell that could be asked."""
    folder = Path(os.environ["HOME"])
    folder.mkdir()
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("SHELL", "/bin/sh")
    monkeypatch.setattr(shell_setup, "bash_package", lambda _: ())
    return folder


@pytest.fixture
def shells(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """The shells of this computer can be asked, and find a program called aliorder: fish completes no others."""
    bin_folder = Path(os.environ["PATH"])
    program = bin_folder / "aliorder"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m aliorder "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_folder}:/opt/homebrew/bin:/usr/local/bin:/usr/bin:/bin")


def tree(folder: Path) -> dict[str, object]:
    """All that is in a folder: each file with its bytes and mode, each link with what it points at."""
    return {
        str(path.relative_to(folder)): path.readlink()
        if path.is_symlink()
        else (path.stat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
        if not path.name.startswith(MADE_BY_SHELLS) and FISH_CACHES.isdisjoint(path.relative_to(folder).parts)
    }


def script(shell: Shell) -> bytes:
    return (FOLDER / SCRIPTS[shell]).read_bytes()


def installed(shell: Shell, folders: int) -> bytes:
    return script(shell) + f"# Put here by aliorder completion --install; folders made for it: {folders}\n".encode()


def answered(answer: str, *line: str) -> Ran:
    """The program on a terminal, where somebody answers its question."""
    return ran("--color", "never", "completion", *line, stdin=f"{answer}\n".encode(), terminal=True)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_as_it_is(shell: Shell) -> None:
    assert ran("completion", shell) == (0, script(shell).decode(), "")
    assert process("completion", shell) == ran("completion", shell)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_can_be_told_from_those_of_others(shell: Shell) -> None:
    assert MARK in script(shell)[:500]
    assert script(shell).endswith(b"\n")


def test_powershell_goes_by_the_name_of_its_program() -> None:
    assert ran("completion", "pwsh") == ran("completion", "PowerShell") == ran("completion", "powershell")


def test_the_package_brings_its_own_scripts_or_says_that_it_does_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(completion, "FOLDERS", (tmp_path / "absent", tmp_path))
    done = ran("completion", "fish", "--install")
    error = "error: the completion of fish is not a part of this installation\nhint: install aliorder again\n"
    assert done == (5, "", error)
    (tmp_path / "aliorder.fish").write_bytes(b"one\r\ntwo")
    assert ran("completion", "fish").out == "one\r\ntwo"


@pytest.mark.parametrize(
    "line, error, hint",
    [
        ("", "which shell: bash, zsh, fish or powershell?", "e.g. aliorder completion bash"),
        ("--install", "which shell: bash, zsh, fish or powershell?", "e.g. aliorder completion bash --install"),
        ("zhs", "'zhs' is not a known shell", "did you mean zsh?"),
        ("tcl", "'tcl' is not a known shell", "known: bash, zsh, fish, powershell"),
        ("zsh --install --uninstall", "--install and --uninstall cannot go together", "give one of them"),
        ("zsh --dry-run", "--dry-run says nothing about a script that is printed", "add --install or --uninstall"),
    ],
)
@pytest.mark.parametrize("terminal", [True, False])
def test_2_what_is_not_a_line_for_it(line: str, error: str, hint: str, terminal: bool, home: Path) -> None:
    done = ran("--color", "never", "completion", *line.split(), terminal=terminal)
    assert (done.code, done.out, done.err.startswith(f"error: {error}\nhint: {hint}\n"[:60])) == (2, "", True)
    assert tree(home) == {}


def test_the_hint_names_the_shell_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert ran("completion").err.endswith("hint: e.g. aliorder completion fish\n")


@pytest.mark.parametrize("shell", SHELLS)
def test_it_is_put_where_the_shell_looks_and_taken_back(shell: Shell, home: Path) -> None:
    place, rcs = home / PLACES[shell], [home / RCS[shell]] if shell in RCS else []
    before = tree(home)
    done = ran("completion", shell, "--install", "--yes")
    assert (done.code, done.out.splitlines()[:2]) == (0, ["To be written:", f"  {place}"])
    assert done.err.startswith(f"Wrote {place}.\n")
    assert done.err.endswith(f"A new {LABELS[shell]} completes aliorder: {RESTARTS[shell]}\n")
    assert place.read_bytes() == installed(shell, len(Path(PLACES[shell]).parents) - 1)
    assert {path for path in home.rglob("*") if path.is_file()} == {place, *rcs}
    assert ran("completion", shell, "--install").out.startswith(f"Already there:\n  {place}\n")
    done = ran("completion", shell, "--uninstall")
    gone = "".join(f"Deleted {path}.\n" for path in (place, *rcs))
    said = f"{gone}A {LABELS[shell]} that is open keeps the completion until it ends.\n"
    assert done == (0, "".join(f"{line}\n" for line in ("To be deleted:", *(f"  {p}" for p in (place, *rcs)))), said)
    assert tree(home) == before


@pytest.mark.parametrize("shell", RCS)
@pytest.mark.parametrize("options", [(), ("--no-input",)])
def test_2_a_line_that_nobody_agrees_to_keeps_all_as_it_is(
    options: Sequence[str], shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    done = ran("--color", "never", *options, "completion", shell, "--install", terminal=bool(options))
    error = f"error: a line in {home / RCS[shell]} is needed, which asks first, and there is nobody to ask\n"
    assert (done.code, done.out, tree(home)) == (2, "", {})
    assert done.err.split() == f"{error}hint: add --yes; to see the line: --dry-run".split()


def test_it_is_said_before_the_question_that_the_script_is_written_whatever_the_answer(home: Path) -> None:
    done = answered("n", "zsh", "--install")
    assert done.out.startswith("To be written, whatever you answer:\n")
    assert (home / PLACES["zsh"]).read_bytes() == installed("zsh", 4)
    assert answered("n", "zsh", "--install").out.startswith("Already there:\n")


def test_2_a_folder_of_zsh_that_is_not_there_is_told_before_anything_is_asked(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZDOTDIR", str(home / "z"))
    error = f"error: there is no folder {home / 'z'} for .zshrc hint: make it, or set ZDOTDIR anew"
    for done in (answered("y", "zsh", "--install"), ran("completion", "zsh", "--install", "--yes")):
        assert (done.code, done.out, " ".join(done.err.split()), tree(home)) == (2, "", error, {})
    assert ran("completion", "zsh", "--uninstall").code == 0


@pytest.mark.parametrize("shell", SHELLS)
def test_where_nothing_was_installed_there_is_nothing_to_take_back(shell: Shell, home: Path) -> None:
    done = ran("completion", shell, "--uninstall")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith(f"There is nothing to take back for {LABELS[shell]}")
    assert tree(home) == {}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_dry_run_shows_and_does_nothing(shell: Shell, home: Path) -> None:
    shown = ran("completion", shell, "--install", "--yes", "--dry-run")
    assert (shown.code, shown.err, tree(home)) == (0, "", {})
    assert ran("completion", shell, "--install", "--yes").out == shown.out
    before = tree(home)
    shown = ran("completion", shell, "--uninstall", "--dry-run")
    assert (shown.code, shown.err, tree(home)) == (0, "", before)
    assert ran("completion", shell, "--uninstall").out == shown.out


def test_quiet_says_nothing_more() -> None:
    assert ran("-q", "completion", "fish", "--install").err == ran("-q", "completion", "fish", "--uninstall").err == ""


def test_folders_of_others_stay(home: Path) -> None:
    (home / ".config" / "fish").mkdir(parents=True)
    before = tree(home)
    assert ran("completion", "fish", "--install").code == 0
    other = home / ".config/fish/completions/other.fish"
    other.write_text("", encoding="utf-8")
    assert ran("completion", "fish", "--uninstall").code == 0
    assert other.exists()
    other.unlink()
    other.parent.rmdir()
    assert tree(home) == before


def test_an_older_script_is_replaced_and_still_known_as_installed(home: Path) -> None:
    place = home / PLACES["fish"]
    assert ran("completion", "fish", "--install").code == 0
    place.write_bytes(place.read_bytes().replace(b"advise", b"advice"))
    done = ran("completion", "fish", "--install")
    assert done.out == f"To be replaced, as it is of another version:\n  {place}\n"
    assert done.err.startswith(f"Replaced {place}.\n")
    assert place.read_bytes() == installed("fish", 3)
    assert ran("completion", "fish", "--uninstall").code == 0
    assert tree(home) == {}


def test_a_script_that_a_package_or_the_user_put_there_stays(home: Path) -> None:
    place = home / PLACES["fish"]
    place.parent.mkdir(parents=True)
    place.write_bytes(script("fish"))
    before = tree(home)
    done = ran("completion", "fish", "--install")
    assert (done.code, done.out) == (0, f"Already there:\n  {place}\n")
    done = ran("completion", "fish", "--uninstall")
    said = f"{place} was not put there by --install, and stays.\nThere is nothing to take back for fish.\n"
    assert (done, tree(home)) == ((0, "", said), before)


def a_file(place: Path) -> None:
    place.write_text("complete -c aliorder -f\n", encoding="utf-8")


def a_folder(place: Path) -> None:
    place.mkdir()


def a_link(place: Path) -> None:
    target = Path(os.environ["HOME"]) / "mine.fish"
    target.write_bytes(b"# Completion of aliorder, my own\n")
    place.symlink_to(target)


def a_dangling_link(place: Path) -> None:
    place.symlink_to("absent")


def a_pipe(place: Path) -> None:
    os.mkfifo(place)


@pytest.mark.parametrize("make", [a_file, a_folder, a_link, a_dangling_link, a_pipe])
@pytest.mark.parametrize("option", ["--install", "--uninstall"])
def test_2_what_is_not_ours_is_left_alone(make: object, option: str, home: Path) -> None:
    assert callable(make)
    place = home / PLACES["fish"]
    place.parent.mkdir(parents=True)
    make(place)
    before = sorted(home.rglob("*"))
    done = ran("completion", "fish", option)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {place} is not aliorder's, and stays")
    assert sorted(home.rglob("*")) == before


def test_a_link_to_the_very_script_is_good_as_it_is(home: Path) -> None:
    place = home / PLACES["fish"]
    place.parent.mkdir(parents=True)
    place.symlink_to(FOLDER / SCRIPTS["fish"])
    assert ran("completion", "fish", "--install").out == f"Already there:\n  {place}\n"
    assert place.is_symlink()


def test_5_a_file_where_a_folder_should_be(home: Path) -> None:
    (home / ".config").write_text("x", encoding="utf-8")
    done = ran("completion", "fish", "--install")
    assert done.code == 5
    assert done.err.startswith(f"error: {home / PLACES['fish']} cannot be written: there is no such folder\nhint: ")
    assert ran("completion", "fish", "--uninstall").code == 0
    assert (home / ".config").read_text(encoding="utf-8") == "x"


def test_5_a_full_disk_leaves_nothing_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = ran("completion", "fish", "--install")
    assert (done.code, done.err.startswith(f"error: {home / PLACES['fish']} cannot be written: the disk is full")) == (
        5,
        True,
    )
    assert tree(home) == {}


def test_5_a_line_that_cannot_be_written_is_handed_over(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left, real = [None], os.fsync

    def full_by_then(descriptor: int) -> None:
        if not left:
            raise OSError(errno.ENOSPC, "No space left on device")
        left.pop()
        real(descriptor)

    (home / ".zshrc").write_bytes(b"x=1")
    monkeypatch.setattr(os, "fsync", full_by_then)
    done = ran("completion", "zsh", "--install", stdin=b"y\n", terminal=True)
    said = " ".join(done.err.split())
    assert (done.code, ".zshrc cannot be changed: the disk is full hint: add the line yourself: if [[" in said) == (
        5,
        True,
    )
    assert (home / ".zshrc").read_bytes() == b"x=1"
    assert (home / PLACES["zsh"]).read_bytes() == installed("zsh", 4)
    assert [path.name for path in home.rglob("*.part")] == []


LONG = f"/{'a' * 300}"


@pytest.mark.parametrize(
    "shell, name, value, error",
    [
        ("fish", "XDG_CONFIG_HOME", "here", "XDG_CONFIG_HOME is not a folder written in full: here"),
        ("fish", "HOME", "here", "your home folder is not known"),
        ("fish", "HOME", "/a\x1b[31m", "your home folder is not known"),
        ("bash", "HOME", LONG, LONG),
    ],
)
@pytest.mark.parametrize("option", ["--install", "--uninstall"])
def test_2_a_folder_that_makes_no_sense_is_told(
    option: str, shell: str, name: str, value: str, error: str, monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    monkeypatch.setenv(name, value)
    done = ran("completion", shell, option)
    assert (done.code, done.out, tree(here), done.err.startswith(f"error: {error}")) == (2, "", {}, True)


def test_without_a_home_in_the_environment_the_system_knows_it(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("USERPROFILE")
    monkeypatch.setattr(shell_setup, "recorded_home", lambda: str(home))
    assert ran("completion", "fish", "--install").out == f"To be written:\n  {home / PLACES['fish']}\n"
    monkeypatch.setattr(shell_setup, "recorded_home", lambda: "")
    done = ran("completion", "fish", "--install")
    assert (done.code, done.err) == (2, "error: your home folder is not known\nhint: set HOME to it\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_root_leaves_the_home_of_others_alone(home: Path) -> None:
    os.chown(home, 12345, 12345)
    done = ran("completion", "fish", "--install")
    assert (done.code, done.err.splitlines()[0]) == (2, f"error: {home} belongs to another user than root")


@pytest.mark.parametrize("shell", RCS)
@pytest.mark.parametrize("content", [None, b"", b"x=1\n", b"x=1", b"x=1\r\n\xff"])
def test_a_line_is_added_after_a_yes_and_taken_back_to_the_last_byte(
    content: bytes | None, shell: Shell, home: Path
) -> None:
    rc = home / RCS[shell]
    if content is not None:
        rc.parent.mkdir(parents=True, exist_ok=True)
        rc.write_bytes(content)
        rc.chmod(0o640)
    before = tree(home)
    done = answered("y", shell, "--install")
    assert (done.code, "Add that line to " in done.err) == (0, True)
    assert "Added the line to" in " ".join(done.err.split())
    assert rc.read_bytes().startswith(content or b"")
    assert b"by aliorder completion --install" in rc.read_bytes()
    changed = tree(home)
    assert "There is nothing to do." in answered("", shell, "--install").err
    assert tree(home) == changed
    assert ran("completion", shell, "--uninstall").code == 0
    assert tree(home) == before


@pytest.mark.parametrize("shell", RCS)
@pytest.mark.parametrize("answer", ["n", ""])
def test_without_a_yes_the_line_is_shown_and_the_file_stays(answer: str, shell: Shell, home: Path) -> None:
    rc = home / RCS[shell]
    rc.parent.mkdir(parents=True, exist_ok=True)
    rc.write_bytes(b"x=1\n")
    done = answered(answer, shell, "--install")
    assert (done.code, rc.read_bytes()) == (0, b"x=1\n")
    assert "# added by aliorder completion --install\n" in done.out
    assert f"without that line {LABELS[shell]} does not complete aliorder" in " ".join(done.err.split())
    assert f"Once the line is there, a new {LABELS[shell]} completes aliorder" in " ".join(done.err.split())


def test_nothing_is_written_before_the_answer(home: Path) -> None:
    done = ran("--color", "never", "completion", "zsh", "--install", terminal=True)
    assert (done.code, done.err.endswith("stopped; nothing was half written\n")) == (130, True)
    assert tree(home) == {}


def test_the_shown_line_put_in_by_hand_is_taken_out_too(home: Path) -> None:
    assert answered("n", "zsh", "--install").code == 0
    line = ran("completion", "zsh", "--install", "--dry-run").out.splitlines()[-1].strip()
    (home / ".zshrc").write_text(f"x=1\n{line}\ny=2\n", encoding="utf-8")
    assert ran("completion", "zsh", "--install").err.startswith("There is nothing to do.\n")
    assert ran("completion", "zsh", "--uninstall").code == 0
    assert tree(home).keys() == {".zshrc"}
    assert (home / ".zshrc").read_text(encoding="utf-8") == "x=1\ny=2\n"


def test_a_linked_file_is_changed_behind_its_link(home: Path) -> None:
    (home / "dotfiles").mkdir()
    (home / "dotfiles" / "zshrc").write_bytes(b"x=1\n")
    (home / ".zshrc").symlink_to("dotfiles/zshrc")
    before = tree(home)
    assert answered("y", "zsh", "--install").code == 0
    assert (home / ".zshrc").readlink() == Path("dotfiles/zshrc")
    assert (home / "dotfiles" / "zshrc").read_bytes() != b"x=1\n"
    assert ran("completion", "zsh", "--uninstall").code == 0
    assert tree(home) == before


@pytest.mark.parametrize(
    "spoil, why",
    [
        (lambda rc: rc.chmod(0o444), "it is read-only"),
        (lambda rc: rc.write_bytes(b"x=1 \\\n"), "its last line goes on"),
        (lambda rc: (rc.unlink(), rc.mkdir()), "it is not a file"),
        (lambda rc: (rc.parent / "mine").hardlink_to(rc), "it has a second name, by a hard link"),
    ],
)
def test_a_file_that_cannot_be_changed_is_left_to_the_user(spoil: object, why: str, home: Path) -> None:
    assert callable(spoil)
    rc = home / ".zshrc"
    rc.write_bytes(b"x=1\n")
    spoil(rc)
    before = tree(home)
    done = answered("y", "zsh", "--install")
    assert (done.code, "Add that line" in done.err, f"and not done here: {why}:" in done.out) == (0, False, True)
    assert ran("completion", "zsh", "--uninstall").code == 0
    assert tree(home) == before


def test_5_where_nobody_can_tell_whether_the_line_is_in_a_file_that_is_said_and_the_rest_is_taken_back(
    home: Path,
) -> None:
    (home / ".zshrc").write_bytes(b"\xff\xfex")
    before = tree(home)
    done = answered("y", "zsh", "--install")
    assert (done.code, "and not done here: it is not text:" in done.out) == (0, True)
    for _ in range(2):
        done = ran("completion", "zsh", "--uninstall")
        error = (
            f"error: {home / '.zshrc'} could not be looked at: it is not text\nhint: if a line of aliorder's is in it,"
        )
        assert (done.code, error in done.err, "nothing to take back" in done.err) == (5, True, False)
        assert tree(home) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_user_stays_theirs(home: Path) -> None:
    (home / ".zshrc").write_bytes(b"x=1\n")
    os.chown(home / ".zshrc", 12345, 12345)
    done = answered("y", "zsh", "--install")
    assert (done.code, "and not done here: it belongs to another user:" in done.out) == (0, True)
    assert (home / ".zshrc").read_bytes() == b"x=1\n"


def test_a_new_file_has_the_mode_of_all_the_files_of_the_user(home: Path) -> None:
    before = os.umask(0o027)
    try:
        assert answered("y", "zsh", "--install").code == 0
    finally:
        os.umask(before)
    assert (home / ".zshrc").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "edited, code, after",
    [
        (b"x=1\ny=2\n", 0, b"x=1\ny=2\n{}  # added by aliorder completion --install\n"),
        (b"y=2", 0, b"y=2\n{}  # added after an open line by aliorder completion --install\n"),
        (b"{}  # added by aliorder completion --install\n", 0, b"{}  # added by aliorder completion --install\n"),
        (b"x=1 \\\n", 5, b"x=1 \\\n"),
        (None, 0, b"{}  # added with this file by aliorder completion --install\n"),
    ],
)
def test_what_is_edited_while_the_question_stands_is_kept(
    edited: bytes | None, code: int, after: bytes, home: Path
) -> None:
    from tests.terminal import Terminal  # noqa: PLC0415 - not to be had on Windows

    rc = home / ".zshrc"
    rc.write_bytes(b"x=1\n")
    shown = ran("completion", "zsh", "--install", "--dry-run").out.splitlines()[-1].strip()
    line = shown.partition("  #")[0].encode()
    with Terminal(sys.executable, "-m", "aliorder", "completion", "zsh", "--install") as terminal:
        terminal.end_with("[y/N]:")
        rc.unlink()
        if edited is not None:
            rc.write_bytes(edited.replace(b"{}", line))
        terminal.type("y")
        assert terminal.end() == code
    assert rc.read_bytes() == after.replace(b"{}", line)
    assert (code != 0) == ("add the line yourself" in terminal.text())


def test_5_a_line_in_a_file_that_is_read_only_by_now_keeps_all_as_it_is(home: Path) -> None:
    assert answered("y", "zsh", "--install").code == 0
    (home / ".zshrc").chmod(0o444)
    before = tree(home)
    done = ran("completion", "zsh", "--uninstall")
    assert (done.code, done.err.startswith(f"error: {home / '.zshrc'} cannot be changed: it is read-only\n")) == (
        5,
        True,
    )
    assert tree(home) == before


def the_shell(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def on_a_terminal(*line: str, answer: str | None) -> str:
    """The program run on a terminal of its own; all that it shows."""
    from tests.terminal import Terminal  # noqa: PLC0415 - not to be had on Windows

    with Terminal(sys.executable, "-m", "aliorder", "completion", *line, columns=100) as terminal:
        if answer is not None:
            terminal.end_with("[y/N]:")
            terminal.type(answer)
        assert terminal.end() == 0
        return terminal.text()


def completes(shell: str) -> None:
    """Assert that the tab key completes a command in a new shell that reads its files."""
    from tests.terminal import TAB, Terminal  # noqa: PLC0415 - as above

    with Terminal(the_shell(shell), "-i", columns=100) as terminal:
        terminal.wait_until(lambda: terminal.text().endswith(">"))
        terminal.press("aliorder adv", TAB)
        terminal.end_with("> aliorder advise")


def started_once(shell: str) -> None:
    """Start the shell once: some write files of their own then."""
    from tests.terminal import Terminal  # noqa: PLC0415 - as above

    with Terminal(the_shell(shell), "-i", columns=100) as terminal:
        terminal.wait_until(lambda: terminal.text().endswith(">"))


BASH = "PS1='> '; bind 'set bell-style none'\n"
ZSH = "PROMPT='> '\n"
COMPINIT = "autoload -Uz compinit; compinit\n"


def check_in_the_shell(shell: Shell, home: Path, answer: str | None) -> str:
    """Install, complete, take back; the home is as it was. What the installation said."""
    the_shell(shell)
    started_once(shell)
    before = tree(home)
    told = on_a_terminal(shell, "--install", answer=answer)
    completes(shell)
    on_a_terminal(shell, "--uninstall", answer=None)
    assert tree(home) == before
    return told


def test_bash_completes_by_a_line_where_its_package_is_not_there(shells: None, home: Path) -> None:
    (home / RCS["bash"]).write_text(BASH, encoding="utf-8")
    if sys.platform == "darwin":
        pytest.skip("a terminal starts a login shell there")
    assert "the package bash-completion" in check_in_the_shell("bash", home, "y")


def test_bash_completes_by_its_package(shells: None, home: Path) -> None:
    package = next((str(path) for path in bash_package(os.environ) if Path(path).exists()), None)
    if package is None:
        pytest.skip("bash-completion is not installed")
    (home / ".bashrc").write_text(f"{BASH}. {package}\n", encoding="utf-8")
    assert "Already there" not in check_in_the_shell("bash", home, None)


@pytest.mark.parametrize("rc", [ZSH, ZSH + COMPINIT, f"fpath=(~/.zfunc $fpath)\n{COMPINIT}{ZSH}"])
def test_zsh_completes_by_a_line_whether_it_was_set_up_or_not(rc: str, shells: None, home: Path) -> None:
    (home / ".zshrc").write_text(rc, encoding="utf-8")
    assert str(home / PLACES["zsh"]) in check_in_the_shell("zsh", home, "y").replace(" ", "")


def test_zsh_completes_without_a_line_where_it_knows_a_folder_of_the_users(shells: None, home: Path) -> None:
    (home / ".zfunc").mkdir()
    (home / ".zshrc").write_text(f"fpath=(~/.zfunc $fpath)\n{COMPINIT}{ZSH}", encoding="utf-8")
    assert str(home / ".zfunc" / "_aliorder") in check_in_the_shell("zsh", home, None).replace(" ", "")


def test_a_zsh_that_goes_by_an_old_list_is_told_how_to_look_again(shells: None, home: Path) -> None:
    the_shell("zsh")
    (home / ".zfunc").mkdir()
    (home / ".zshrc").write_text(f"fpath=(~/.zfunc $fpath)\n{COMPINIT[:-1]} -C\n{ZSH}", encoding="utf-8")
    started_once("zsh")
    done = ran("completion", "zsh", "--install")
    hint = f"zsh goes by an old list and does not find it yet. Let it look again: rm -f {home / '.zcompdump'}\n"
    assert (done.code, done.err.endswith(hint)) == (0, True)
    (home / ".zcompdump").unlink()
    completes("zsh")


def test_a_folder_in_a_checkout_of_another_project_is_the_last_choice(shells: None, home: Path) -> None:
    the_shell("zsh")
    for name in ("omz/.git", "omz/completions", "own"):
        (home / name).mkdir(parents=True)
    (home / ".zshrc").write_text(f"fpath=(~/omz/completions ~/own $fpath)\n{COMPINIT}", encoding="utf-8")
    assert ran("completion", "zsh", "--install").out == f"To be written:\n  {home / 'own' / '_aliorder'}\n"


def test_fish_completes_with_nothing_else(shells: None, home: Path) -> None:
    config = home / ".config" / "fish" / "config.fish"
    config.parent.mkdir(parents=True)
    config.write_text("set -g fish_greeting\nfunction fish_prompt; printf '> '; end\n", encoding="utf-8")
    check_in_the_shell("fish", home, None)


def test_powershell_says_itself_where_its_profile_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pwsh = Path(os.environ["PATH"]) / "pwsh"
    pwsh.write_text(
        f"#!/bin/sh\nprintf 'hello\\0aliorder-begin\\0{home}/Docs/profile.ps1\\0aliorder-end\\0'\n", encoding="utf-8"
    )
    pwsh.chmod(0o755)
    assert answered("y", "pwsh", "--install").code == 0
    assert (home / "Docs" / "Completions" / "aliorder.ps1").read_bytes() == installed("powershell", 2)
    line = 'if (Test-Path -LiteralPath "$PSScriptRoot/Completions/'
    assert (home / "Docs" / "profile.ps1").read_text(encoding="utf-8").startswith(line)
    assert ran("completion", "pwsh", "--uninstall").code == 0
    assert tree(home) == {}
