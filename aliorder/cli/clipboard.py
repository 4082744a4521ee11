"""The clipboard, where there is one."""

from __future__ import annotations

import os
import platform
import subprocess
from shutil import which

import pyperclip

from aliorder.errors import UsageError

PROGRAMS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""What brings a clipboard to Linux and its like, and the variable without which there is none."""

PATIENCE = 10.0
"""Seconds after which such a program is not waited for any longer."""

HINT = "copy it from the screen; on Linux, wl-clipboard, xclip or xsel brings one"


def copy_text(text: str) -> None:
    """Put the text on the clipboard; `UsageError` where there is none, or the program for it fails."""
    program = program_at_hand()
    try:
        if program is None:
            pyperclip.copy(text)
        else:
            hand_over(text, program)
    except pyperclip.PyperclipException:
        raise UsageError("there is no clipboard here", HINT) from None
    except (OSError, subprocess.SubprocessError):
        raise UsageError("the clipboard could not be written to", HINT) from None


def program_at_hand() -> tuple[str, ...] | None:
    """The program to hand a text to; `None` on systems with a clipboard of their own, or without any such program."""
    if platform.system() in ("Darwin", "Windows"):
        return None
    return next((line for name, line in PROGRAMS if os.environ.get(name) and which(line[0])), None)


def hand_over(text: str, program: tuple[str, ...]) -> None:
    """Give the text to the program; `OSError` or `SubprocessError` if it does not take it.

    It lives on to give the text away, so it gets no stream of ours: who reads what we print would wait for its end.
    pyperclip hands it all of them, and does not look whether it failed.
    """
    nothing = subprocess.DEVNULL
    subprocess.run(program, input=text.encode(), stdout=nothing, stderr=nothing, check=True, timeout=PATIENCE)
