"""The prompts on a terminal: the only code that asks. Each leaves its answer as one dim line."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Mapping
from typing import cast

import questionary
from questionary import Choice, Style

from aliorder.errors import AliorderError
from aliorder.render.paper import show_lines
from aliorder.words import questions as words
from aliorder.words.safe import printable

BACK = "<"
LONG = 15
"""The most choices that a list without a search has."""

STYLE = Style(
    [
        ("question", "bold"),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("instruction", "fg:ansibrightblack"),
    ]
)


def select(
    message: str, choices: Mapping[str, str], why: str | None = None, ways_out: Mapping[str, str] | None = None
) -> str:
    """One of the choices or of the ways out of them, by the arrow keys.

    A long list can be searched; its ways out stand above it, where they are seen.
    """
    first, many = next(iter(choices)), len(choices) > LONG
    choices = {**(ways_out or {}), **choices} if many else {**choices, **(ways_out or {})}
    hint = f"({f'why: {why}' if why else 'arrow keys'}{', type to search' if many else ''})"
    answer = questionary.select(
        folded(message),
        choices=[Choice(folded(printable(label), indent=5), value=value) for value, label in choices.items()],
        default=first,
        instruction=beside(message, hint),
        style=STYLE,
        qmark=" ",
        use_search_filter=many,
        use_jk_keys=not many,
        erase_when_done=True,
    ).unsafe_ask()
    echo(words.BACK if answer == BACK else f"{message} {choices[answer]}")
    return cast(str, answer)


def text(message: str, hint: str = "", spelling: str = "", empty: str = "") -> str:
    """A line that the buyer types, trimmed; `empty` is how an empty one is shown."""
    below = [f"  {folded(spelling)}", "  >"] if spelling else []
    instruction = "\n".join([beside(message, hint), *below]) if hint else None
    asked = questionary.text(folded(message), instruction=instruction, style=STYLE, qmark=" ", erase_when_done=True)
    answer = cast(str, asked.unsafe_ask()).strip()
    echo(words.BACK if answer == BACK else f"{message} {answer or empty}")
    return answer


def yes(message: str) -> bool:
    """Whether the buyer says yes; Enter does."""
    answer = bool(questionary.confirm(folded(message), style=STYLE, qmark=" ", erase_when_done=True).unsafe_ask())
    echo(f"{message} {words.YES_NO_CHOICES['yes' if answer else 'no']}")
    return answer


def folded(sentence: str, indent: int = 2) -> str:
    """The sentence in lines that fit the terminal; all but the first begin with `indent` blanks."""
    width = max(shutil.get_terminal_size().columns - 1, 20)
    blanks = " " * indent
    lines = textwrap.wrap(sentence, width, initial_indent=blanks, subsequent_indent=blanks, break_on_hyphens=False)
    return "\n".join(lines)[indent:]


def beside(message: str, hint: str) -> str:
    """The hint as it stands beside a question, or below where there is no room for it."""
    return f"\n  {folded(hint)}" if "\n" in folded(f"{message} {hint}") else hint


def tell(*sentences: str) -> None:
    """Print sentences below each other."""
    show_lines(f"  {folded(sentence)}" for sentence in sentences)


def tell_error(error: AliorderError) -> None:
    """Say what was wrong with an answer, and how to put it right; an option of the command line helps nobody here."""
    hint = error.hint if error.hint and "--" not in error.hint else ""
    tell(printable(f"{error.message}. {hint[:1].upper()}{hint[1:]}"))


def echo(line: str) -> None:
    """Leave what was answered as one dim line."""
    questionary.print(f"  {folded(printable(line))}", style="fg:ansibrightblack")
