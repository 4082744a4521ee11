"""What a topic is made of, before anybody decides how it is shown: on a terminal, or in the manual."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Terms(NamedTuple):
    """Words and what each of them means, a row each."""

    rows: tuple[tuple[str, str], ...]


class Lines(NamedTuple):
    """Lines that stay as they are: commands, or what stands in a file."""

    lines: tuple[str, ...]


Block: TypeAlias = str | Terms | Lines
"""A paragraph, a list of terms, or lines as they are."""


class Part(NamedTuple):
    """What is told under one heading."""

    heading: str
    blocks: tuple[Block, ...]


class Topic(NamedTuple):
    """What `aliorder help NAME` tells."""

    name: str
    parts: tuple[Part, ...]
