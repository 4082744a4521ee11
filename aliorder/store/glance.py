"""The kept orders at a glance, for completion: read in milliseconds, with nothing but the standard library.

The file is opened so that it is never made, written or locked; what is read while another program writes may be half
old and half new. Whatever is wrong with it is an `sqlite3.Error` or an `OSError`.
"""

from __future__ import annotations

import os
import sqlite3
from stat import S_ISREG

from aliorder.store.migrations import BACKWARDS, MOST_BACKWARDS, SCHEMA_VERSION, version_of

MOST = 100
"""So many orders are offered at once; more nobody reads."""

MANY = 2_000
"""So few orders are gone along one by one; so many are looked at for the words of a title."""

NEVER = 2**62
FEWEST_LAST = 3
"""So many digits are looked for at the end of a number, too."""

Glance = tuple[str, "str | None", "str | None", "str | None", "str | None"]
"""Of an order: its number, its alias, the stage it is known to be in, the day it was placed, how its title begins."""

_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:")
_SEEN = """
    SELECT CAST(number AS TEXT), CAST(alias AS TEXT),
        CASE WHEN :asked <= :now AND (holds_until IS NULL OR holds_until > :now) THEN CAST(stage AS TEXT) END,
        (SELECT CAST(coalesce(on_day, substr(at, 1, 10)) AS TEXT) FROM events
            WHERE events.order_id = orders.id AND kind IN ('placed', 'paid') ORDER BY position LIMIT 1),
        CAST(substr(title, 1, 200) AS TEXT)
    FROM
"""
_ORDERS = "orders CROSS JOIN wakes ON wakes.order_id = orders.id"
# In this order the index of wakes is gone along, and not every order.
_WAKING = "wakes CROSS JOIN orders ON orders.id = wakes.order_id"
# What is not known to be over may be open: an outlook that no longer holds says nothing.
_MAY_BE_OPEN = "(is_open IS NOT 0 OR holds_until <= :now)"
# The few that may be open, by the indexes that know them: who has bought a lot has few open orders among many.
_FEW = """(
    SELECT order_id AS few FROM wakes WHERE is_open IS NOT 0
    UNION SELECT order_id FROM wakes WHERE wake IS NOT NULL AND holds_until <= :now
) CROSS JOIN orders ON orders.id = few CROSS JOIN wakes ON wakes.order_id = few"""
_MANY_OPEN = f"SELECT count(*) > {MANY} FROM (SELECT 1 FROM wakes WHERE is_open IS NOT 0 LIMIT {MANY + 1})"


