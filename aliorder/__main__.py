"""The one door into the program."""

from __future__ import annotations

import sys

from aliorder.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
