"""Print the command that stands in a sh block of README.md: readme_command.py NUMBER, counted from 1.

Exit 1 where there is no such block, or where it holds more than one command line.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
SH_BLOCK = re.compile(r"^```sh\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def command(text: str, number: int) -> str:
    """The single line of the sh block `number`, counted from 1; LookupError where that is not what `text` holds."""
    blocks: list[str] = SH_BLOCK.findall(text)
    if not 1 <= number <= len(blocks):
        raise LookupError(f"README.md has {len(blocks)} sh blocks, so no number {number}")
    if "\n" in blocks[number - 1]:
        raise LookupError(f"sh block {number} of README.md is more than one line")
    return blocks[number - 1]


def main() -> None:
    """Print the command asked for, or say on stderr why there is none."""
    try:
        print(command(README.read_text(encoding="utf-8"), int(sys.argv[1])))
    except LookupError as problem:
        sys.exit(f"error: {problem}")


if __name__ == "__main__":
    main()
