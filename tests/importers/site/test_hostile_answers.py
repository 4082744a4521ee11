"""Whatever is done to a capture, it is read, or refused in words: nothing else ever comes out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers import FileRefused, InputFile, file_of
from aliorder.importers.known import IMPORTERS
from aliorder.importers.merging import merge
from tests.importers.given import DATA, Reading, as_file, capture, read

NAMES = (
    "order-list.json",
    "order-detail.json",
    "tracking.json",
    "refund-list.json",
    "order-count.json",
    "recording.har",
    "captures.json",
    "shopper.json",
)
Path = tuple[str | int, ...]

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["Jul 15, 2026", "a|1|2", "3.04E+15", "true", "\x00", "\ud800", "9" * 5000, 10**30, "SUCCESS"])
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
)


def places(value: object, path: Path = ()) -> Iterator[Path]:
    """The way to every value inside `value`."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield (*path, key)
        yield from places(part, (*path, key))


PLACES = {name: list(places(capture(name))) for name in NAMES}


def put(value: Any, path: Path, new: object) -> None:
    """Sets what stands at `path`, if an earlier change left that way open."""
    for key in path[:-1]:
        value = value[key] if is_place(value, key) else None
    if is_place(value, path[-1]):
        value[path[-1]] = new


def is_place(value: object, key: str | int) -> bool:
    """Whether `value` has a part under `key`."""
    return key in value if isinstance(value, dict) else isinstance(value, list) and key in range(len(value))


def attempt(file: InputFile) -> Reading | None:
    """What is read, or `None` if the file is refused in words."""
    try:
        return read(file)
    except FileRefused as error:
        refused = error.message
    assert refused.startswith(file.name)
    assert len(refused) < 300
    return None


def check(reading: Reading | None) -> None:
    """What comes out can be stored, merged and printed."""
    for order in reading.orders if reading else ():
        assert order.number or order.tracking or order.items
        assert merge(merge(None, order), order) == merge(None, order)
        repr(order).encode()
    for problem in reading.problems if reading else ():
        assert problem.why
        assert len(problem.why) + len(problem.field or "") < 400
        f"{problem.field}{problem.why}".encode()


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
def test_a_capture_with_anything_anywhere_is_read_or_refused(name: str, data: st.DataObject) -> None:
    value = capture(name)
    for path in data.draw(st.lists(st.sampled_from(PLACES[name]), max_size=4)):
        put(value, path, data.draw(values))
    check(attempt(as_file(value)))


@pytest.mark.parametrize("name", ["order-list.json", "tracking.json", "refund-list.json"])
@given(st.data())
def test_an_answer_with_anything_anywhere_is_read_or_refused_within_a_recording(name: str, data: st.DataObject) -> None:
    value = capture(name)
    for path in data.draw(st.lists(st.sampled_from(PLACES[name]), max_size=4)):
        put(value, path, data.draw(values))
    har = capture("recording.har")
    har["log"]["entries"][2]["response"]["content"]["text"] = json.dumps(value)
    check(attempt(as_file(har)))


@pytest.mark.parametrize("name", NAMES)
def test_a_capture_with_one_value_of_another_kind_is_read_or_refused(name: str) -> None:
    for path in PLACES[name]:
        new: object
        for new in (None, True, -1, "x", [None], {"": {}}):
            value = capture(name)
            put(value, path, new)
            check(attempt(as_file(value)))


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
def test_a_capture_with_bytes_lost_or_changed_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = (DATA / name).read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(start + 50, len(content))) | st.just(len(content)))
    check(attempt(file_of("f", content[:start] + data.draw(st.binary(max_size=4)) + content[end:])))


@given(st.binary() | values.map(lambda value: json.dumps(value).encode()))
def test_claiming_a_file_never_fails(content: bytes) -> None:
    for importer in IMPORTERS:
        assert importer.claims(file_of("f", content)) in (True, False)


@pytest.mark.parametrize("name", [*NAMES, "order-list.jsonp.txt"])
def test_every_beginning_of_a_capture_is_refused(name: str) -> None:
    content = (DATA / name).read_bytes().rstrip().removesuffix(b");")
    for end in range(0, len(content) - 1, 37):
        assert attempt(file_of("f", content[:end])) is None
