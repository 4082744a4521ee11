"""`aliorder show`: all that is known about a kept order."""

from collections.abc import Iterator
from typing import Annotated

import typer

from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.cli.watching import kept_standing
from aliorder.domain.order import Order, When
from aliorder.domain.outlook import Standing
from aliorder.domain.vocabulary import EventKind
from aliorder.exporters.fields import stage_document
from aliorder.render.fold import show_text
from aliorder.words.labels import COUPON_LABELS, EVENT_LABELS, PARCEL_LABELS, WHY_LABELS, action_line
from aliorder.words.money import money_words
from aliorder.words.quoting import text_words
from aliorder.words.safe import printable
from aliorder.words.stages import STAGE_LABELS

YES_NO = {True: "yes", False: "no", None: None}


def run(
    ctx: typer.Context,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="Number, alias, or its first or last digits.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.order/1).")] = False,
) -> None:
    """All that is known about a kept order.

    \b
    Examples:
      aliorder show 2345
    """
    session: Session = ctx.obj
    standing = kept_standing(session, order)
    if as_json:
        from aliorder.records.codec import order_to_json  # noqa: PLC0415 - who reads lines need not wait for it

        stage, since, *_ = standing.outlook
        print_json(
            {
                "schema": "aliorder.order/1",
                **order_to_json(standing.order),
                "stage": stage and stage_document(stage, since),
            }
        )
    else:
        show_text(lines_of(standing))


def lines_of(standing: Standing) -> Iterator[str]:
    """The order's facts, a line each, then its events and the deadlines of its page."""
    order, _, outlook = standing
    for name, value in attributes(order):
        if value:
            yield f"{name + ':':<15}{printable(value)}"
    for item in order.items:
        price = f" @ {money_words(item.unit_price)}" if item.unit_price else ""
        yield f"{'item:':<15}{item.quantity} x {printable(item.title or 'without a title')}{price}"
    if outlook.stage:
        yield f"{'stage:':<15}{STAGE_LABELS[outlook.stage]}"
        yield f"{'to do:':<15}{action_line(outlook.action, outlook.claim)}"
    for event in order.events:
        amount = f" {money_words(event.amount)}" if event.amount else ""
        yield f"{'event:':<15}{when_words(event.when)}  {kind_words(event.kind)}{amount}{text_words(event.text)}"
    for deadline in order.deadlines:
        yield f"{'deadline:':<15}{when_words(deadline.when)}  {deadline.kind} (as the page shows it)"
    yield from (f"{'note:':<15}{printable(note)}" for note in order.notes)


def kind_words(kind: EventKind) -> str:
    """What happened, by its id, and by its label where that says more."""
    label = EVENT_LABELS[kind]
    return kind if label == kind else f"{kind} ({label})"


def attributes(order: Order) -> tuple[tuple[str, str | None], ...]:
    """The attributes of the order as texts; `None` where nothing is known."""
    status = order.status
    return (
        ("order", order.number),
        ("alias", order.alias),
        ("title", order.title),
        ("store", order.store_name),
        ("total", money_words(order.total)),
        ("payment", order.payment),
        ("country", order.country),
        ("coupon", COUPON_LABELS[order.coupon] if order.coupon else None),
        ("free return", YES_NO[order.free_return]),
        ("cancel button", YES_NO[order.cancel_button]),
        ("keep", YES_NO[order.keep]),
        ("site status", f"{status.text} (seen {status.seen:%Y-%m-%d %H:%M %Z})" if status else None),
        ("tracking", order.tracking),
        ("parcel", PARCEL_LABELS[order.parcel] if order.parcel != "unknown" else None),
        ("why", WHY_LABELS[order.why] if order.why else None),
    )


def when_words(when: When) -> str:
    """A day, a moment, or that it is not known, in ten or sixteen characters."""
    if when.at is not None:
        return f"{when.at:%Y-%m-%d %H:%M}"
    return when.day.isoformat() if when.day else "day unknown"
