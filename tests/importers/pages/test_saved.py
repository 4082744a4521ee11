from __future__ import annotations

import codecs
from base64 import b64encode
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from quopri import encodestring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import UNKNOWN, Event, Item, Money, Order, SeenStatus, When
from aliorder.importers import FileRefused, InputFile, Problem, Remark, Terms, Told, file_of
from aliorder.importers.pages.saved import SavedPage
from tests.importers.given import TERMS, Reading, gather

PAGE = "page.html"
NUMBER = "3041000000000100"
ON_THE_WAY = SeenStatus("Awaiting delivery", TERMS.seen)
PLACED = Event("placed", When(date(2026, 4, 27)))
LAMP = Item(None, "Desk lamp", 2, Money(Decimal("13.35"), "USD"))
SIGNED_OUT = "the page holds no orders: you were signed out when it was saved"
NO_ORDERS = "the page shows no orders; it is another page of the site, or was saved without what it showed"


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def page(body: str, top: str = "") -> str:
    return f"<!DOCTYPE html>{top}<html><head><title>Orders</title></head><body>{body}</body></html>"


def file(text: str | bytes, name: str = PAGE) -> InputFile:
    return file_of(name, text if isinstance(text, bytes) else text.encode())


def read(text: str | bytes, terms: Terms = TERMS) -> Reading:
    return gather(SavedPage().read(file(text), terms))


def refusal(text: str | bytes, terms: Terms = TERMS) -> str:
    with pytest.raises(FileRefused) as refused:
        read(text, terms)
    return refused.value.message


LAMP_LINE = (
    '<div class="order-item-content-info"><div class="order-item-content-info-name"><a><span title="Desk lamp">Desk l…'
    '</span></a></div><div class="order-item-content-info-number">US $13.35'
    '<span class="order-item-content-info-number-quantity">x2</span></div></div>'
)


def block(
    number: str = f"Order ID: {NUMBER}<span>Copy</span>",
    day: str = "Order date: Apr 27, 2026",
    status: str = "Awaiting delivery",
    total: str = "Total:US $26.70",
    items: str = LAMP_LINE,
    more: str = "",
) -> str:
    """One order of the list."""
    return (
        '<div class="order-item"><div class="order-item-header">'
        f'<span class="order-item-header-status-text">{status}</span>'
        f'<div class="order-item-header-right-info"><div>{day}</div><div>{number}</div></div></div>'
        '<span class="order-item-store-name"><a><span>Lamp Store</span></a></span>'
        f'{items}<span class="order-item-content-opt-price-total">{total}</span>{more}</div>'
    )


ORDER = Order(
    number=NUMBER,
    title="Desk lamp",
    store_name="Lamp Store",
    items=(LAMP,),
    total=usd("26.70"),
    status=ON_THE_WAY,
    events=(PLACED,),
)


def detail(rows: str, more: str = "", top: str = "") -> str:
    """The page of one order."""
    status = '<div class="order-status"><div class="order-block-title">Awaiting delivery</div></div>'
    return page(f'{status}<div class="order-detail-info">{rows}</div>{more}', top)


def row(label: str, value: str) -> str:
    return f'<div class="info-row"><span>{label}</span><span>{value}</span></div>'


def sums(*rows: tuple[str, str]) -> str:
    return "".join(
        f'<div class="order-price-item"><b class="left-col">{label}</b><b class="right-col">{amount}</b></div>'
        for label, amount in rows
    )


# Which files these are


@pytest.mark.parametrize(
    "text, expected",
    [
        (page(block()), True),
        (detail(row("Order ID:", NUMBER)), True),
        (
            "\ufeff\r\n<!-- saved from url=(0046)https://www.aliexpress.com/p/order/index.html -->\n" + page(block()),
            True,
        ),
        ('<?xml version="1.0"?><html class=x><div class=order-item-header-status-text>', True),
        (page("<a href='//www.aliexpress.com/p/order/index.html'>My orders</a>"), True),
        (page("aliexpress.com <input id=fm-login-id>"), True),
        (page("<p>A recipe</p>"), False),
        (page("https://example.org/p/order/"), False),
        ("order-item-header-status-text", False),
        ("Order Id,Order date\n3041000000000100,order-block-title", False),
        ('{"api": "order-block-title"}', False),
        ("<!--" * 20_000, False),
        ("", False),
    ],
)
def test_it_claims_pages_with_the_marks_of_the_two_and_no_others(text: str, expected: bool) -> None:
    assert SavedPage().claims(file(text)) is expected


