from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Order
from aliorder.errors import OrderNotFound
from aliorder.store.lookup import number_in_address
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, SOCKS, stored

SHORT = Order(number="30407777", title="shorter than another that begins alike")
PAGE = "https://www.aliexpress.com/p/order/detail.html"
TRACKING = "https://www.aliexpress.com/p/tracking/index.html"


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("8123000000002345", CABLE),
        ("  8123000000002345\n", CABLE),
        ("lamp", LAMP),
        ("Lamp", LAMP),
        ("8123", CABLE),
        ("81900", LAMP),
        ("1111", SOCKS),
        ("777700001111", SOCKS),
        ("30407777", SHORT),
        ("304077770", SOCKS),
        (f"{PAGE}?orderId=8190000000002345", LAMP),
        (f"{PAGE}?spm=a2g0o.order&orderId=3040777700001111&x=1#top", SOCKS),
        (f"{TRACKING}?tradeOrderId=8123000000002345", CABLE),
        ("m.aliexpress.com/order?orderId=8123000000002345", CABLE),
        ("8123000000002345:USB-cable", CABLE),
        ("8123000000002345:", CABLE),
        ("8190000000002345:a word of its title, whatever it is", LAMP),
    ],
)
def test_an_order_is_found_by(tmp_path: Path, typed: str, meant: Order) -> None:
    with OrderStore.open(stored(tmp_path, [CABLE, LAMP, SOCKS, SHORT])) as store:
        assert store.find(typed) == meant


@pytest.mark.parametrize(
    "typed, message, hint",
    [
        (
            "2345",
            "2345 fits two orders: 8123000000002345 (USB cable), 8190000000002345 (Lamp)",
            "give more digits",
        ),
        ("345", "345 is too short to find an order by", "give the first or last 4 digits or more"),
        ("0000", "no order number is, begins or ends with 0000", "see your orders with: aliorder list"),
        ("81230000000023450", "no order number is, begins or ends with 81230000000023450", None),
        ("٢٣٤٥", 'no order is called "٢٣٤٥"', None),
        ("socks", 'no order is called "socks"', None),
        ("USB", 'no order is called "USB"', "8123000000002345 is USB cable"),
        ("", 'no order is called ""', None),
        ("%", 'no order is called "%"', None),
        ("half \udc80\x1b[2J", 'no order is called "half ? [2J"', None),
        (f"{PAGE}?orderId=2345", "no order has the number 2345", None),
        ("http://[", 'no order is called "http://["', None),
        (":cable", 'no order is called ":cable"', None),
        ("345:cable", 'no order is called "345:cable"', None),
        ("8123:cable", 'no order is called "8123:cable"', None),
    ],
)
def test_no_order_is_found_by(tmp_path: Path, typed: str, message: str, hint: str | None) -> None:
    with OrderStore.open(stored(tmp_path, [CABLE, LAMP])) as store, pytest.raises(OrderNotFound) as problem:
        store.find(typed)
    assert (problem.value.message, problem.value.exit_code) == (message, 3)
    assert problem.value.hint == (hint or "see your orders with: aliorder list")


def test_of_many_that_fit_a_handful_is_named_and_titles_are_made_safe(tmp_path: Path) -> None:
    title = "\x1b[31mred\n\u202ereversed and much longer than any list has room for"
    orders = [Order(number=f"900000000000000{last}", title=title if last == 0 else None) for last in range(7)]
    with OrderStore.open(stored(tmp_path, orders)) as store, pytest.raises(OrderNotFound) as problem:
        store.find("9000")
    assert problem.value.message == (
        "9000 fits seven orders: 9000000000000000 ([31mred reversed and much lon…), 9000000000000001,"
        " 9000000000000002, 9000000000000003, 9000000000000004, and 2 more"
    )


def test_digits_are_compared_to_the_last(tmp_path: Path) -> None:
    orders = [Order(number=f"{first}20405060708090") for first in (81, 82)]
    with OrderStore.open(stored(tmp_path, orders)) as store:
        assert [store.find(f"{order.number}"[1:]) for order in orders] == orders


@given(st.lists(st.text("0129", min_size=4, max_size=18), min_size=1, max_size=8, unique=True), st.data())
def test_every_beginning_and_every_ending_finds_what_fits(numbers: list[str], data: st.DataObject) -> None:
    number, length = data.draw(st.sampled_from(numbers)), data.draw(st.integers(4, 18))
    typed = data.draw(st.sampled_from((number[:length], number[-length:])))
    fitting = [other for other in sorted(numbers) if other.startswith(typed) or other.endswith(typed)]
    with TemporaryDirectory() as folder, OrderStore.open(stored(Path(folder), map(Order, numbers))) as store:
        if typed in numbers or len(fitting) == 1:
            assert store.find(typed).number == (typed if typed in numbers else fitting[0])
            return
        with pytest.raises(OrderNotFound) as problem:
            store.find(typed)
        assert problem.value.message.endswith(": " + ", ".join(fitting[:5]) + more(len(fitting) - 5))


def more(count: int) -> str:
    return f", and {count} more" if count > 0 else ""


@pytest.mark.parametrize(
    "address, number",
    [
        (f"{PAGE}?orderId=8123", "8123"),
        (f"{PAGE}?tradeOrderId=8123", "8123"),
        (f"{PAGE}?orderId=", None),
        (f"{PAGE}?order=8123", None),
        ("8123", None),
        ("http://[", None),
    ],
)
def test_the_number_stands_in_the_address(address: str, number: str | None) -> None:
    assert number_in_address(address) == number
