"""Run a command line on a pseudo-terminal until a text appears, then press Ctrl-C: `on_terminal.py TEXT COMMAND`.

Exit code 0 if the text appeared; what the command printed is shown either way.
"""

from __future__ import annotations

import os
import pty
import sys
import time

PATIENCE = 600.0


def main() -> int:
    """Run the command, pass on what it prints, and say whether the text was there."""
    wanted, command = sys.argv[1].encode(), sys.argv[2]
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp("bash", ["bash", "-c", command])
    seen, until = b"", time.monotonic() + PATIENCE
    while wanted not in seen and time.monotonic() < until:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        seen += piece
        os.write(sys.stdout.fileno(), piece)
    if wanted in seen:
        os.write(terminal, b"\x03")
    os.waitpid(child, 0)
    return 0 if wanted in seen else 1


if __name__ == "__main__":
    sys.exit(main())
