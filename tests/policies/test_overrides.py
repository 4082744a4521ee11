"""Figures of the user's own: what a policy file may say, what it changes, and how it is refused."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aliorder
from aliorder.domain.advice import advise
from aliorder.domain.order import Order
from aliorder.domain.policy import OtherValue, PaymentMethod, Policy, Source, Unit, Window, valid_on
from aliorder.errors import NotEnoughFacts, PolicyError
from aliorder.policies import load_policy
from aliorder.policies.overrides import ANY_UNIT, IN_ORDER, overridden, overrides_from, units_of
from aliorder.policies.policy_file import WAY_ON, own_policy
from tests.domain.given import asked

SHIPPED = load_policy()
DAY = date(2026, 11, 1)
PAYING = tuple(method for method in SHIPPED.methods.values() if method.maximum is not None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a policy file that is not there yet."""
    return tmp_path / "policy.toml"


def written(path: Path, content: str | bytes) -> Policy:
    """The policy with the figures of a file with that content, last changed on `DAY`."""
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    moment = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    return own_policy(path, SHIPPED, UTC)


def refusal(path: Path, content: str | bytes) -> PolicyError:
    """The error that a file is refused with."""
    with pytest.raises(PolicyError) as refused:
        written(path, content)
    return refused.value


def test_without_a_file_the_policy_is_the_one_that_ships(file: Path) -> None:
    assert own_policy(file, SHIPPED, UTC) is SHIPPED
    assert own_policy(file / "below" / "a file", SHIPPED, UTC) is SHIPPED


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "\ufeff"])
def test_an_empty_file_changes_nothing(content: str, file: Path) -> None:
    assert written(file, content) is SHIPPED


def test_a_window_of_the_users_replaces_the_shipped_one_and_loses_nothing_of_it(file: Path) -> None:
    found = written(file, '[windows.verification]\nvalue = 3\nunit = "days"\nnote = "  the order\\tpage "\n')
    shipped = SHIPPED.windows["verification"]
    assert found.windows["verification"] == Window(
        "verification",
        3,
        "days",
        "paid",
        ("yours",),
        DAY,
        others=(*shipped.others, OtherValue("24 hours, aliorder's own figure", shipped.sources)),
        overrides=shipped,
    )
    assert found.sources["yours"] == Source("yours", "Your own policy.toml (verification: the order page)", "J", DAY)


def test_a_method_of_the_users_replaces_the_shipped_one(file: Path) -> None:
    found = written(file, "[methods.visa]\nminimum = 1\nmaximum = 12\ntypical = [2, 9]\ncompleted = [1, 5]\n")
    shipped = SHIPPED.methods["visa"]
    assert found.methods["visa"] == shipped._replace(
        minimum=1,
        maximum=12,
        typical=(2, 9),
        completed=(1, 5),
        sources=("yours",),
        checked_on=DAY,
        others=(*shipped.others, OtherValue("3 to 20 business days, aliorder's own figure", shipped.sources)),
        overrides=shipped,
    )


def test_a_figure_without_a_first_day_holds_for_all_days(file: Path) -> None:
    yours = written(file, "[windows.cancel-answer]\nvalue = 60\n").windows["cancel-answer"]
    assert [valid_on(yours, day).value for day in (date.min, date(2020, 3, 15), DAY, date.max)] == [60, 60, 60, 60]


def test_a_figure_with_a_first_day_leaves_the_days_before_to_those_before_it(file: Path) -> None:
    yours = written(file, "[windows.cancel-answer]\nvalue = 60\nvalid_from = 2026-06-01\n").windows["cancel-answer"]
    days = (date(2020, 3, 15), date(2020, 3, 16), date(2026, 5, 31), date(2026, 6, 1), DAY)
    assert [valid_on(yours, day).value for day in days] == [72, 48, 48, 60, 60]


