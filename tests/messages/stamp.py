"""The stamps of the back-translations: which text each was made of.

After somebody has held a changed text against its back-translation, made anew and independently:

    python -m tests.messages.stamp zh ru

It notes, in each of these languages, the digest of every text as it stands now, and prints the places that changed.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from aliorder.messages.language import FALLBACK, shipped_codes, shipped_text

FOLDER = Path(__file__).parent / "back"
TRANSLATED = ("counted", "why", "why_told", "claim", "messages")
"""The tables that are translated back."""

STAMPS = "checked"
HEADING = "\n# The digest of the text that each of these was made of; see stamp.py.\n"


def translated_codes() -> list[str]:
    """The languages that have to be translated back."""
    return [code for code in shipped_codes() if code != FALLBACK]


def language_texts(code: str) -> dict[str, str]:
    """The texts of a language that comes with the program, by their places: `messages.remind`."""
    return dict(texts_in(tomllib.loads(shipped_text(code))))


def back_tables(code: str) -> dict[str, Any]:
    """The file of the language's back-translations."""
    return tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def texts_in(tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text of the tables that are translated back, with its place."""
    for table in TRANSLATED:
        yield from leaves(tables.get(table, {}), table)


def leaves(table: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    """Every text in the table and in those within it, with its place."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{place}.{key}")
        else:
            yield f"{place}.{key}", value


def digest(text: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of a text."""
    return sha256(text.encode()).hexdigest()[:12]


def unchecked(texts: Mapping[str, str], back: Mapping[str, Any]) -> list[str]:
    """The places of the texts that are not those from which their back-translations were made."""
    stamps = dict(texts_in(back.get(STAMPS, {})))
    return [place for place, text in texts.items() if stamps.get(place) != digest(text)]


def stamped(content: str, texts: Mapping[str, str]) -> str:
    """The content of a file of back-translations with the stamps of these texts in the place of those it had."""
    kept = content.partition(HEADING)[0].rstrip("\n")
    tables: dict[str, list[str]] = {}
    for place, text in texts.items():
        table, _, key = place.rpartition(".")
        tables.setdefault(table, []).append(f'{key} = "{digest(text)}"\n')
    blocks = (f"\n[{STAMPS}.{table}]\n{''.join(lines)}" for table, lines in tables.items())
    return f"{kept}\n{HEADING}{''.join(blocks)}"


def main(codes: list[str]) -> int:
    """Stamp the back-translations of these languages; return the exit code."""
    wrong = [code for code in codes if code not in translated_codes()]
    if wrong or not codes:
        sys.stderr.write(f"error: name languages that are translated back: {' '.join(translated_codes())}\n")
        return 2
    for code in codes:
        texts, file = language_texts(code), FOLDER / f"{code}.toml"
        for place in unchecked(texts, back_tables(code)):
            sys.stdout.write(f"{code}: {place}\n")
        file.write_text(stamped(file.read_text(encoding="utf-8"), texts), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