class Glances:
    """A store that is looked at; `only_open` leaves out the orders that are known to be over at `now`, in Unix seconds.

    Each question is answered with at most `MOST` orders. What is noted about them is believed if it was found out at
    `now` or before; whether the policy, the program or the settings have changed since is not looked at.
    """

    def __init__(self, connection: sqlite3.Connection, now: int, *, only_open: bool) -> None:
        self._connection = connection
        self._now = now
        row = connection.execute("SELECT CAST(strftime('%s', asked) AS INTEGER) FROM wakes_hold").fetchone()
        self._asked = NEVER if row is None or row[0] is None else row[0]
        filtered = only_open and self._asked <= now
        few = filtered and not connection.execute(_MANY_OPEN).fetchone()[0]
        self._orders = _FEW if few else _ORDERS
        self._fits = _MAY_BE_OPEN if filtered else "1"
        self._asleep = "is_open IS NOT 0" if filtered else "1"

    def foremost(self) -> list[Glance]:
        """The orders that need something first, the soonest before all; then the others, the highest number first."""
        found = self._ask(f"{_WAKING} WHERE wake IS NOT NULL AND {self._fits} ORDER BY wake, wakes.order_id")
        if len(found) < MOST:
            found += self._ask(f"{self._orders} WHERE wake IS NULL AND {self._asleep} ORDER BY number DESC")
        return self._with_outermost("", found[:MOST])

    def beginning_with(self, digits: str) -> list[Glance]:
        """The orders whose numbers begin so, the highest first."""
        found = self._ask(
            f"{self._orders} WHERE number >= :word AND number < :above AND {self._fits} ORDER BY number DESC", digits
        )
        return self._with_outermost(digits, found)

    def ending_in(self, digits: str) -> list[Glance]:
        """The orders whose numbers end so."""
        return self._ask(
            f"""{self._orders} WHERE {BACKWARDS} >= :backwards AND {BACKWARDS} < :above_backwards
                AND substr(number, -:length) = :word AND {self._fits} ORDER BY number DESC""",
            digits,
        )

    def called(self, word: str) -> list[Glance]:
        """The orders whose aliases begin so, in small or capital letters; with an empty word all that have one."""
        return self._ask(
            f"""{self._orders} WHERE alias IS NOT NULL AND substr(alias, 1, :length) = :word COLLATE NOCASE
                AND {self._fits} ORDER BY alias""",
            word,
        )

    def titled(self, words: str) -> list[Glance]:
        """The orders with these words in their titles; where a word begins so in some, only those."""
        folded = words.casefold()
        has = "title LIKE :pattern ESCAPE '!'" if words.isascii() else "instr(casefold(title), :word)"
        found = self._ask(f"{self._orders} WHERE {has} AND {self._fits} ORDER BY orders.id DESC", folded, MANY)
        return ([each for each in found if begins_a_word(folded, (each[4] or "").casefold())] or found)[:MOST]

    def _ask(self, query: str, word: str = "", most: int = MOST) -> list[Glance]:
        backwards = word[: -MOST_BACKWARDS - 1 : -1]
        values = {
            "now": self._now,
            "asked": self._asked,
            "word": word,
            "length": len(word),
            "above": f"{word}:",
            "pattern": f"%{literally(word)}%",
            "backwards": backwards,
            "above_backwards": f"{backwards}:",
        }
        return self._connection.execute(f"{_SEEN} {query} LIMIT {most}", values).fetchall()

    def _with_outermost(self, digits: str, found: list[Glance]) -> list[Glance]:
        """With the first and last number that fits, if there are too many: what they have in common none lacks."""
        if len(found) < MOST:
            return found
        fitting = f"{self._orders} WHERE number >= :word AND number < :above AND {self._fits} ORDER BY number"
        first, last = (f"(SELECT number FROM {fitting} {way} LIMIT 1)" for way in ("ASC", "DESC"))
        outermost = self._ask(f"{self._orders} WHERE number IN ({first}, {last})", digits)
        return [*found, *(each for each in outermost if each not in found)]


def literally(word: str) -> str:
    """The word as a pattern of LIKE that stands for nothing else."""
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def begins_a_word(beginning: str, text: str) -> bool:
    """Whether a word of `text` begins so; both in small letters."""
    place = text.find(beginning)
    while place >= 0:
        if place == 0 or not text[place - 1].isalnum():
            return True
        place = text.find(beginning, place + 1)
    return False


def open_store(path: str) -> sqlite3.Connection:
    """The store at `path`, to look at; FileNotFoundError if there is no such file."""
    if not S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a Path would cost as much as all the rest
        raise FileNotFoundError(path)
    connection = sqlite3.connect(address_of(path), isolation_level=None, uri=True)
    connection.text_factory = lossy
    connection.create_function("casefold", 1, casefold, deterministic=True)
    return connection


def is_of_today(connection: sqlite3.Connection) -> bool:
    """Whether the store has the layout of this program; of another one nothing can be asked."""
    return version_of(connection) == SCHEMA_VERSION


def address_of(path: str) -> str:
    """The address under which SQLite opens the file without a lock or a journal (sqlite.org/uri.html, immutable)."""
    full = os.fsencode(os.path.abspath(path))  # noqa: PTH100 - as above
    if os.name == "nt":
        full = b"/" + full.replace(b"\\", b"/")
    quoted = "".join(chr(sign) if sign in _LETTERS else f"%{sign:02x}" for sign in full)
    return f"file://{quoted}?mode=ro&immutable=1"


def lossy(raw: bytes) -> str:
    """The text, whatever bytes it is made of."""
    return raw.decode("utf-8", "replace")


def casefold(title: object) -> str:
    """The title in small letters of any script, empty if it is no text."""
    return title.casefold() if isinstance(title, str) else ""
