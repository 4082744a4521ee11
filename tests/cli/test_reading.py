"""The commands that show things, as a person or a pipe reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aliorder.domain.vocabulary import WHYS
from aliorder.policies import load_policy
from tests.cli.given import BOOK, CABLE, LAMP, PEN, SOCKS, Ran, ran


def listed(*filters: str) -> list[str]:
    done = ran("list", *filters)
    assert done.code == 0
    return [line.split("\t")[1] for line in done.out.splitlines()]


def test_the_list_has_one_order_a_line_soonest_deadline_first(kept: Path) -> None:
    assert listed() == [LAMP, CABLE, SOCKS, PEN, BOOK]
    assert ran("list").out.splitlines()[1].split("\t") == [
        "2026-11-28T07:59",
        CABLE,
        "USB cable",
        "Awaiting shipment",
        "Ask the seller to cancel",
    ]


@pytest.mark.parametrize(
    "filters, expected",
    [
        (["--stage", "refunding"], [SOCKS]),
        (["--stage", "frozen"], []),
        (["--action", "request-approval"], [CABLE]),
        (["--open"], [LAMP, CABLE, SOCKS, BOOK]),
        (["--due-within", "3d"], [LAMP]),
        (["--due-within", "7"], [LAMP, CABLE]),
        (["--open", "--stage", "refunded"], []),
    ],
)
def test_a_filter_keeps_the_orders_that_fit(filters: list[str], expected: list[str], kept: Path) -> None:
    assert listed(*filters) == expected


@pytest.mark.parametrize(
    "name",
    [
        CABLE,
        "cable",
        "CABLE",
        "8123456",
        "012345",
        f"https://www.aliexpress.com/p/order/detail.html?orderId={CABLE}",
    ],
)
def test_an_order_is_found_by(name: str, kept: Path) -> None:
    done = ran("show", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"order:         {CABLE}\nalias:         cable\n")


def test_an_order_is_shown_with_all_that_is_known(kept: Path) -> None:
    assert ran("show", "6789") == Ran(
        0,
        f"order:         {LAMP}\n"
        "title:         Lamp\n"
        "free return:   no\n"
        "site status:   Awaiting delivery (seen 2026-11-22 12:00 UTC)\n"
        "tracking:      LB1\n"
        "parcel:        moving\n"
        "why:           It has not arrived\n"
        "stage:         Shipped\n"
        "to do:         Wait\n"
        "event:         2026-11-01  shipped\n"
        "deadline:      2026-11-24  deliver-by (as the page shows it)\n",
        "",
    )


def test_the_history_goes_from_what_was_to_what_comes(kept: Path) -> None:
    done = ran("history", "cable")
    places = [done.out.index(text) for text in ("placed", "paid", "verified", "you are here", "seller has to ship")]
    assert (done.code, done.err, places) == (0, "", sorted(places))


def test_the_advice_says_what_to_do_by_when_and_why(kept: Path) -> None:
    done = ran("advise", "cable")
    expected = ("Ask the seller to cancel", "I ordered the wrong product", "23 Dec", "28 Nov", "S2")
    assert (done.code, done.err) == (0, "")
    assert [text for text in expected if text not in done.out] == []


def test_advice_on_all_lists_the_open_orders_and_counts_them(kept: Path) -> None:
    done = ran("advise", "--all")
    assert [line.split("\t")[2] for line in done.out.splitlines()] == [LAMP, CABLE, SOCKS, BOOK]
    assert (done.code, done.err) == (0, "4 of 5 kept orders are open. One in full: aliorder advise ORDER\n")


def test_the_explanation_names_the_rules_passed_over_and_the_sources(kept: Path) -> None:
    done = ran("explain", "cable")
    expected = ("Stage: ", "Action: ", "Reason: ", "Refund: ", "  not refund-is-here: refunded is no, not yes", "S2 (")
    assert (done.code, done.err) == (0, "")
    assert [text for text in expected if text not in done.out] == []


def test_every_why_has_its_reasons() -> None:
    done = ran("reasons")
    assert (done.code, done.err) == (0, "")
    assert list(dict.fromkeys(line.split("\t")[0] for line in done.out.splitlines())) == list(WHYS)


@pytest.mark.parametrize(
    "why, stage, expected",
    [
        ("wrong-item", None, ["wrong-product", "no-longer-needed", "other"]),
        ("out-of-stock", None, ["other", "out-of-stock"]),
        ("slow-seller", None, ["other", "processing-too-long"]),
        ("defective", None, ["defective"]),
        ("not-needed", "shipped", ["change-of-mind"]),
        ("not-needed", "refunded", []),
        ("tracking-invalid", "shipped", ["tracking-invalid", "not-received"]),
    ],
)
def test_the_pick_comes_before_what_costs_more(why: str, stage: str | None, expected: list[str]) -> None:
    done = ran("reasons", "--why", why, *(["--stage", stage] if stage else []))
    assert [line.split("\t")[:2] for line in done.out.splitlines()] == [[why, reason] for reason in expected]


def test_every_way_of_paying_is_listed() -> None:
    done = ran("payments")
    assert (done.code, done.err) == (0, "")
    assert [line.split("\t")[0] for line in done.out.splitlines()] == list(load_policy().methods)


def test_a_refund_is_told_without_an_order() -> None:
    done = ran("refund", "--method", "visa", "--from", "2026-11-20")
    expected = ("Visa card", "Wed 25 Nov", "Tue 1 Dec … Fri 11 Dec", "Fri 18 Dec, in 26 days", "Sat 19 Dec")
    assert (done.code, done.err) == (0, "")
    assert [text for text in expected if text not in done.out] == []


@pytest.mark.parametrize("name", ["Credit Card", "visa card", " VISA ", "T/T", "Clearpay", "Touch 'n Go", "GPay"])
def test_a_way_of_paying_may_be_named_as_a_page_names_it(name: str) -> None:
    assert ran("refund", "--method", name, "--from", "2026-11-20").code == 0


def test_a_refund_is_told_step_by_step_with_what_its_way_means() -> None:
    done = ran("refund", "--method", "paypal", "--from", "2026-11-20")
    lines = done.out.splitlines()
    steps, notes = lines.index("Steps"), lines.index("Good to know")
    assert [line.split(": ")[0] for line in lines[steps + 1 : notes - 1]] == [
        "  Fri 20 Nov … Mon 23 Nov",
        "  Fri 20 Nov … Fri 27 Nov",
        "  Wed 25 Nov … Fri 4 Dec",
        "  Fri 20 Nov … Sun 27 Dec",
    ]
    assert lines[notes + 1 :] == [f"  {note}" for note in load_policy().methods["paypal"].notes]


def test_general_figures_are_called_general() -> None:
    done = ran("refund", "--method", "blik", "--from", "2026-11-20")
    assert "no figure of its own is known for BLIK; the general 3 to 20 business days are used" in done.out


def test_the_card_of_a_refund_tells_no_note_twice() -> None:
    ended = ran("advise", "--event", "refund-started=2026-11-20", "--payment", "qiwi").out
    assert ended.count("QIWI's bank has lost its licence") == 1
    booked = ran("advise", "--event", "refund-started=2026-11-20", "--payment", "visa").out
    assert (booked.count("day of the purchase"), booked.count("the bank that issued it")) == (1, 1)


def test_why_there_is_no_refund_is_told(kept: Path) -> None:
    assert ran("refund", "4444") == (0, "The refund arrived Thu 1 Oct.\n", "")
    ran("add", "8123000000003333", "--event", "placed=2026-11-20")
    assert ran("refund", "3333") == (0, "No refund is owed or asked for. Nothing has been paid.\n", "")


def test_a_refund_that_has_arrived_tells_how_long_it_took() -> None:
    events = ("--event", "cancel-accepted=2026-10-29", "--event", "refund-received=2026-11-17")
    ran("add", "8123000000003333", "--payment", "paypal", "--country", "DE", "--total", "18.00 USD", *events)
    expected = "The refund of 18.00 USD arrived Tue 17 Nov, after 13 business days.\n"
    assert ran("refund", "3333") == (0, expected, "")


def test_an_overdue_refund_is_called_so_and_leads_to_the_advice() -> None:
    ran("add", "8123000000003333", "--payment", "visa", "--country", "DE", "--event", "cancel-accepted=2026-10-05")
    assert ran("refund", "3333").out.splitlines()[:4] == [
        "The money by Visa card is overdue",
        "should have been here by Mon 2 Nov, 20 days ago: ask now",
        "whom to ask, and how: aliorder advise 8123000000003333",
        "counted by the business days of DE; regional holidays may add days",
    ]


def test_a_way_of_paying_that_has_ended_is_told_before_any_day() -> None:
    assert ran("refund", "--method", "qiwi", "--from", "2026-11-20").out.splitlines()[:4] == [
        "A refund by QIWI, which no longer exists, counted from Fri 20 Nov",
        *load_policy().methods["qiwi"].notes,
        "only an estimate, once another way is agreed: Tue 1 Dec … Fri 4 Dec",
        "counted Monday to Friday; public holidays may add days",
    ]


@pytest.mark.parametrize("option", ["--why", "--payment", "--coupon", "--total", "--country"])
def test_what_is_not_known_may_be_called_so(option: str) -> None:
    facts = ("advise", "--event", "payment-verified=2026-11-20", "--json")
    assert ran(*facts, option, " Unknown") == ran(*facts)
    assert ran("refund", "--method", "unknown", "--json") == ran("refund", "--json")


def test_the_paths_are_told(kept: Path) -> None:
    own = "".join(f"{name}\t{kept.parent / name}.toml\n" for name in ("settings", "policy"))
    beside = "".join(f"{name}\t{kept.parent / name}\n" for name in ("evidence", "backups"))
    ours = f"data\t{kept.parent}\nstore\t{kept}\n{beside}"
    assert ran("paths") == (0, f"{ours}{own}messages\t{kept.parent / 'messages'}\n", "")
