from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import pytest

from aliorder.importers import HEAD, LIMIT, Entry, FileRefused, InputFile, Problem, Remark, Terms, file_of, identify


class Starting:
    """An importer of files that start with a word."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.label = f"a file of {name}"

    def claims(self, file: InputFile) -> bool:
        return file.head.startswith(self.name.encode())

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        yield Remark(f"{file.name} of {terms.seen.year}")


APPLE, APPLES, PEAR = Starting("apple"), Starting("apples"), Starting("pear")


def test_the_one_importer_that_claims_a_file_reads_it() -> None:
    assert identify(file_of("f", b"apple"), [APPLE, APPLES, PEAR]) is APPLE


@pytest.mark.parametrize(
    "content, why, hint",
    [
        (b"plum", "this is not a file that aliorder knows", "it reads: a file of apple; a file of apples"),
        (b"apples", "this could be read in more than one way: apple and apples", "say which it is: --format apple"),
        (b"", "the file is empty", None),
        (b" \r\n\t", "the file is empty", None),
        (b"\xef\xbb\xbf\n\0\0", "the file is empty", None),
    ],
)
def test_a_file_without_exactly_one_importer_is_refused(content: bytes, why: str, hint: str | None) -> None:
    with pytest.raises(FileRefused) as refused:
        identify(file_of("basket", content), [APPLE, APPLES])
    assert (refused.value.message, refused.value.hint, refused.value.exit_code) == (f"basket: {why}", hint, 4)
    assert refused.value.problem == Problem("basket", None, None, why)


def test_a_refusal_names_the_line() -> None:
    refused = FileRefused("basket", "this is rotten", line=3)
    assert (refused.message, refused.problem) == (
        "basket, line 3: this is rotten",
        Problem("basket", 3, None, "this is rotten"),
    )


def test_the_head_of_a_file_is_its_beginning_and_its_content_all_of_it() -> None:
    file = file_of("basket", b"a" * HEAD + b"b")
    assert (file.size, file.head, file.content) == (HEAD + 1, b"a" * HEAD, b"a" * HEAD + b"b")


def test_a_gigantic_file_is_not_read_as_a_whole() -> None:
    def never() -> BinaryIO:
        raise AssertionError("opened")

    with pytest.raises(FileRefused) as refused:
        _ = InputFile("basket", never, LIMIT + 1).content
    reason = "the file is larger than 256 MiB"
    assert (refused.value.message, refused.value.hint) == (f"basket: {reason}", "save fewer orders in one")