def test_what_the_user_does_not_set_of_a_method_stays(file: Path) -> None:
    yours = written(file, "[methods.paypal]\nmaximum = 9\n").methods["paypal"]
    assert (yours.minimum, yours.maximum, yours.unit) == (0, 9, "days")


@pytest.mark.parametrize("content, typical", [("maximum = 12", None), ("minimum = 8", None), ("maximum = 15", (7, 15))])
def test_a_usual_range_that_does_not_lie_in_the_users_range_is_left_out(
    content: str, typical: tuple[int, int] | None, file: Path
) -> None:
    assert written(file, f"[methods.visa]\n{content}\n").methods["visa"].typical == typical


def test_a_method_with_a_figure_of_the_users_is_no_fallback_but_the_fallback_is(file: Path) -> None:
    found = written(file, "[methods.pix]\nmaximum = 3\nminimum = 0\n[methods.other]\nmaximum = 15\n").methods
    assert (found["pix"].fallback, found["oxxo"].fallback, found["other"].fallback) == (False, True, True)


def test_the_notes_of_all_figures_stand_in_the_title_of_their_source(file: Path) -> None:
    found = written(file, '[windows.pay-by]\nvalue = 3\nnote = "B"\n[methods.visa]\nmaximum = 19\nnote = "A"\n')
    assert found.sources["yours"].title == "Your own policy.toml (pay-by: B; visa: A)"