@pytest.mark.parametrize(
    "text",
    [
        page("<form><input id='fm-login-id'><input id='fm-login-password'></form>", "<!-- aliexpress. -->"),
        page("Welcome", "<!-- saved from url=(0033)https://login.aliexpress.com/?return_url=x -->"),
    ],
)
def test_a_page_saved_while_signed_out_says_so(text: str) -> None:
    assert SavedPage().claims(file(text))
    assert refusal(text) == f"{PAGE}: {SIGNED_OUT}"


@pytest.mark.parametrize("text", [page("<script>window.runParams = {}</script>"), "<html>", ""])
def test_a_page_that_shows_no_orders_says_so(text: str) -> None:
    assert refusal(text) == f"{PAGE}: {NO_ORDERS}"


# The list


def test_an_order_of_the_list_is_read() -> None:
    entries = list(SavedPage().read(file(page(block())), TERMS))
    assert entries == [Told(ORDER, assumed=True)]


@pytest.mark.parametrize(
    "changed, text",
    [
        ("number", f"주문번호:: {NUMBER} 복사"),
        ("number", f"Bestellnummer\uff1a{NUMBER}"),
        ("number", f'<a href="//www.aliexpress.com/p/order/detail.html?orderId={NUMBER}&x=1">Order details</a>'),
        ("day", "Fecha del pedido: 27 abr 2026"),
        ("day", "주문일자:: 2026년 4월 27일"),
        ("day", "Bestelldatum: 27. Apr. 2026"),
        ("day", "27 апреля 2026"),
        ("total", "Total: 26.70 USD"),
        (
            "total",
            '<b>Total</b>:<div class="es--wrap--1Hlfkoj"><span>US</span><span> $</span><b>2</b>6.<i>70</i></div>',
        ),
    ],
)
def test_labels_may_be_in_any_language_and_amounts_in_pieces(changed: str, text: str) -> None:
    assert read(page(block(**{changed: text}))) == Reading((ORDER,))


@pytest.mark.parametrize(
    "number, why",
    [
        ("Order ID: 304100", "the order has no number"),
        (f"Order ID: {NUMBER} 3041000000000200", "two different order numbers stand here"),
        (f"Order ID: {NUMBER}0000000", "the order has no number"),
    ],
)
def test_an_order_without_its_one_number_stops_no_other(number: str, why: str) -> None:
    found = read(page(block(number=number) + block()))
    assert found == Reading((ORDER,), (Problem(PAGE, None, "order 1.number", why),))


def test_class_names_may_carry_the_mark_of_a_build() -> None:
    text = page(block()).replace('class="order-item"', 'class="order-item--mobile x"')
    assert read(text.replace('-status-text"', '-status-text--3kZ9"')) == Reading((ORDER,))


def test_an_order_of_several_items_has_none() -> None:
    pictures = '<div class="order-item-content-img-list"><a href="/item/1.html"></a><a href="/item/2.html"></a></div>'
    found = read(page(block(items=pictures))).orders[0]
    assert (found.items, found.title, found.total) == ((), None, usd("26.70"))


def test_price_and_quantity_may_stand_in_one_text() -> None:
    plain = '<div class="order-item-content-info"><b class="order-item-content-info-name">Desk lamp</b>'
    both = plain + '<b class="order-item-content-info-number">US $13.35 x2</b></div>'
    assert read(page(block(items=both))) == Reading((ORDER,))


@pytest.mark.parametrize(
    "changed, text, field, why",
    [
        ("day", "Order date: 04/05/2026", "placed", "--date-order"),
        ("day", "Order date: Apr 27, 2027", "placed", "later than the page itself"),
        ("status", "Teleported", "status", "is not a status that aliorder knows"),
        ("total", "Total: US $lots", "total", "is not an amount"),
        ("total", "Total: US $-1.00", "total", "less than nothing"),
    ],
)
def test_a_bad_side_field_is_a_problem_and_the_order_enters(changed: str, text: str, field: str, why: str) -> None:
    found = read(page(block(**{changed: text})))
    assert [order.number for order in found.orders] == [NUMBER]
    assert [(problem.field, why in problem.why) for problem in found.problems] == [(f"{NUMBER}.{field}", True)]


def test_a_bad_quantity_keeps_the_order_out() -> None:
    found = read(page(block(items=LAMP_LINE.replace("x2", "x0"))))
    assert found.orders == ()
    assert [problem.field for problem in found.problems] == [f"{NUMBER}.item.quantity"]


def test_days_in_digits_are_decided_by_the_page() -> None:
    blocks = block(day="Order date: 04/05/2026") + block(number="Order ID: 3041000000000200", day="Date: 20/05/2026")
    assert [order.events[0].when for order in read(page(blocks)).orders] == [
        When(date(2026, 5, 4)),
        When(date(2026, 5, 20)),
    ]


