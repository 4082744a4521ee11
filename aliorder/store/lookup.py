"""Which order is meant: its number, its alias, the address of its page, or some of its digits."""

from __future__ import annotations

import re
import sqlite3

from aliorder.errors import OrderNotFound, UsageError
from aliorder.records.values import plain
from aliorder.store.migrations import BACKWARDS, MOST_BACKWARDS

FEWEST_DIGITS = 4
ALIAS = r"\w[\w.-]{0,39}"
"""What can be typed after a command as one word, whatever the shell."""

LISTED = 5
"""So many orders are named when several fit."""

_ADDRESS_KEYS = ("orderId", "tradeOrderId")
_SHOW_ALL = "see your orders with: aliorder list"
_BY_DIGITS = f"""
    SELECT number, CAST(coalesce(title, alias) AS TEXT) FROM (
        SELECT id AS fitting FROM orders WHERE number >= :digits AND number < :above
        UNION
        SELECT id FROM orders WHERE {BACKWARDS} >= :backwards AND {BACKWARDS} < :above_backwards
            AND substr(number, -:length) = :digits
    ) CROSS JOIN orders ON id = fitting
    ORDER BY number
"""
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def resolve(connection: sqlite3.Connection, typed: str) -> str:
    """The number of the order that is meant; OrderNotFound if none fits, or several."""
    wanted = typed.encode("utf-8", "replace").decode().strip()
    # NUMBER:words is how fish completes an order by a word of its title; the number is a whole one.
    number = _first(connection, "number", wanted.partition(":")[0]) or _first(connection, "alias", wanted)
    return number or _by_address(connection, wanted) or _by_digits(connection, wanted)


def check_alias(connection: sqlite3.Connection, alias: str, number: str) -> None:
    """Raise UsageError if the order cannot have this alias: it could not be typed, or belongs to another."""
    if not re.fullmatch(ALIAS, alias):
        raise UsageError(f'"{plain(alias)}" cannot be an alias', "take one word of letters, digits, - and _, e.g. lamp")
    if alias.translate({ord(letter): None for letter in " -.…#"}).isdigit():
        raise UsageError(f'"{plain(alias)}" cannot be an alias: it looks like an order number', "use a letter in it")
    owner = _first(connection, "alias", alias)
    if owner is not None and owner != number:
        raise UsageError(f'the alias "{alias}" already belongs to order {owner}', "choose another alias")


def number_in_address(typed: str) -> str | None:
    """The order number in the address of an order's page, or `None`."""
    if "=" not in typed:
        return None
    from urllib.parse import parse_qs, urlsplit  # noqa: PLC0415 - few type an address, and it takes 3 ms

    try:
        query = parse_qs(urlsplit(typed).query)
    except ValueError:
        return None
    values = (query[key][0].strip() for key in _ADDRESS_KEYS if key in query)
    return next(values, None)


def _first(connection: sqlite3.Connection, column: str, value: str) -> str | None:
    row = connection.execute(f"SELECT number FROM orders WHERE {column} = ?", (value,)).fetchone()
    return None if row is None else str(row[0])


def _by_address(connection: sqlite3.Connection, wanted: str) -> str | None:
    number = number_in_address(wanted)
    if number is None:
        return None
    if _first(connection, "number", number) is None:
        raise OrderNotFound(f"no order has the number {plain(number)}", _SHOW_ALL)
    return number


def _by_title(connection: sqlite3.Connection, wanted: str) -> str | None:
    """The hint that names the one order with these words in its title; `None` if there is none, or several."""
    query = "SELECT number, title FROM orders WHERE instr(lower(title), lower(?)) LIMIT 2"
    found = connection.execute(query, (wanted,)).fetchall() if wanted else []
    if len(found) != 1:
        return None
    number, title = map(str, found[0])
    return f"{plain(number)} is {plain(title, 60)}"


def _by_digits(connection: sqlite3.Connection, wanted: str) -> str:
    if not (wanted.isascii() and wanted.isdigit()):
        raise OrderNotFound(f'no order is called "{plain(wanted)}"', _by_title(connection, wanted) or _SHOW_ALL)
    if len(wanted) < FEWEST_DIGITS:
        hint = f"give the first or last {FEWEST_DIGITS} digits or more"
        raise OrderNotFound(f"{wanted} is too short to find an order by", hint)
    fitting = connection.execute(_BY_DIGITS, _ranges(wanted)).fetchall()
    if not fitting:
        raise OrderNotFound(f"no order number is, begins or ends with {plain(wanted)}", _SHOW_ALL)
    if len(fitting) > 1:
        raise OrderNotFound(f"{wanted} fits {_listed(fitting)}", "give more digits")
    return str(fitting[0][0])


def _ranges(digits: str) -> dict[str, str | int]:
    backwards = digits[: -MOST_BACKWARDS - 1 : -1]
    return {
        "digits": digits,
        "above": _above(digits),
        "backwards": backwards,
        "above_backwards": _above(backwards),
        "length": len(digits),
    }


def _above(digits: str) -> str:
    # The first text after all that begin with these digits: the last one is replaced by the character after it.
    return digits[:-1] + chr(ord(digits[-1]) + 1)


def _listed(fitting: list[tuple[str, str | None]]) -> str:
    count = _COUNTS[len(fitting)] if len(fitting) < len(_COUNTS) else str(len(fitting))
    named = [number if name is None else f"{number} ({plain(name, 30)})" for number, name in fitting[:LISTED]]
    more = [f"and {len(fitting) - LISTED} more"] if len(fitting) > LISTED else []
    return f"{count} orders: {', '.join([*named, *more])}"