REFUSED = [
    ("value = 1", "value is not a known table", "known: windows, methods"),
    ("[window.pay-by]\nvalue = 1", "window is not a known table", "did you mean windows?"),
    ("windows = 3", "windows has to be a table, not 3", "write it as [windows]"),
    ("[[windows]]\nvalue = 1", "windows has to be a table, not a list", "write it as [windows]"),
    ("[windows]\npay-by = 20", "windows.pay-by has to be a table, not 20", "write it as [windows.pay-by]"),
    (
        "[windows.cancel-answr]\nvalue = 1",
        "windows.cancel-answr is not a known window",
        "did you mean cancel-answer or cancel-answer-latest?",
    ),
    ("[methods.payapl]\nmaximum = 1", "methods.payapl is not a known payment method", "did you mean paypal"),
    ("[windows.pay-by]\nvalu = 1", "windows.pay-by.valu is not a known key", "did you mean value"),
    ("[methods.paypal]\nmaximun = 1", "methods.paypal.maximun is not a known key", "did you mean maximum"),
    ("[windows.pay-by]", "windows.pay-by has no value", "write below it: value = 20"),
    ("[windows.pay-by]\nunit = 'days'", "windows.pay-by has no value", "write below it: value = 20"),
    ("[methods.paypal]", "methods.paypal replaces no figure", "write one of these below it: minimum, maximum, unit"),
    ("[methods.paypal]\nnote = 'x'", "methods.paypal replaces no figure", "write one of these below it: minimum"),
    (
        "[methods.cash-on-delivery]\nmaximum = 3",
        "methods.cash-on-delivery pays no money back, so it has no figure to replace",
        "take this table out",
    ),
    *[
        (
            f"[windows.pay-by]\nvalue = {value}",
            f"windows.pay-by.value has to be a whole number from 0 to 3650, not {said}",
            "write value = 10",
        )
        for value, said in (
            ("true", "true"),
            ("-1", "-1"),
            ("3651", "3651"),
            ("2.0", "2.0"),
            ("nan", "nan"),
            ("'7'", "the text '7'"),
            ("[7]", "a list"),
            ("{days = 7}", "a table"),
            ("2026-01-01", "2026-01-01"),
            ("0x" + "f" * 900, "a number as large as that"),
        )
    ],
    (
        "[windows.pay-by]\nvalue = 1\nunit = 'weeks'",
        "windows.pay-by.unit has to be business-days or days, not the text 'weeks'",
        'write unit = "business-days", or leave it out',
    ),
    (
        "[windows.cancel-decision]\nvalue = 1\nunit = 'hours'",
        "windows.cancel-decision.unit has to be days, not the text 'hours'",
        'write unit = "days", or leave it out',
    ),
    (
        "[windows.cancel-answer-latest]\nvalue = 4\nunit = 'days'",
        "windows.cancel-answer-latest.unit has to be hours, not the text 'days'",
        'write unit = "hours", or leave it out',
    ),
    (
        "[methods.paypal]\nunit = 'hours'",
        "methods.paypal.unit has to be business-days or days, not the text 'hours'",
        'write unit = "business-days", or leave it out',
    ),
    *[
        (
            f"[windows.pay-by]\nvalue = 1\nvalid_from = {value}",
            f"windows.pay-by.valid_from has to be a day, not {said}",
            "write valid_from = 2026-11-01, without quotes or a time",
        )
        for value, said in (
            ("'2026-01-01'", "the text '2026-01-01'"),
            ("2026-01-01T10:00:00", "2026-01-01 10:00:00"),
            ("10:00:00", "10:00:00"),
            ("2026", "2026"),
        )
    ],
    *[
        (
            f"[windows.pay-by]\nvalue = 1\nnote = {value}",
            "windows.pay-by.note has to be a text of at most 200 characters",
            'write note = "where I read it", in quotes',
        )
        for value in ("3", "['a']", f"'{'a' * 201}'")
    ],
    *[
        (
            f"[methods.visa]\n{key} = {value}",
            f"methods.visa.{key} has to be two whole numbers from 0 to 3650, the smaller one first",
            f"write {key} = [7, 15]",
        )
        for key in ("typical", "completed")
        for value in ("7", "[7]", "[7, 15, 20]", "[15, 7]", "[true, 15]", "['7', '15']", "[-1, 4]", "{a = 1}")
    ],
    (
        "[methods.paypal]\nminimum = 6",
        "methods.paypal.minimum leaves no days: the minimum would be 6, the maximum 5",
        "give both, the smaller one as minimum",
    ),
    (
        "[methods.visa]\nmaximum = 2",
        "methods.visa.maximum leaves no days: the minimum would be 3, the maximum 2",
        "give both, the smaller one as minimum",
    ),
    (
        "[methods.visa]\nmaximum = 12\ntypical = [7, 15]",
        "methods.visa.typical reaches beyond the whole range, which is 3 to 12",
        "give minimum and maximum, too, or two numbers between them",
    ),
    (
        "[windows.cancel-answer]\nvalue = 96",
        "windows.cancel-answer cannot be over after cancel-answer-latest, which takes 72 hours",
        "set both, the later one larger",
    ),
    (
        "[windows.platform-steps-in]\nvalue = 4",
        "windows.seller-answer-by cannot be over after platform-steps-in, which takes 4 days",
        "set both, the later one larger",
    ),
]
"""The content of a file, what is said to be wrong with it, and how the hint begins."""


@pytest.mark.parametrize("content, wrong, cure", REFUSED)
def test_a_wrong_entry_is_refused_by_file_and_key_with_a_cure_and_the_way_on(
    content: str, wrong: str, cure: str, file: Path
) -> None:
    error = refusal(file, content)
    assert (error.exit_code, error.message) == (4, f"{file}: {wrong}")
    assert error.hint is not None
    assert error.hint.startswith(cure)
    assert error.hint.endswith(f" ({WAY_ON})")


def test_everything_that_is_wrong_is_named_at_once(file: Path) -> None:
    error = refusal(file, "[windows.pay-by]\nvalue = -1\nunit = 'weeks'\n[methods.visa]\nmaximum = 1\n")
    assert [error.message, *error.more] == [
        f"{file}: windows.pay-by.value has to be a whole number from 0 to 3650, not -1",
        f"{file}: windows.pay-by.unit has to be business-days or days, not the text 'weeks'; "
        'write unit = "business-days", or leave it out',
        f"{file}: methods.visa.maximum leaves no days: the minimum would be 3, the maximum 1; "
        "give both, the smaller one as minimum",
    ]


