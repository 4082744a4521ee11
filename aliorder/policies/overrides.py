"""Single figures of the user's own in place of those that ship, each checked in full before it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, get_args

from aliorder.domain.policy import Figure, OtherValue, PaymentMethod, Policy, Source, Unit, Window, WindowId
from aliorder.domain.refund_steps import within
from aliorder.policies.own_tables import Problem, Table

YOURS = "yours"
"""The id of the source of every figure that a user has set."""

ANY_UNIT: frozenset[WindowId] = frozenset(
    {
        "pay-by",
        "verification",
        "verification-bank-transfer",
        "verification-boleto",
        "ship-by",
        "message-answer",
        "message-reminders",
        "protection",
        "reship",
        "dispute-until",
        "free-return-until",
        "return-by",
        "appeal-until",
        "appeal-answer",
        "outside-paypal",
        "outside-card",
        "outside-escalate",
    }
)
"""The windows that are counted in the unit that they name; every other one keeps the unit that ships."""

IN_ORDER: tuple[tuple[WindowId, WindowId], ...] = (
    ("cancel-answer", "cancel-answer-latest"),
    ("seller-answer-by", "platform-steps-in"),
    ("claim-check-earliest", "claim-check-latest"),
)
"""The windows that start at one moment and of which the first is over before the second."""

Span = tuple[int, int]

UNITS: tuple[Unit, ...] = get_args(Unit)
DAYS: tuple[Literal["business-days", "days"], ...] = ("business-days", "days")
WINDOW_KEYS = ("value", "unit", "valid_from", "note")
METHOD_FIGURES = ("minimum", "maximum", "unit", "typical", "completed")
METHOD_KEYS = (*METHOD_FIGURES, "valid_from", "note")


class Overrides(NamedTuple):
    """The user's figures by the ids of their rows, and the source on which they rest."""

    source: Source
    windows: Mapping[WindowId, Window]
    methods: Mapping[str, PaymentMethod]


def overridden(shipped: Policy, overrides: Overrides) -> Policy:
    """The policy `shipped` with the user's figures in place of its own; all else is as it was."""
    return shipped._replace(
        sources={**shipped.sources, YOURS: overrides.source},
        windows={**shipped.windows, **overrides.windows},
        methods={**shipped.methods, **overrides.methods},
    )


def overrides_from(values: Mapping[str, object], shipped: Policy, day: date) -> tuple[Overrides, list[Problem]]:
    """The figures that a policy file sets, and everything that is wrong with it; good only if nothing is.

    `values` is the file as TOML reads it, `shipped` the policy whose rows it replaces, `day` that of its writing.
    """
    problems: list[Problem] = []
    parts = Table("", values, problems).tables(("windows", "methods"), "table")
    none = Table("", {}, problems)
    windows = parts.get("windows", none).tables(tuple(shipped.windows), "window")
    methods = parts.get("methods", none).tables(tuple(shipped.methods), "payment method")
    found = Overrides(
        source_of({**windows, **methods}, day),
        {row.id: window_of(windows[row.id], row, day) for row in shipped.windows.values() if row.id in windows},
        {row.id: method_of(methods[row.id], row, day) for row in shipped.methods.values() if row.id in methods},
    )
    return found, problems or disorder(found, shipped)


def disorder(found: Overrides, shipped: Policy) -> list[Problem]:
    """A problem for each pair of windows of which the first, with the user's figures, would end after the second."""
    windows, problems = {**shipped.windows, **found.windows}, []
    for name, other in IN_ORDER:
        first, second = windows[name], windows[other]
        if first.value > second.value:
            wrong = f"cannot be over after {other}, which takes {second.value} {second.unit}"
            problems.append(Problem(f"windows.{name}", wrong, "set both, the later one larger"))
    return problems


def source_of(tables: Mapping[str, Table], day: date) -> Source:
    """The source of all figures of the user's: its title tells the notes that stand beside them."""
    notes = [f"{name}: {note}" for name, table in sorted(tables.items()) if (note := table.text("note"))]
    title = f"Your own policy.toml ({'; '.join(notes)})" if notes else "Your own policy.toml"
    return Source(YOURS, title, "J", day)


def window_of(table: Table, shipped: Window, day: date) -> Window:
    """The window with the user's figure."""
    table.refuse_unknown(WINDOW_KEYS, "key")
    if "value" not in table.values:
        table.note("", "has no value", f"write below it: value = {shipped.value}, with a number of your own")
    value = table.number("value")
    row = shipped._replace(
        value=shipped.value if value is None else value,
        unit=table.choice("unit", units_of(shipped)) or shipped.unit,
    )
    return marked(row, shipped, f"{shipped.value} {shipped.unit}", table.day("valid_from"), day)


def units_of(shipped: Window) -> tuple[Unit, ...]:
    """The units that the user may count this window in: days have no hour from which hours could count."""
    if shipped.id not in ANY_UNIT:
        return (shipped.unit,)
    return UNITS if shipped.unit == "hours" else DAYS


def method_of(table: Table, shipped: PaymentMethod, day: date) -> PaymentMethod:
    """The payment method with the user's figures, and those that ship where the user set none.

    A usual range that ships is left out where it does not lie within the user's own range.
    """
    table.refuse_unknown(METHOD_KEYS, "key")
    if shipped.maximum is None:
        table.note("", "pays no money back, so it has no figure to replace", "take this table out")
        return shipped
    if not table.values.keys() & set(METHOD_FIGURES):
        table.note("", "replaces no figure", f"write one of these below it: {', '.join(METHOD_FIGURES)}")
    least, most = whole_range(table, 1 if shipped.minimum is None else shipped.minimum, shipped.maximum)
    row = shipped._replace(
        minimum=least,
        maximum=most,
        unit=table.choice("unit", DAYS) or shipped.unit,
        typical=usual_range(table, shipped.typical, least, most),
        completed=table.span("completed") or shipped.completed,
        fallback=shipped.fallback and shipped.id == "other",
    )
    theirs = f"{shipped.minimum} to {shipped.maximum} {shipped.unit}"
    return marked(row, shipped, theirs, table.day("valid_from"), day)


def whole_range(table: Table, least: int, most: int) -> Span:
    """The minimum and the maximum as the user set them, `least` and `most` where they did not."""
    minimum, maximum = table.number("minimum"), table.number("maximum")
    least, most = least if minimum is None else minimum, most if maximum is None else maximum
    if least > most:
        wrong = f"leaves no days: the minimum would be {least}, the maximum {most}"
        table.note("maximum" if minimum is None else "minimum", wrong, "give both, the smaller one as minimum")
    return least, most


def usual_range(table: Table, shipped: Span | None, least: int, most: int) -> Span | None:
    """The usual range as the user set it, else the one that ships if it lies from `least` to `most`."""
    chosen = table.span("typical")
    if chosen is None:
        return within(shipped, least, most)
    if not within(chosen, least, most):
        wrong = f"reaches beyond the whole range, which is {least} to {most}"
        table.note("typical", wrong, "give minimum and maximum, too, or two numbers between them")
    return chosen


def marked(row: Figure, shipped: Figure, theirs: str, valid_from: date | None, day: date) -> Figure:
    """`row` as the user's in place of `shipped`, whose figure is `theirs`: nothing of it is lost."""
    other = OtherValue(f"{theirs.replace('business-', 'business ')}, aliorder's own figure", shipped.sources)
    return row._replace(
        sources=(YOURS,),
        checked_on=day,
        valid_from=valid_from,
        others=(*shipped.others, other),
        before=shipped if valid_from else None,
        overrides=shipped,
    )
