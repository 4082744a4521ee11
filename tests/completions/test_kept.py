"""What is kept, at a press of the tab key in the real shells: found, listed, inserted whole, and never obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.completions.conftest import DAY, as_user
from tests.completions.shells import Prompt, opened, posix_only

pytestmark = posix_only

PREFIXES = {
    "show 3040777700002": "show 3040777700002222 ",
    "show la": "show lamp ",
    "show caf": "show café ",
    "show -- 819": "show -- 8190000000001111 ",
    "record 555500001111": "record 5555000011115555 ",
    "record 81900 ship": "record 81900 shipped ",
    "edit 8190": "edit 8190000000001111 ",
    "import --order 8190": "import --order 8190000000001111 ",
    "import --order=8190": "import --order=8190000000001111 ",
    "import --map ds": "import --map dsers ",
    "restore auto": "restore auto-20261120T100000Z.db ",
    "restore la": "restore latest ",
    "restore RE": r"restore READ\ ME.txt ",
    '--home "{user}/my orders" show 819': '--home "{user}/my orders" show 8190000000001111 ',
    "--home={user}/my\\ orders -v show 819": "--home={user}/my\\ orders -v show 8190000000001111 ",
    "--color never --home ~/orders show 819": "--color never --home ~/orders show 8190000000001111 ",
    "--home $HOME/orders show 819": "--home $HOME/orders show 8190000000001111 ",
}
"""A beginning; in fish as in the others."""

FINDS = {
    "show ear": ("show ", "8190000000001111", "ear"),
    "show EARB": ("show ", "8190000000001111", "EARB"),
    "show usb\\ ca": ("show ", "8123000000002345", r"usb\ ca"),
    "show grö": ("show ", "8190000000001111", "grö"),
    "show teap": ("show ", "5555000011114444", "teap"),
    "import --order=desk": ("import --order=", "8123000000009999", "desk"),
    "advise sock": ("advise ", "3040777700003333", "sock"),
}
"""The words of a title: what stands before, the one order they find, and what fish writes behind it."""

QUOTED = {
    'show "usb ca': ('"', "8123000000002345", r"usb\ ca"),
    'show "cable: 1': ('"', "8123000000002345", r"cable:\ 1"),
    "show 'desk": ("'", "8123000000009999", "desk"),
    'show "; touch evil': ('"', "3040777700002222", r"\;\ touch\ evil"),
    "show \"'; t": ('"', "3040777700002222", r"\'\;\ t"),
    "show '`touch": ("'", "3040777700002222", "`touch"),
    "show '5% ~ [a-z]": ("'", "3040777700002222", r"5\%\ ~\ \[a-z\]"),
}
"""The same in quotes: the quote, the order, what fish writes behind it."""

NOTHING = (
    "show xyz",
    "show lamp-",
    "show '81",
    "record teap",
    "record 5555000011114",
    "record 8190 xyz",
    "add 81",
    "show 8190 81",
    "import --map xyz",
    "--home {user}/none show 8",
    "--home={user}/none show 8",
    "--home {user}/damaged show 8",
    "--home {user}/damaged record 8",
)
"""Lines after which there is nothing to say or to insert."""


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def named_prompt(request: pytest.FixtureRequest, kept: Path, programs: Path) -> Iterator[tuple[str, Prompt]]:
    with as_user(kept, programs), opened(request.param) as prompt:
        yield request.param, prompt


def tabbed(prompt: Prompt, lines: list[str], user: Path) -> dict[str, str]:
    return {line: prompt.tab(f"aliorder {line.format(user=user)}") for line in lines}


def test_a_beginning_is_completed(named_prompt: tuple[str, Prompt], kept: Path) -> None:
    wanted = {typed: f"aliorder {line.format(user=kept)}" for typed, line in PREFIXES.items()}
    assert tabbed(named_prompt[1], list(PREFIXES), kept) == wanted


def test_words_of_a_title_give_way_to_the_one_order_that_has_them(named_prompt: tuple[str, Prompt], kept: Path) -> None:
    name, prompt = named_prompt
    behind = {typed: f":{word}" if name == "fish" else "" for typed, (_, _, word) in FINDS.items()}
    wanted = {typed: f"aliorder {start}{number}{behind[typed]} " for typed, (start, number, _) in FINDS.items()}
    assert tabbed(prompt, list(FINDS), kept) == wanted


def test_so_do_words_in_quotes_and_nothing_in_them_is_obeyed(named_prompt: tuple[str, Prompt], kept: Path) -> None:
    name, prompt = named_prompt
    wanted = {
        typed: f"aliorder show {number}:{word} " if name == "fish" else f"aliorder show {quote}{number}{quote} "
        for typed, (quote, number, word) in QUOTED.items()
    }
    assert tabbed(prompt, list(QUOTED), kept) == wanted
    assert sorted(path.name for path in (kept / "work").iterdir()) == ["READ ME.txt"]


def test_last_digits_give_way_to_the_number(named_prompt: tuple[str, Prompt]) -> None:
    assert named_prompt[1].tab("aliorder show 4444") == "aliorder show 5555000011114444 "


def test_where_nothing_fits_nothing_is_said_inserted_or_made(named_prompt: tuple[str, Prompt], kept: Path) -> None:
    lines = [f"aliorder {line.format(user=kept)}" for line in NOTHING if not line.startswith("show '")]
    before = sorted(kept.rglob("*"))
    assert {line: named_prompt[1].lines_after(line, "\t") for line in lines} == {line: [f"> {line}"] for line in lines}
    assert sorted(kept.rglob("*")) == before


def test_the_program_that_is_typed_is_the_one_that_is_asked(named_prompt: tuple[str, Prompt], kept: Path) -> None:
    lines = {"~/bin/aliorder show 7", f"{kept}/bin/aliorder show 7", "../bin/aliorder show 7"}
    assert {line: named_prompt[1].tab(line) for line in lines} == {line: f"{line}77 " for line in lines}


def test_orders_are_listed_with_what_they_are(named_prompt: tuple[str, Prompt]) -> None:
    name, prompt = named_prompt
    described = {
        "bash": "8123000000002345  Awaiting shipment · {day} · {title}",
        "zsh": "8123000000002345  -- Awaiting shipment · {day} · {title}",
        "fish": "8123000000002345  (Awaiting shipment · {day} · {title})",
    }[name]
    wanted = described.format(day=DAY, title='USB cable: 1 m "black"')
    times = 2 if name == "bash" else 1
    assert prompt.listed("aliorder show 81", times, wanted, "Desk lamp") == "aliorder show 81"


def test_several_orders_with_a_word_in_their_titles_are_listed_and_the_word_stays(
    named_prompt: tuple[str, Prompt],
) -> None:
    name, prompt = named_prompt
    assert prompt.tab("aliorder show usb") == "aliorder show usb"
    times = 2 if name == "bash" else 1
    assert prompt.listed("aliorder show usb", times, "8123000000002345", "USB cup warmer") == "aliorder show usb"


@pytest.mark.parametrize("named_prompt", ["zsh", "fish"], indirect=True)
def test_pressed_again_the_tab_key_chooses_among_them(named_prompt: tuple[str, Prompt]) -> None:
    name, prompt = named_prompt
    behind = ":usb" if name == "fish" else ""
    assert prompt.tab("aliorder show usb", 2).rstrip() == f"aliorder show 5555000011115555{behind}"


BASH = "set -u; shopt -s nullglob failglob; IFS=0:; COMP_WORDBREAKS=${COMP_WORDBREAKS//[=:]}"
ZSH = "setopt ksh_arrays sh_word_split glob_subst no_unset err_return warn_create_global null_glob complete_in_word"
STYLES = (
    "zstyle ':completion:*' completer _expand _complete _approximate; zstyle ':completion:*' group-name ''; "
    "zstyle ':completion:*' matcher-list '' 'm:{a-z}={A-Z}' 'r:|[._-]=* r:|=*'; zstyle ':completion:*' menu select"
)


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize("name, more", [("bash", BASH), ("zsh", ZSH), ("zsh", STYLES)], ids=["bash", "zsh", "styles"])
def test_it_works_under_the_options_that_people_set(name: str, more: str, kept: Path) -> None:
    lines = {
        "show 819": "show 8190000000001111 ",
        "show ear": "show 8190000000001111 ",
        'show "usb ca': 'show "8123000000002345" ',
        "show usb": "show usb",
        "show xyz": "show xyz",
        "import --order=ear": "import --order=8190000000001111 ",
        "import --order=8190": "import --order=8190000000001111 ",
        "advise --event=paid=yes": "advise --event=paid=yesterday ",
        '--home "{user}/my orders" show la': '--home "{user}/my orders" show lamp ',
    }
    wanted = {typed: f"aliorder {line.format(user=kept)}" for typed, line in lines.items()}
    with opened(name, more) as prompt:
        assert tabbed(prompt, list(lines), kept) == wanted