def test_of_very_many_problems_only_the_first_are_named(file: Path) -> None:
    error = refusal(file, "".join(f"wrong-{number} = 1\n" for number in range(50)))
    assert len(error.more) == 20
    assert error.more[-1] == f"{file}: 30 more problems"


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize(
    "content, wrong",
    [
        ("[windows.pay-by\nvalue = 1", "is not TOML: Expected ']' at the end of a table declaration (at line 1, "),
        ("[windows.pay-by]\nvalue = 1\nvalue = 2\n", "is not TOML: Cannot overwrite a value (at line 3, "),
        (b"\x00\x01\xff\xfe", "is not text in UTF-8"),
        (b"SQLite format 3\x00", "is not TOML: "),
        ("a = " + "[" * 900, "is nested too deeply"),
        ("a = " + "[\n" * 20_000, "is nested too deeply"),
        ("value = " + "1" * 900_000 + "\n", "has a line that is far too long"),
        ("a." * 100_000 + "a = 1", "has a line that is far too long"),
        ("# a comment\n" * 100_000, "has more than 1 MB"),
    ],
    ids=["open", "twice", "binary", "nul", "brackets", "deep", "number", "key", "large"],
)
def test_a_file_that_is_no_toml_is_refused(content: str | bytes, wrong: str, file: Path) -> None:
    error = refusal(file, content)
    assert error.message.startswith(f"{file} {wrong}")
    assert (error.hint or "").endswith(f" ({WAY_ON})")


def test_a_folder_is_no_policy_file(file: Path) -> None:
    file.mkdir()
    with pytest.raises(PolicyError, match="is a folder, not a file"):
        own_policy(file, SHIPPED, UTC)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_no_policy_file_and_nobody_waits_for_it(file: Path) -> None:
    os.mkfifo(file)
    with pytest.raises(PolicyError, match="is something else, not a file"):
        own_policy(file, SHIPPED, UTC)


def scalars() -> st.SearchStrategy[object]:
    return st.one_of(
        st.booleans(),
        st.integers(-5, 5000),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.dates(),
        st.datetimes(),
        st.times(),
        st.sampled_from([*get_args(Unit), "weeks", ""]),
    )


KEYS = st.one_of(
    st.sampled_from(
        ["value", "unit", "valid_from", "note", "minimum", "maximum", "typical", "completed", "windows", "methods"]
    ),
    st.text(max_size=6),
)
ENTRIES = st.dictionaries(KEYS, scalars() | st.lists(scalars(), max_size=3), max_size=6)


def tables(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(names) | st.text(max_size=6), ENTRIES | scalars(), max_size=4)


DOCUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "windows": tables(tuple(SHIPPED.windows)) | scalars(),
        "methods": tables(tuple(SHIPPED.methods)) | scalars(),
        "else": scalars(),
    },
)


@given(DOCUMENTS)
def test_any_document_is_taken_or_refused_with_a_reason(document: Mapping[str, Any]) -> None:
    found, problems = overrides_from(document, SHIPPED, DAY)
    assert all(problem.key and problem.wrong and problem.cure for problem in problems)
    if not problems:
        assert {"windows": [*found.windows], "methods": [*found.methods]} == {
            table: [name for name in getattr(SHIPPED, table) if name in document.get(table, {})]
            for table in ("windows", "methods")
        }


@given(st.binary(max_size=200) | st.text("[]{}=.,'\"\n a1_#-", max_size=200).map(str.encode))
def test_any_bytes_are_taken_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any-policy.toml"
    try:
        found = written(path, content)
    except PolicyError:
        return
    assert found.windows.keys() == SHIPPED.windows.keys()


def spans(least: int = 0, most: int = 60) -> st.SearchStrategy[tuple[int, int]]:
    return st.lists(st.integers(least, most), min_size=2, max_size=2).map(lambda two: (min(two), max(two)))


