"""A terminal to run programs on: what is typed goes in, what a person would see comes out."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

import pexpect
import pyte

DOWN, UP, ENTER, TAB, INTERRUPT = "\x1b[B", "\x1b[A", "\r", "\t", "\x03"
PATIENCE = 20.0
"""Seconds to wait for something to show before the test fails; nothing waits for longer than it has to."""


class Screen(pyte.HistoryScreen):
    """A screen that answers like a terminal when the program asks where the cursor is."""

    def __init__(self, columns: int, lines: int, reply: Callable[[str], Any]) -> None:
        super().__init__(columns, lines, history=1000, ratio=0.5)
        self.reply = reply

    def write_process_input(self, data: str) -> None:
        """Send the terminal's answer to the program."""
        self.reply(data)


class Terminal:
    """A program on a terminal of `columns` by 40, in the environment of the test."""

    def __init__(self, program: str, *arguments: str, columns: int = 80) -> None:
        environment = {**os.environ, "TERM": "xterm-256color"}
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            program, list(arguments), dimensions=(40, columns), env=environment, timeout=PATIENCE
        )
        self.child.delaybeforesend = None
        self.screen = Screen(columns, 40, self.child.send)
        self.stream = pyte.ByteStream(self.screen)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            error.add_note("\n".join(["on the screen:", *self.lines()]))
        self.child.close(force=True)

    def lines(self) -> list[str]:
        """Every line shown so far that is not empty, those scrolled away included, without blanks at their ends."""
        above = ["".join(line[column].data for column in sorted(line)) for line in self.screen.history.top]
        return [line.rstrip() for line in (*above, *self.screen.display) if line.strip()]

    def text(self) -> str:
        """Everything shown so far as one run of words, wherever the lines were broken."""
        return " ".join(" ".join(self.lines()).split())

    def wait_until(self, there: Callable[[], bool]) -> None:
        """Take in what the program prints until that is true; fails after `PATIENCE` or when the program ends."""
        last_moment = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < last_moment, "it did not show in time"
            try:
                self.stream.feed(self.child.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                assert there(), "the program ended before it showed"

    def see(self, *texts: str) -> None:
        """Wait until all of these show."""
        self.wait_until(lambda: all(text in self.text() for text in texts))

    def end_with(self, text: str) -> None:
        """Wait until this is the last that shows: the program waits for a key there."""
        self.wait_until(lambda: self.text().endswith(text))

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.child.send(key)

    def type(self, text: str) -> None:
        """Type a line."""
        self.press(text, ENTER)

    def interrupt(self) -> int:
        """Interrupt the program, as a person would again if nothing happens, and return its exit code.

        A key that arrives in the moment before Python waits for a line is only seen with the next one.
        """
        for _ in range(5):
            self.press(INTERRUPT)
            if self.child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=PATIENCE / 5) == 0:
                break
        self.stream.feed(self.child.before or b"")
        return self.status()

    def end(self) -> int:
        """Wait for the program to end and return its exit code."""
        self.stream.feed(self.child.read())
        return self.status()

    def status(self) -> int:
        """The exit code of the program, which has ended."""
        self.child.close()
        status = self.child.exitstatus
        assert status is not None
        return status