def test_a_bare_dollar_is_left_out_and_said_once() -> None:
    text = page(block(total="Total:$26.70") + block(number="Order ID: 3041000000000200", total="Total:$1"))
    found = read(text)
    assert ([order.total for order in found.orders], found.problems, len(found.remarks)) == ([None, None], (), 1)
    assert "--currency" in found.remarks[0]
    assert [order.total for order in read(text, TERMS._replace(currency="CAD")).orders] == [
        Money(Decimal("26.70"), "CAD"),
        Money(Decimal(1), "CAD"),
    ]


@pytest.mark.parametrize(
    "notice, amount",
    [
        ("refund completed: US $0.50", usd("0.50")),
        ("Refund completed<span>US $0.50</span>", usd("0.50")),
        ("고급 환불 완료 <span>₩11,110</span>", Money(Decimal(11110), "KRW")),
        ("Refund completed", None),
    ],
)
def test_a_refund_on_the_list_is_complete_on_an_unknown_day(notice: str, amount: Money | None) -> None:
    found = read(page(block(more=f'<div class="expose-info-item-title">{notice}</div>')))
    assert found.orders[0].events == (PLACED, Event("refund-completed", UNKNOWN, amount))
    assert found[1:] == ((), ())


def test_a_refund_whose_amount_cannot_be_read_is_no_refund_of_the_whole() -> None:
    found = read(page(block(more='<div class="expose-info-item-title">Refund completed: soon</div>')))
    assert (found.orders[0].events, [problem.field for problem in found.problems]) == ((PLACED,), [f"{NUMBER}.refund"])


def test_an_unknown_notice_is_shown_to_the_buyer() -> None:
    found = read(page(block(more='<div class="expose-info-item-title">AliExpress is thinking</div>')))
    assert (found.orders[0].events, found.problems) == ((PLACED,), ())
    assert [remark.endswith(": AliExpress is thinking") for remark in found.remarks] == [True]


@pytest.mark.parametrize(
    "button, expected",
    [("Cancel order", True), ("Bestellung stornieren", True), ("Cancel refund", None), ("Track order", None)],
)
def test_only_a_button_that_is_there_says_that_the_order_can_be_cancelled(button: str, expected: bool | None) -> None:
    assert read(page(block(more=f"<button> {button} </button>"))).orders[0].cancel_button is expected


def test_the_day_alone_tells_nothing_without_a_status() -> None:
    assert read(page(block(status="Teleported"))).orders[0].events == ()
    assert list(SavedPage().read(file(page(block(status=""))), TERMS)) == [
        Told(Order(NUMBER, None, "Desk lamp", "Lamp Store", (LAMP,), usd("26.70")), assumed=False)
    ]


def test_scripts_are_never_read() -> None:
    lie = "<script>document.write('<div class=order-item>Order ID: 3041000000000999</div>')</script>"
    assert read(page(lie + block(more=lie))) == Reading((ORDER,))


# The page of one order


def test_the_page_of_an_order_is_read() -> None:
    rows = (
        row("Order ID:", f"{NUMBER}<button>Copy</button>")
        + row("Order placed on:", "Apr 27, 2026")
        + row("Payment completed on:", "Apr 28, 2026")
        + row("Payment method:", "Credit/Debit card")
        + row("Anything else:", "12345678901234567")
    )
    more = (
        sums(("Subtotal", "US $30.00"), ("Shipping", "Free shipping"), ("Total", "US $26.70"), ("VAT", "US $4.00"))
        + '<span class="store-name">Lamp Store</span>'
        '<div class="order-detail-item-content"><div class="item-title"><a>Desk lamp</a></div>'
        '<div class="item-price">US $13.35<span class="item-price-quantity">x2</span></div></div>'
        '<button class="copy-track-num" data-clipboard-text=" LP00000000000001 "></button>'
    )
    expected = Order(
        number=NUMBER,
        title="Desk lamp",
        store_name="Lamp Store",
        items=(LAMP,),
        total=usd("26.70"),
        payment="card",
        status=ON_THE_WAY,
        tracking="LP00000000000001",
        events=(PLACED, Event("paid", When(date(2026, 4, 28)))),
    )
    assert list(SavedPage().read(file(detail(rows, more)), TERMS)) == [Told(expected, assumed=True)]


