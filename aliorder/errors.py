"""The errors that a user reads: each knows its sentence, its way out and its exit code."""

from __future__ import annotations


class AliorderError(Exception):
    """Something went wrong that the user can understand.

    `message` says what happened and why, in one sentence without a final full stop;
    `hint`, where there is a way out, says what to do next; `exit_code` is public. `more` are further sentences
    where several things are wrong at once.
    """

    exit_code = 2
    more: tuple[str, ...] = ()

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(AliorderError):
    """A value that cannot be read, or a prompt needed where none is possible."""

    exit_code = 2


class OrderNotFound(AliorderError):
    """No such order, or several orders fit what was typed."""

    exit_code = 3


class InputRefused(AliorderError):
    """A file, or a part of it, was not taken in."""

    exit_code = 4


class PolicyError(InputRefused):
    """The user's own policy file was not taken in; the message and `more` name the file, each wrong key, and why."""

    def __init__(self, message: str, hint: str, more: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.more = more


class StoreError(AliorderError):
    """The store cannot be read or written; nothing was changed."""

    exit_code = 5


class NotEnoughFacts(AliorderError):
    """Too little is known to name a stage; `missing` names facts that would help."""

    exit_code = 6

    def __init__(self, message: str, hint: str | None = None, missing: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.missing = missing


def shown(text: str) -> str:
    """`text` in quotes, cut to a length that fits an error message."""
    return repr(text if len(text) <= 40 else text[:39] + "…")
