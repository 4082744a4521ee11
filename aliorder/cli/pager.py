"""Long text on a terminal, page by page: through the user's own pager, or less."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO, cast

from aliorder.render.fold import cells

if TYPE_CHECKING:
    from subprocess import Popen

LESS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""What less is told unless the user tells it something else: end after a short text, keep colours, keep the screen."""

ESCAPES = r"\x1b\[[0-9;]*m"
QUOTED = r"""'[^']*'|"[^"$`]*"|\\."""
FOR_A_SHELL = r"[|;&<>()$`]|^\s*\w+="
"""What only a shell would make something of, where it is not quoted: a pager is started without one."""


@contextmanager
def paged() -> Iterator[None]:
    """While this lasts, what is printed goes through the pager if it is longer than the window.

    What is said on stderr comes after what was printed before it. Without a pager, or with one that fails, all is
    printed as it is.
    """
    out, talk = sys.stdout, sys.stderr
    size = window(out)
    if size is None:
        yield
        return
    paging = Paging(out, talk, size)
    sys.stdout = cast(TextIO, StandIn(out, paging.show))
    sys.stderr = cast(TextIO, StandIn(talk, paging.say))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, talk
        paging.end()


def window(stream: TextIO) -> os.terminal_size | None:
    """The size of the terminal that `stream` is; `None` if it cannot be told."""
    try:
        size = os.get_terminal_size(stream.fileno())
    except OSError:
        return None
    return size if size.lines > 1 and size.columns > 0 else None


class StandIn:
    """A stream that hands on what is written to it; whatever else it is asked, the real one answers."""

    def __init__(self, real: TextIO, take: Callable[[str], None]) -> None:
        self._real = real
        self._take = take

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def write(self, text: str) -> int:
        """Hand the text on."""
        self._take(text)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Hand the lines on."""
        for line in lines:
            self._take(line)

    def flush(self) -> None:
        """Do nothing: how long the text is has to be known first."""


class Paging:
    """What a command prints, held until it is longer than the window or at its end."""

    def __init__(self, out: TextIO, talk: TextIO, size: os.terminal_size) -> None:
        self._out, self._talk, self._size = out, talk, size
        self._held: list[tuple[TextIO, str]] = []
        self._rows, self._line = 0, ""
        self._pager: Popen[bytes] | None = None
        self._shown: list[str] = []  # what the pager was given, all of it, in case that it fails
        self._pass: Callable[[str], object] = self._hold

    def show(self, text: str) -> None:
        """Take in text for stdout."""
        self._pass(text)

    def say(self, text: str) -> None:
        """Take in text for stderr: it has to wait for text that is held, and for the pager to be left."""
        if self._held or self._pager is not None:
            self._held.append((self._talk, text))
        else:
            self._talk.write(text)

    def end(self) -> None:
        """Print what is still held, after the pager has been left."""
        if self._pager is not None:
            self._leave()
        held, self._held = self._held, []
        for stream, text in held:
            stream.write(text)
            stream.flush()

    def _hold(self, text: str) -> None:
        self._held.append((self._out, text))
        *lines, self._line = (self._line + text).split("\n")
        self._rows += sum(rows_of(line, self._size.columns) for line in lines)
        if self._rows >= self._size.lines:
            self._start()

    def _start(self) -> None:
        """Give what is held to the pager; without one, print it."""
        with interruptions_noted() as noted:
            self._pager = started(os.environ)
            self._pass = self._out.write if self._pager is None else self._feed
            held, self._held = self._held, []
            for stream, text in held:
                self.show(text) if stream is self._out else self.say(text)
        if noted:
            raise KeyboardInterrupt

    def _feed(self, text: str) -> None:
        assert self._pager is not None
        assert self._pager.stdin is not None
        self._shown.append(text)
        try:
            self._pager.stdin.write(text.encode("utf-8", "replace"))
        except OSError:
            self._leave()

    def _leave(self) -> None:
        """Wait until the user has left the pager. If it failed, print what it was given, and from now on all else."""
        assert self._pager is not None
        failed = not left_well(self._pager)
        self._pager = None
        self._pass = self._out.write if failed else len
        if failed:
            self._out.writelines(self._shown)
            self._out.flush()


def rows_of(line: str, columns: int) -> int:
    """How many rows of the window a line takes."""
    return max(1, -(-cells(re.sub(ESCAPES, "", line)) // columns))


def started(environ: Mapping[str, str]) -> Popen[bytes] | None:
    """The pager, waiting for text; `None` if the user wants none, there is none, or it does not start."""
    from subprocess import PIPE, Popen  # noqa: PLC0415 - little text is so long

    words = pager_words(environ)
    if not words:
        return None
    try:
        return Popen(words, stdin=PIPE, env={**LESS, **environ})
    except (OSError, ValueError):
        return None


def pager_words(environ: Mapping[str, str]) -> list[str]:
    """The words of the command that `PAGER` names, else less if it is installed.

    None for an empty one, for cat, and for what a shell would have to run.
    """
    import shlex  # noqa: PLC0415 - as above
    import shutil  # noqa: PLC0415 - as above

    if "PAGER" not in environ:
        return ["less"] if shutil.which("less") else []
    if os.name == "posix" and re.search(FOR_A_SHELL, re.sub(QUOTED, "", environ["PAGER"])):
        return []
    try:
        words = shlex.split(environ["PAGER"], posix=os.name == "posix")
    except ValueError:
        return []
    return [] if words == ["cat"] else words


def left_well(pager: Popen[bytes]) -> bool:
    """Wait for the pager's end; whether it was the user who ended it. Ctrl-C is the pager's meanwhile."""
    with interruptions_noted() as noted:
        assert pager.stdin is not None
        with suppress(OSError):
            pager.stdin.close()
        return pager.wait() == 0 or bool(noted)


@contextmanager
def interruptions_noted() -> Iterator[list[int]]:
    """While this lasts, Ctrl-C only adds to the list that it gives."""
    import signal  # noqa: PLC0415 - as above

    noted: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: noted.append(number))
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, before)