def test_labels_of_the_page_may_be_in_another_language_and_in_one_text() -> None:
    rows = "".join(
        f'<div class="info-row">{text}</div>'
        for text in (f"Numéro de commande : {NUMBER}", "Payé le : 28 avr. 2026", "Mode de paiement : Visa")
    )
    found = read(detail(rows, sums(("Total", "26,70€"))))
    assert found == Reading(
        (
            Order(
                number=NUMBER,
                total=Money(Decimal("26.70"), "EUR"),
                payment="visa",
                status=ON_THE_WAY,
                events=(Event("paid", When(date(2026, 4, 28))),),
            ),
        )
    )


ADDRESS = "<!-- saved from url=(0070)https://www.aliexpress.com/p/order/detail.html?orderId={} -->"


@pytest.mark.parametrize(
    "rows, top, expected",
    [
        (row("Unbekannt:", NUMBER), "", NUMBER),
        (row("", "x"), ADDRESS.format(NUMBER), NUMBER),
        (row("Unbekannt:", "304100000000999900"), ADDRESS.format(NUMBER), NUMBER),
        (row("Order ID:", "3041000000000200"), ADDRESS.format(NUMBER), "the page names two different order numbers"),
        (row("Order ID:", "soon"), "", "the page names no order number"),
    ],
)
def test_the_number_stands_in_the_page_or_in_its_address(rows: str, top: str, expected: str) -> None:
    found = read(detail(rows, top=top))
    assert [order.number for order in found.orders] + [problem.why for problem in found.problems] == [expected]


def test_what_the_page_of_an_order_spells_badly_is_a_problem() -> None:
    rows = row("Order ID:", NUMBER) + row("Payment method:", "Seashells") + row("Paid on:", "soon")
    more = sums(("Total", "much")) + '<b class="copy-track-num" data-clipboard-text="see mail"></b>'
    found = read(detail(rows, more))
    assert found.orders == (Order(number=NUMBER, status=ON_THE_WAY),)
    assert {problem.field for problem in found.problems} == {
        f"{NUMBER}.{field}" for field in ("payment", "paid", "total", "tracking")
    }


# How it was saved


def packed(text: str, encoding: str, headers: str = "Date: Wed, 29 Apr 2026 10:00:00 -0000\r\n") -> bytes:
    """The page as a browser packs it with its pictures."""
    coded = b64encode(text.encode()) if encoding == "base64" else encodestring(text.encode())
    top = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.aliexpress.com/p/order/index.html\r\n"
        f"Subject: Orders\r\n{headers}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="----Boundary--1"\r\n\r\n'
    )
    picture = "------Boundary--1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
    part = f"------Boundary--1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return (top + picture + part).encode() + coded + b"\r\n------Boundary--1--\r\n"


