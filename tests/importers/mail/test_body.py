"""From the text of a mail only exact things are read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aliorder.domain.order import Money
from aliorder.importers import Terms
from aliorder.importers.mail.body import Shipment, body_of, orders_in, parcels_in, shipments_in, total_in, visible
from tests.importers.mail.given import ORDER, OTHER, PARCEL, TERMS

LINK = "https://www.aliexpress.com/p/tracking/index.html?_login=yes"


@pytest.mark.parametrize(
    "page,text",
    [
        ("<p>Order</p><p>shipped</p>", ["Order", "shipped"]),
        ("<b>Or</b>der <span>1</span>2", ["Order 12"]),
        ("<tr><th>Date:</th><td>today</td></tr><tr><td>a</td></tr>", ["Date: today", "a"]),
        ("a<br>b<br/>c", ["a", "b", "c"]),
        ("<style>p { color: red }</style><script>alert('x')</script>seen", ["seen"]),
        ("<html><head><title>T</title></head><body>seen", ["seen"]),
        ("caf&eacute;&nbsp;&amp; &lt;b&gt;", ["café & <b>"]),
        ("a < b and 3 > 2", ["a < b and 3 > 2"]),
        ("<" * 5, ["<<<<<"]),
        ("no tags\nat all", ["no tags at all"]),
    ],
)
def test_a_page_is_read_as_its_lines(page: str, text: list[str]) -> None:
    assert body_of([], [page]).text.splitlines() == text


def test_a_page_made_to_be_slow_is_read_at_once() -> None:
    for page in ("<" * 10**6, "<!--" * 250_000, "<style>" * 100_000, "<a " * 300_000, "<" + "a" * 10**6, "&" * 10**6):
        assert visible(page) is not None


@pytest.mark.parametrize(
    "page,orders",
    [
        (f"Your order {ORDER} has shipped", {ORDER}),
        (f"Zamówienie: {ORDER}", {ORDER}),
        (f"Order no. {ORDER} and Pedido {OTHER}", {ORDER, OTHER}),
        (f'<a href="{LINK}&amp;tradeOrderId={ORDER}&amp;x=1">', {ORDER}),
        (f'<a href="{LINK}&o_ids={ORDER}%2C{OTHER}">', {ORDER, OTHER}),
        (f'<a href="https://x.example/?url=y%3ForderId%3D{ORDER}">', {ORDER}),
        (f"number {ORDER}", set()),
        (f"Bestellung 1{ORDER}", set()),
        (f"order {ORDER[:12]}", set()),
        (f'<a href="/item/{ORDER}.html?suborderId={ORDER}">', set()),
        (f"Order {ORDER}A", set()),
        ("orderId=074309000000039", set()),
    ],
)
def test_orders_are_found_where_the_mail_calls_them_so(page: str, orders: set[str]) -> None:
    assert orders_in(body_of([], [page])) == orders


@pytest.mark.parametrize(
    "page,parcels",
    [
        (f"Your package {PARCEL} is here", {PARCEL}),
        ("Tracking Number: JJD0000000000006396.", {"JJD0000000000006396"}),
        (f'<a href="{LINK}&trackingNumber=LP00000000084034">', {"LP00000000084034"}),
        ("Package delivered to you", set()),
        ("Package DELIVEREDNOW", set()),
        (f"package {PARCEL.lower()}", set()),
    ],
)
def test_parcels_are_found_where_the_mail_calls_them_so(page: str, parcels: set[str]) -> None:
    assert parcels_in(body_of([], [page])) == parcels


def test_a_link_tells_which_parcel_an_order_is_in() -> None:
    pages = [
        f'<a href="{LINK}&amp;tradeOrderId={ORDER}&amp;trackingNumber=LP00000000084034&amp;x">',
        f'<a href="{LINK}&tradeOrderId={ORDER}&trackingNumber=LP00000000084034">',
        f'<a href="{LINK}&tradeOrderId={OTHER}&trackingNumber=LP00000000084035">',
    ]
    expected = (Shipment(ORDER, "LP00000000084034"), Shipment(OTHER, "LP00000000084035"))
    assert shipments_in(body_of([], pages)) == expected


@pytest.mark.parametrize(
    "page,amount",
    [
        ("<p>Total: R$31,93</p><p>Ship to 12 Main Street</p>", Money(Decimal("31.93"), "BRL")),
        ("<p>Całkowita kwota zamówienia 3,69zł</p>", Money(Decimal("3.69"), "PLN")),
        ("<td>Gesamtbetrag</td><td>14,98€</td>", Money(Decimal("14.98"), "EUR")),
        ("<p>Bestellsumme</p><p>14,98€</p>", Money(Decimal("14.98"), "EUR")),
        ("Order total ILS 24.20. Thank you", Money(Decimal("24.20"), "ILS")),
        ("Total: €5.00 Total: €5.00", Money(Decimal("5.00"), "EUR")),
        ("Total: €5.00 Total: €6.00", None),
        ("Total: $5.00", None),
        ("Total: 5.00", None),
        ("Subtotal: €5.00", None),
        ("Total (3 items): €5.00", None),
        ("Total: €", None),
    ],
)
def test_the_total_is_taken_only_without_any_doubt(page: str, amount: Money | None) -> None:
    assert total_in(body_of([], [page]), TERMS) == amount


@pytest.mark.parametrize(
    "page,amount", [("Total: $5.00", "5.00"), ("Total: 5.00", "5.00"), ("Total (3 items): 5.00", None)]
)
def test_the_buyer_may_say_what_a_bare_sign_means(page: str, amount: str | None) -> None:
    terms: Terms = TERMS._replace(currency="CAD")
    assert total_in(body_of([], [page]), terms) == (Money(Decimal(amount), "CAD") if amount else None)
