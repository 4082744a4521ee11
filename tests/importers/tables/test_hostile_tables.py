"""Whatever is done to a table, its orders are read, or refused in words: nothing else ever comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers import FileRefused, Importer, InputFile, Problem, Remark, Terms, Told, file_of
from aliorder.importers.known import IMPORTERS
from aliorder.importers.merging import merge
from aliorder.importers.programs.preset import Preset
from aliorder.importers.tables.columns import FACTS, ColumnMap
from aliorder.importers.tables.importer import TableImporter
from aliorder.records.codec import order_from_json, order_to_json
from tests.importers.given import TERMS
from tests.importers.tables.given import sheet

SAMPLES = Path(__file__).parents[1] / "samples"
FILES = sorted(path for path in [*SAMPLES.glob("csv/*"), *SAMPLES.glob("xlsx/*")] if path.suffix != ".json")
PRESETS = [importer for importer in IMPORTERS if isinstance(importer, Preset)]
EVERYTHING = TableImporter(ColumnMap(tuple((fact, f"the {fact}") for fact in FACTS)))
HEADER = ",".join(f"the {fact}" for fact in FACTS)
ODD = (
    "",
    "1",
    "3039000000000104",
    "3.04E+15",
    "9" * 600,
    "a|1|2",
    "€ 1,00",
    "-1",
    "NaN",
    "2026-02-30",
    "4/5/2026",
    "\ud800",
)

terms = st.builds(
    TERMS._replace,
    currency=st.sampled_from([None, "USD", "JPY"]),
    decimal=st.sampled_from([None, "comma", "point"]),
    date_order=st.sampled_from([None, "dmy", "ymd"]),
    encoding=st.sampled_from([None, None, "cp1252", "utf-16-le", "utf-7"]),
    trust_numbers=st.booleans(),
)


def check(importer: Importer, file: InputFile, terms: Terms = TERMS) -> None:
    """Reads the file; what comes out can be stored, merged and printed."""
    assert importer.claims(file) in (True, False)
    refused: FileRefused | None = None
    try:
        for entry in importer.read(file, terms):
            check_entry(entry, file.name)
    except FileRefused as error:
        refused = error
    message = refused.message if refused else file.name
    assert message.startswith(file.name)
    assert len(message.encode()) < 400


def check_entry(entry: Told | Problem | Remark, name: str) -> None:
    if isinstance(entry, Told):
        assert entry.order.number is not None
        assert merge(merge(None, entry.order), entry.order) == entry.order
        assert order_from_json(json.loads(json.dumps(order_to_json(entry.order)))) == entry.order
        repr(entry.order).encode()
    elif isinstance(entry, Problem):
        assert (entry.file, len(entry.why) < 300, entry.why.endswith(".")) == (name, True, False)
        f"{entry.field}{entry.why}".encode()
    else:
        assert entry.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@given(st.data())
def test_a_sample_with_bytes_lost_or_changed_is_read_or_refused(path: Path, data: st.DataObject) -> None:
    content = path.read_bytes()
    first = data.draw(st.integers(0, len(content)))
    last = data.draw(st.integers(first, min(first + 50, len(content))) | st.just(len(content)))
    bent = (
        content[:first]
        + data.draw(st.binary(max_size=4) | st.sampled_from([b'"', b"\n", b",", b"\0"]))
        + content[last:]
    )
    for importer in PRESETS:
        if importer.claims(file_of(path.name, content)):
            check(importer, file_of(path.name, bent), data.draw(terms))


@pytest.mark.parametrize("importer", PRESETS, ids=lambda importer: importer.name)
@given(content=st.binary(), terms=terms)
def test_any_bytes_are_read_or_refused(importer: Preset, content: bytes, terms: Terms) -> None:
    check(importer, file_of("f", content), terms)
    check(importer, file_of("f", ",".join(importer.needs).encode() + b"\n" + content), terms)


@given(st.lists(st.lists(st.sampled_from(ODD) | st.text(max_size=20), max_size=len(FACTS) + 1), max_size=6), terms)
def test_a_table_with_any_cells_is_read_or_refused(cells: list[list[str]], terms: Terms) -> None:
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells]
    content = "\n".join([HEADER, *lines]).encode("utf-8", "surrogatepass")
    check(EVERYTHING, file_of("f", content), terms)


@given(
    st.lists(
        st.sampled_from([sheet(HEADER).content, b"3039000000000104", b",", b"\n", b'"', b"\r", b"\xff"]), max_size=20
    )
)
def test_a_table_in_any_disorder_is_read_or_refused(parts: list[bytes]) -> None:
    check(EVERYTHING, file_of("f", HEADER.encode() + b"\n" + b"".join(parts)))