SAVED = datetime(2026, 4, 29, 10, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_page_packed_with_its_pictures_tells_when_it_was_saved(encoding: str) -> None:
    content = packed(page(block()), encoding)
    assert SavedPage().claims(file(content))
    (told,) = SavedPage().read(file(content), TERMS)
    assert isinstance(told, Told)
    assert (told.order.status, told.assumed) == (SeenStatus("Awaiting delivery", SAVED), False)


@pytest.mark.parametrize("headers", ["", "Date: soon\r\n", "Date: Wed, 29 Apr 1999 10:00:00 +0000\r\n"])
def test_without_a_moment_that_can_be_believed_it_is_assumed(headers: str) -> None:
    (told,) = SavedPage().read(file(packed(page(block()), "base64", headers)), TERMS)
    assert told == Told(ORDER, assumed=True)


@pytest.mark.parametrize("cut", [b"------Boundary--1\r\nContent-Type: text/html", b"\tboundary"])
def test_a_pack_without_a_page_is_refused(cut: bytes) -> None:
    content = packed(page(block()), "base64")
    assert "no page in this file" in refusal(content[: content.index(cut)])


def test_the_add_on_that_saves_single_files_tells_the_moment_too() -> None:
    top = (
        "<!--\n Page saved with SingleFile \n url: https://www.aliexpress.com/p/order/index.html \n"
        " saved date: Wed Apr 29 2026 12:00:00 GMT+0200 (Central European Summer Time)\n-->"
    )
    (told,) = SavedPage().read(file(page(block(), top)), TERMS)
    assert isinstance(told, Told)
    assert told.order.status == SeenStatus(
        "Awaiting delivery", datetime(2026, 4, 29, 12, tzinfo=timezone(timedelta(hours=2)))
    )
    assert told.assumed is False


@pytest.mark.parametrize(
    "content, encoding",
    [
        (codecs.BOM_UTF8 + page(block()).encode(), None),
        (page(block()).encode("utf-16"), None),
        (page(block()).encode("utf-16-le"), "utf-16-le"),
        (page(block()).replace("\n", "\r\n").encode(), None),
    ],
)
def test_the_encoding_does_not_matter(content: bytes, encoding: str | None) -> None:
    assert read(content, TERMS._replace(encoding=encoding)) == Reading((ORDER,))


def test_text_in_another_encoding_is_refused_with_the_way_out() -> None:
    content = page(block(total="Total: 26,70 €")).encode("cp1252")
    assert refusal(content) == f"{PAGE}, line 1: the text is not in utf-8"
    assert read(content, TERMS._replace(encoding="cp1252")).orders[0].total == Money(Decimal("26.70"), "EUR")
    assert "there is no encoding" in refusal(content, TERMS._replace(encoding="zlib"))


@pytest.mark.parametrize("end", ["Order ID: 30410", "<div class", "Total:US $2"])
def test_where_the_page_breaks_off_the_last_order_is_refused_and_the_others_stay(end: str) -> None:
    second = block(number="Order ID: 3041000000000200")
    text = page(block() + second)
    broken = text[: text.rindex(end) + len(end)]
    assert read(broken) == Reading(
        (ORDER,), (Problem(PAGE, None, "order 2", "the page breaks off in the middle of this order; save it again"),)
    )


def test_a_page_that_breaks_off_below_its_orders_is_whole_enough() -> None:
    assert read(page(block() + "<footer>All rights res").removesuffix("</body></html>")) == Reading((ORDER,))


def test_the_page_of_an_order_that_breaks_off_in_it_is_refused() -> None:
    text = detail(row("Order ID:", NUMBER), sums(("Total", "US $26.70")))
    assert read(text[: text.index("26.70") + 3]).problems == (
        Problem(PAGE, None, "order", "the page breaks off in the middle of this order; save it again"),
    )


# Hostile pages


@pytest.mark.parametrize("before", ["<div>" * 100_000, '<b class="order-item-header">' * 50_000])
def test_deep_nesting_is_read(before: str) -> None:
    assert read(page(before + block())) == Reading((ORDER,))


@pytest.mark.parametrize(
    "tail", ["<a " * 100_000, "<!--" * 100_000, '<a b="' * 100_000, "</" * 100_000, "<" * 100_000, "&amp" * 100_000]
)
def test_tags_that_never_end_are_read_quickly(tail: str) -> None:
    assert read(page(block()).removesuffix("</body></html>") + "<footer>Terms</footer>" + tail).orders == (ORDER,)


def test_a_page_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aliorder.importers.pages.tree.MOST_PARTS", 1000)
    assert refusal("<html>" + "<i>" * 1001) == f"{PAGE}: the page has more than 1,000 parts, which no order page has"


def test_nul_bytes_are_never_kept() -> None:
    found = read(page(block(items=LAMP_LINE.replace("Desk lamp", "Desk\0lamp"))))
    assert found.orders[0].title == "Desk\ufffdlamp"


SEEDS = (
    page(
        block() + block(number="Order ID: 3041000000000200", more='<b class="expose-info-item-title">Refund</b>')
    ).encode(),
    detail(row("Order ID:", NUMBER) + row("Paid on:", "Apr 28, 2026"), sums(("Total", "US $26.70"))).encode(),
    packed(page(block()), "quoted-printable"),
    packed(page(block()), "base64"),
)
PIECES = (
    *(b"<", b">", b'"', b"\0", b"\xff", b"</div>", b'<div class="order-item">', b"<!--", b"-->", b"<script>", b"&#0;"),
    *(
        b"US $",
        b"1.234,5",
        b"9" * 30,
        b"Content-Type: text/html\r\n\r\n",
        b"------Boundary--1",
        b"=\r\n",
        b"=ZZ",
        b"\xe2\x82",
    ),
)


@given(st.data())
def test_whatever_is_done_to_a_page_it_is_read_or_refused_in_words(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(SEEDS))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 60)) | st.just(len(content)))
        content = content[:start] + data.draw(st.sampled_from(PIECES) | st.binary(max_size=8)) + content[end:]
    assert SavedPage().claims(file(content)) in (True, False)
    refused, entries = "", []
    try:
        entries = list(SavedPage().read(file(content), TERMS))
    except FileRefused as error:
        refused = error.message
    assert not refused or (refused.startswith(PAGE) and len(refused) < 300)
    for entry in entries:
        repr(entry).encode()
        assert isinstance(entry, (Told, Remark)) or 0 < len(entry.why) < 300
        assert not isinstance(entry, Told) or entry.order.number
