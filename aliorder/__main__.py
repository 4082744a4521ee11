"""The one door into the program."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the program and return its exit code."""
    gc.disable()
    from aliorder.cli.app import main as run  # noqa: PLC0415 - imported without the collector: a tenth of the start-up

    return run()


if __name__ == "__main__":
    sys.exit(main())