@st.composite
def good_windows(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    shipped = draw(st.sampled_from(tuple(SHIPPED.windows.values())))
    found: dict[str, object] = {"value": draw(st.integers(0, 3650))}
    if shipped.id in ANY_UNIT:
        found["unit"] = draw(st.sampled_from(units_of(shipped)))
    if draw(st.booleans()):
        found["valid_from"] = draw(st.dates())
    return shipped.id, found


@st.composite
def good_methods(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    minimum, maximum = draw(spans())
    found: dict[str, object] = {"minimum": minimum, "maximum": maximum, "completed": [*draw(spans())]}
    if draw(st.booleans()):
        found["typical"] = [*draw(spans(minimum, maximum))]
    if draw(st.booleans()):
        found["unit"] = draw(st.sampled_from(("days", "business-days")))
    if draw(st.booleans()):
        found["valid_from"] = draw(st.dates())
    return draw(st.sampled_from(PAYING)).id, found


def good(windows: list[tuple[str, dict[str, object]]], methods: list[tuple[str, dict[str, object]]]) -> Policy | None:
    """The policy with those figures; `None` if two windows are out of order."""
    found, problems = overrides_from({"windows": dict(windows), "methods": dict(methods)}, SHIPPED, DAY)
    pairs = [f"windows.{name}" for name, _ in IN_ORDER]
    assert [problem for problem in problems if problem.key not in pairs] == []
    return None if problems else overridden(SHIPPED, found)


@given(good_windows())
def test_a_window_of_the_users_changes_that_window_alone(window: tuple[str, dict[str, object]]) -> None:
    name, entry = window
    policy = good([window], [])
    if policy is not None:
        assert changed(SHIPPED.windows, policy.windows) == {name}
        assert policy._replace(windows=SHIPPED.windows, sources=SHIPPED.sources) == SHIPPED
        assert (policy.windows[name].value, policy.windows[name].overrides) == (entry["value"], SHIPPED.windows[name])  # type: ignore[index]


@given(good_methods())
def test_a_method_of_the_users_changes_that_method_alone(method: tuple[str, dict[str, object]]) -> None:
    name, entry = method
    policy = good([], [method])
    assert policy is not None
    assert changed(SHIPPED.methods, policy.methods) == {name}
    assert policy._replace(methods=SHIPPED.methods, sources=SHIPPED.sources) == SHIPPED
    yours = policy.methods[name]
    assert (yours.minimum, yours.maximum, yours.overrides) == (
        entry["minimum"],
        entry["maximum"],
        SHIPPED.methods[name],
    )


def changed(before: Mapping[Any, Window | PaymentMethod], after: Mapping[Any, Window | PaymentMethod]) -> set[str]:
    """The ids of the rows that differ."""
    assert list(before) == list(after)
    return {name for name in before if before[name] != after[name]}


@given(st.lists(good_windows(), max_size=4), st.lists(good_methods(), max_size=3), asked())
def test_with_any_figures_there_is_advice_and_the_days_of_a_refund_are_in_order(
    windows: list[tuple[str, dict[str, object]]],
    methods: list[tuple[str, dict[str, object]]],
    question: tuple[Order, datetime],
) -> None:
    policy, (order, now) = good(windows, methods), question
    try:
        advice = policy and advise(order, policy, now)
    except NotEnoughFacts:
        return
    refund = advice.refund if advice else None
    if refund is not None and refund.earliest and refund.latest:
        days = [refund.earliest, refund.typical_from, refund.typical_until, refund.latest]
        known = [day for day in days if day]
        assert known == sorted(known)


def test_a_window_whose_value_is_taken_for_days_or_hours_keeps_its_unit() -> None:
    folder = Path(aliorder.__file__).parent / "domain"
    texts = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    named = {window for window in SHIPPED.windows if f'window("{window}").value' in texts}
    assert named >= {"cancel-decision", "extend-protection", "dispute-opens", "claim-check-latest"}
    assert named & ANY_UNIT == set()
