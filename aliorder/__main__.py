"""The one door into the program. It looks before it loads: what needs little waits for little."""

from __future__ import annotations

import gc
import os
import sys

from aliorder import __version__

COMPLETE = "__complete"
"""What the completion files call, instead of a command."""

INTERRUPTED = 130


def main() -> int:
    """Run the program and return its exit code."""
    try:
        return answer()
    except KeyboardInterrupt:  # while it loads: what it runs answers for itself
        return INTERRUPTED


def answer() -> int:
    """Load what is needed, and run it."""
    gc.disable()
    if sys.argv[1:2] == [COMPLETE]:
        from aliorder.complete import main as complete  # noqa: PLC0415 - a press of the tab key must not wait for Typer

        complete(sys.argv[2:])
        os._exit(0)  # all is printed: for Python to take itself apart would be an eighth of the time
    if sys.argv[1:] == ["--version"] and printed(f"aliorder {__version__}\n"):
        return 0
    from aliorder.cli.app import main as run  # noqa: PLC0415 - imported without the collector: a tenth of the start-up

    code = run()
    gc.freeze()  # Python ends by collecting what is not frozen: a fifth of the time of a command, for nothing
    return code


def printed(line: str) -> bool:
    """Print a line; whether that went well. Where it did not, whoever can say why has to try again."""
    try:
        sys.stdout.write(line)
        sys.stdout.flush()
    except (AttributeError, OSError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
