"""A refund as a person sees it: short on a card, whole where it is asked about alone."""

from __future__ import annotations

from datetime import date

from aliorder.domain.advice import advise
from aliorder.domain.dates import MON_FRI
from aliorder.domain.order import Order
from aliorder.domain.refund import refund_from
from aliorder.render.card import card_of, counted_part, refund_part, told_alone
from aliorder.render.drawn import NOTES_ON_CARD, console_for, draw_card, draw_schedule
from aliorder.render.plain import card_lines, refund_lines
from tests.domain.given import NOON, POLICY, happened

WIDE = 200


def drawn(draw: object, *things: object) -> str:
    console = console_for(colored=False, width=WIDE)
    with console.capture() as captured:
        draw(*things, console)  # type: ignore[operator]
    return captured.get()


def test_a_drawn_card_tells_the_weightiest_notes_and_a_plain_one_all() -> None:
    notes = POLICY.methods["apple-pay"].notes
    order = Order(events=happened(payment_verified="2026-11-20"), why="not-needed", payment="apple-pay")
    card = card_of(advise(order, POLICY, NOON), POLICY)
    assert [note for note in notes if note in drawn(draw_card, card)] == list(notes[:NOTES_ON_CARD])
    assert [note for note in notes if f"  {note}" in card_lines(card)] == list(notes)


def test_a_refund_asked_about_alone_is_told_whole() -> None:
    refund = refund_from(date(2026, 11, 20), POLICY.methods["klarna"], MON_FRI, POLICY.windows["settlement"])
    part = counted_part(refund, POLICY, NOON)
    told = drawn(draw_schedule, part, NOON)
    assert [text for text in (part.heading, *part.sentences, *part.steps, *part.notes) if text not in told] == []
    lines = list(refund_lines(part))
    assert lines[: 1 + len(part.sentences)] == [part.heading, *part.sentences]
    assert [line for line in ("Steps", "Good to know") if line not in lines] == []


def test_a_method_without_notes_has_no_heading_for_them() -> None:
    part = counted_part(refund_from(date(2026, 11, 20), POLICY.methods["blik"], MON_FRI), POLICY, NOON)
    assert "Good to know" not in list(refund_lines(part))
    assert part.basis == (
        "counted Monday to Friday; public holidays may add days",
        "no figure of its own is known for BLIK; the general 3 to 20 business days are used",
    )


def test_nobody_is_asked_why_once_the_money_is_here() -> None:
    events = happened(cancel_requested="2026-10-01", cancel_accepted="2026-10-05", refund_received="2026-11-01")
    advice = advise(Order(events=events, payment="visa"), POLICY, NOON)
    assert (advice.missing, card_of(advice, POLICY).missing) == (("why",), ())


def test_the_day_of_an_act_that_is_still_to_come_is_not_asked() -> None:
    advice = advise(Order(events=happened(cancel_accepted="2026-11-20"), payment="boleto"), POLICY, NOON)
    assert ("bank-form-filled" in advice.missing, card_of(advice, POLICY).missing) == (True, ())


def test_a_way_that_has_ended_is_told_first_where_the_refund_is_asked_about_alone() -> None:
    advice = advise(Order(events=happened(cancel_accepted="2026-11-20"), payment="sofort"), POLICY, NOON)
    assert advice.refund is not None
    part = refund_part(advice.refund, POLICY, NOON)
    alone = told_alone(part, POLICY, NOON)
    assert (alone.sentences, alone.notes) == ((*POLICY.methods["sofort"].notes, *part.sentences), ())
