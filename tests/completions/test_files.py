"""The completion files are what the program generates, and hold what it knows."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from aliorder.cli import choice, columns
from aliorder.cli.commands import export
from aliorder.domain.typed import CURRENCIES
from aliorder.domain.vocabulary import ACTIONS, EVENT_KINDS, STAGES, WHYS
from aliorder.importers import DATE_ORDERS, DECIMAL_MARKS
from aliorder.importers.tables.columns import FACTS as COLUMN_FACTS
from aliorder.settings import ENTRIES
from tests.completions.shells import FILES, FOLDER, ROOT, output, shell

BRACKETS = {")": "(", "]": "[", "}": "{"}


def text_of(name: str) -> str:
    return (FOLDER / FILES[name]).read_text(encoding="utf-8")


def test_the_files_are_those_that_the_program_generates(tmp_path: Path) -> None:
    output([sys.executable, str(ROOT / ".ci" / "make_completions.py"), str(tmp_path)])
    fresh = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert kept == fresh, "run: python .ci/make_completions.py"
    assert set(kept) == set(FILES.values())


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_shell_can_read_its_file(name: str) -> None:
    assert output([shell(name), "-n", str(FOLDER / FILES[name])]) == ""


@pytest.mark.parametrize("name", FILES)
def test_every_id_is_offered_in_every_shell(name: str) -> None:
    text = text_of(name)
    ids = {*EVENT_KINDS, *STAGES, *WHYS, *ACTIONS, *CURRENCIES, *COLUMN_FACTS, *(entry.key for entry in ENTRIES)}
    ids |= {*choice.FORMATS, *export.FORMATS, *DATE_ORDERS, *DECIMAL_MARKS}
    ids |= {*columns.LIST, *columns.DUE, *columns.REFUNDS}
    assert {each for each in ids if not re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", text)} == set()


def test_bash_and_zsh_define_only_names_of_their_own() -> None:
    names = re.findall(r"^(\S+)\(\) \{", text_of("bash") + text_of("zsh"), re.MULTILINE)
    assert [name for name in names if not name.startswith("_aliorder")] == []


def test_bash_reads_its_file_under_any_option_and_keeps_the_options() -> None:
    options = "set -eu; IFS=x; shopt -s nullglob failglob nocasematch extglob"
    line = "COMP_LINE='aliorder list --stage ref' COMP_POINT=26 COMP_WORDS=(aliorder list --stage ref) COMP_CWORD=3"
    script = (
        f"{options}; PATH=; before=$(set +o; shopt -p); source ./{FILES['bash']}; {line}; _aliorder; "
        'echo "${COMPREPLY[@]}"; COMP_LINE="aliorder show 81" COMP_POINT=16; _aliorder; '
        '[[ $before == "$(set +o; shopt -p)" && $IFS == x && ${#COMPREPLY[@]} == 0 ]]; echo same'
    )
    assert output([shell("bash"), "-c", script], FOLDER) == "refundingxrefunded\nsame\n".replace("x", " ")


def test_the_file_of_powershell_can_be_read_in_any_code_page() -> None:
    assert text_of("pwsh").isascii()


def test_the_quotes_and_brackets_of_powershell_close_what_they_open() -> None:
    text = re.sub(r"(?m)^\s*#.*$", "", text_of("pwsh"))
    bare = re.sub(r"'(?:[^']|'')*'|\"(?:[^\"`]|`.)*\"", "", text)
    open_ones: list[str] = []
    for sign in bare:
        if sign in BRACKETS.values():
            open_ones.append(sign)
        elif sign in BRACKETS:
            assert open_ones.pop() == BRACKETS[sign]
    assert (open_ones, set(bare) & {"'", '"'}) == ([], set())
