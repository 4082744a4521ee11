"""What the shells offer at a press of the tab key, of what is kept: quick, read only, and silent whatever is wrong.

It loads the standard library alone. Commands, options and fixed values are not asked for here: the completion files
hold them.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time

from aliorder.store.glance import FEWEST_LAST, Glance, Glances, is_of_today, open_store
from aliorder.words.stages import STAGE_LABELS

STORE = "orders.db"
LONGEST_TITLE = 60

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing would take a third of the time
    from collections.abc import Iterable, Iterator, Mapping

    Candidate = tuple[str, str]


WRONG = (ValueError, KeyError, OSError, sqlite3.Error, AttributeError, MemoryError)
"""What can go wrong with what was asked, with the store, and with where the answer should go."""


def main(arguments: list[str]) -> None:
    """Print what fits `arguments`: a list, the folder that `--home` names or nothing, and the word typed so far.

    A candidate stands on a line, a tab before what it is. Whatever is wrong, nothing is said.
    """
    try:
        name, home, word = arguments
        lines = [f"{value}\t{meaning}\n" for value, meaning in candidates(name, home, word)]
        sys.stdout.buffer.write("".join(lines).encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except WRONG:
        return


def candidates(name: str, home: str, word: str) -> Iterable[Candidate]:
    """The values of the list `name` that fit `word`, each with what it is, those to see first before the others."""
    data, config = folders(home, os.environ, sys.platform)
    if name in ("orders", "open-orders"):
        store = open_store(os.path.join(data, STORE))
        try:
            if not is_of_today(store):
                return ()
            return list(orders(Glances(store, int(time.time()), only_open=name == "open-orders"), word))
        finally:
            store.close()
    if name == "maps":
        return named(os.path.join(config, "columns"), ".toml", word)
    if name == "backups":
        return [*named(os.path.join(data, "backups"), "", word)][::-1]
    return ()


def orders(glances: Glances, word: str) -> Iterator[Candidate]:
    """The orders that `word` may mean: by their beginnings, else by last digits or the words of a title."""
    typed = word.strip()
    found: list[Candidate] = []
    if not typed:
        found = [of_number(each) for each in glances.foremost()]
    elif is_digits(typed):
        found = [of_number(each) for each in glances.beginning_with(typed)]
    found += [of_alias(each) for each in glances.called(typed)]
    if found:
        return iter(found)
    if is_digits(typed) and len(typed) >= FEWEST_LAST:
        found = [of_number(each) for each in glances.ending_in(typed)]
    return iter(found or [of_number(each) for each in glances.titled(typed)])


def is_digits(word: str) -> bool:
    """Whether the word is a part of an order number."""
    return word.isascii() and word.isdigit()


def of_number(glance: Glance) -> Candidate:
    """The order by its number."""
    return clean(glance[0]), described(glance[2:])


def of_alias(glance: Glance) -> Candidate:
    """The order by its alias."""
    return clean(glance[1] or ""), described((glance[0], *glance[2:]))


def described(parts: Iterable[str | None]) -> str:
    """What an order is: its stage, its day and its title, as far as they are known."""
    *first, title = parts
    labels = dict[str, str](STAGE_LABELS.items())
    words = [clean(labels.get(part, part)) for part in first if part]
    if title:
        short = clean(title)
        words.append(short if len(short) <= LONGEST_TITLE else f"{short[: LONGEST_TITLE - 1].rstrip()}…")
    return " · ".join(word for word in words if word)


def clean(text: str) -> str:
    """The text on one line, without what a terminal would obey."""
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()


def named(folder: str, suffix: str, word: str) -> Iterator[Candidate]:
    """The files of a folder whose names begin with the word, without their suffix, in the order of their names."""
    for name in sorted(os.listdir(folder)):
        value = name.removesuffix(suffix)
        if name.endswith(suffix) and value.startswith(word) and value == clean(value) and name[0] != ".":
            yield value, ""


def folders(home: str, environ: Mapping[str, str], platform: str) -> tuple[str, str]:
    """Where the orders are and where the user's own files: as `aliorder.settings` says, without platformdirs."""
    chosen = home or environ.get("ALIORDER_HOME", "")
    if chosen:
        return os.path.expanduser(chosen), os.path.expanduser(chosen)
    if platform == "win32":
        local = os.path.join(environ["LOCALAPPDATA"], "aliorder")
        return local, local
    data = of_user(environ, platform, "XDG_DATA_HOME", ".local/share")
    return data, of_user(environ, platform, "XDG_CONFIG_HOME", ".config")


def of_user(environ: Mapping[str, str], platform: str, variable: str, usual: str) -> str:
    """The user's folder for one kind of files, by the XDG base directories or as Apple has it."""
    chosen = environ.get(variable, "")
    if not os.path.isabs(chosen):
        chosen = os.path.expanduser("~/Library/Application Support" if platform == "darwin" else f"~/{usual}")
    return os.path.join(chosen, "aliorder")
