from __future__ import annotations

import pytest

from aliorder.domain.policy import Policy
from aliorder.importers import FileRefused, InputFile, Problem, Reading, identify


class Starting:
    """An importer of files that start with a word."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.label = f"a file of {name}"

    def claims(self, file: InputFile) -> bool:
        return file.content.startswith(self.name.encode())

    def read(self, file: InputFile, policy: Policy) -> Reading:
        return Reading(notes=(file.name, *policy.sources))


APPLE, APPLES, PEAR = Starting("apple"), Starting("apples"), Starting("pear")


def test_the_one_importer_that_claims_a_file_reads_it() -> None:
    assert identify(InputFile("f", b"apple"), [APPLE, APPLES, PEAR]) is APPLE


@pytest.mark.parametrize(
    "content, why, hint",
    [
        (b"plum", "this is not a file that aliorder knows", "it reads: a file of apple; a file of apples"),
        (b"apples", "this could be read in more than one way: apple and apples", None),
        (b"", "the file is empty", None),
        (b" \r\n\t", "the file is empty", None),
    ],
)
def test_a_file_without_exactly_one_importer_is_refused(content: bytes, why: str, hint: str | None) -> None:
    with pytest.raises(FileRefused) as refused:
        identify(InputFile("basket", content), [APPLE, APPLES])
    assert (refused.value.message, refused.value.hint, refused.value.exit_code) == (f"basket: {why}", hint, 4)
    assert refused.value.problem == Problem("basket", None, None, why)


def test_a_refusal_names_the_line() -> None:
    refused = FileRefused("basket", "this is rotten", line=3)
    assert (refused.message, refused.problem) == (
        "basket, line 3: this is rotten",
        Problem("basket", 3, None, "this is rotten"),
    )
