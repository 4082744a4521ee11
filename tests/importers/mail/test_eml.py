"""One mail tells of one order what its subject says, at the moment at which AliExpress sent it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from aliorder.domain.order import UNKNOWN, Event, Money, Order, SeenStatus, When
from aliorder.importers import Told, file_of
from aliorder.importers.mail.eml import Eml
from aliorder.importers.mail.head import MOST_BYTES
from aliorder.importers.merging import merge
from tests.importers.given import POLICY, Reading
from tests.importers.mail.given import (
    AT,
    MOVING,
    NOTHING,
    ORDER,
    OTHER,
    PARCEL,
    SENDER,
    SENT,
    SHIPPED,
    TERMS,
    forwarded,
    in_base64,
    mail,
    read,
    told,
)

LINK = f'<a href="https://www.aliexpress.com/p/tracking/index.html?_login=yes&amp;tradeOrderId={ORDER}&amp;x=1">'


@pytest.mark.parametrize(
    "step,expected",
    [
        ("order confirmed", told("placed", "paid")),
        ("ready to ship", told("payment-verified", when=UNKNOWN)),
        ("order shipped", SHIPPED),
        ("partially shipped", told("part-shipped")),
        ("collected by the carrier", MOVING),
        ("delivery update", MOVING),
        ("package in transit", MOVING),
        ("out for delivery", MOVING),
        ("awaiting confirmation", MOVING),
        ("delivered", told("delivered")),
    ],
)
def test_a_step_tells_what_happened_and_when(step: str, expected: Reading) -> None:
    assert read(mail(f"Order {ORDER}: {step}")) == expected


def test_an_order_that_waits_for_its_payment_has_that_status() -> None:
    status = SeenStatus("Awaiting payment", SENT)
    order = Order(ORDER, status=status, events=(Event("placed", UNKNOWN),))
    assert read(mail(f"Order {ORDER}: awaiting payment")) == Reading((order,))


def test_a_closed_order_has_that_status() -> None:
    status = SeenStatus("Closed", SENT)
    assert read(mail(f"Your order {ORDER} is closed")) == Reading((Order(ORDER, status=status),))


@pytest.mark.parametrize("step", ["awaiting payment", "is closed"])
def test_a_status_without_a_moment_or_unknown_to_the_policy_tells_nothing(step: str) -> None:
    content = mail(f"Order {ORDER}: {step}")
    assert read(mail(f"Order {ORDER}: {step}", date="someday")) == NOTHING
    assert read(content, TERMS._replace(policy=POLICY)) == NOTHING


def test_the_status_of_a_mail_is_never_assumed() -> None:
    [entry] = Eml().read(file_of("one.eml", mail(f"Your order {ORDER} is closed")), TERMS)
    assert isinstance(entry, Told)
    assert (entry.line, entry.assumed) == (None, False)


@pytest.mark.parametrize("date", ["", "today", "Fri, 04 Sep 2026 12:30:00", "Fri, 04 Sep 2099 12:30:00 +0000"])
def test_without_a_date_that_can_be_believed_the_day_is_unknown(date: str) -> None:
    assert read(mail(date=date)) == MOVING


def test_a_mail_sent_after_the_moment_of_reading_has_no_day() -> None:
    assert read(mail(), TERMS._replace(seen=SENT - timedelta(seconds=1))) == MOVING
    assert read(mail(), TERMS._replace(seen=SENT)) == SHIPPED


@pytest.mark.parametrize(
    "content",
    [
        mail(sender="AliExpress <promotion@aliexpress.com>"),
        mail(sender="AliExpress <account@notice.aliexpress.com>"),
        mail(sender='"transaction@notice.aliexpress.com" <somebody@example.org>'),
        mail("Hello", "How are you?", sender="A Friend <friend@example.org>"),
        mail(f"Fwd: Order {ORDER}: order shipped", f"order {ORDER}", sender="A Friend <friend@example.org>"),
        b"",
    ],
)
def test_mails_of_others_are_passed_over_without_a_word(content: bytes) -> None:
    assert read(content) == NOTHING


def test_a_wording_that_is_not_known_is_told_and_not_guessed() -> None:
    remark = f"1 mail from AliExpress was seen but not understood, for example 'Order {ORDER}: lost at sea'"
    assert read(mail(f"Order {ORDER}: lost at sea")) == Reading(remarks=(remark,))


@pytest.mark.parametrize(
    "step,kind,when", [("has been delivered", "delivered", AT), (": at customs", "shipped", UNKNOWN)]
)
def test_a_mail_about_a_parcel_names_no_order(step: str, kind: str, when: When) -> None:
    order = Order(None, tracking=PARCEL, events=(Event(kind, when),))  # type: ignore[arg-type]
    assert read(mail(f"Package {PARCEL}{step if step[0] == ':' else ' ' + step}")) == Reading((order,))


@pytest.mark.parametrize("text", [f"{LINK}Track</a>", f"<p>Your order {ORDER} is here</p>"])
def test_a_mail_about_a_parcel_that_names_one_order_links_them(text: str) -> None:
    assert read(mail(f"Package {PARCEL} has been delivered", text)) == told("delivered", parcel=PARCEL)


def test_a_mail_about_a_parcel_of_several_orders_is_of_none_of_them() -> None:
    text = f"<p>order {ORDER}, order {OTHER}</p>"
    expected = told("delivered", number=None, parcel=PARCEL)
    assert read(mail(f"Package {PARCEL} has been delivered", text)) == expected


@pytest.mark.parametrize(
    "text,parcel",
    [
        (f"<p>Package {PARCEL}</p>", PARCEL),
        (f"<p>Package {PARCEL}</p><p>Package LP00000000084034</p>", None),
        (f"<p>Package {PARCEL}</p><p>order {OTHER}</p>", None),
        (f"<p>Tracking number {ORDER}</p>", None),
    ],
)
def test_a_mail_about_an_order_tells_its_parcel_if_it_names_one_alone(text: str, parcel: str | None) -> None:
    assert read(mail(text=text)) == told("shipped", parcel=parcel)


def test_a_subject_without_a_number_takes_it_from_the_text_if_there_is_one_alone() -> None:
    subject = "Your order is confirmed"
    assert read(mail(subject, f"<p>Your order {ORDER} is confirmed.</p>")) == told("placed", "paid")
    for text in ("", f"order {ORDER} and order {OTHER}"):
        assert len(read(mail(subject, text)).remarks) == 1


def test_a_mail_about_several_parcels_tells_which_order_each_is_of() -> None:
    links = [f'<a href="?tradeOrderId={number}&trackingNumber=LP0000000008{number[-4:]}">' for number in (ORDER, OTHER)]
    orders = tuple(
        Order(number, tracking=f"LP0000000008{number[-4:]}", events=(Event("shipped", UNKNOWN),))
        for number in (ORDER, OTHER)
    )
    assert read(mail("Tus 2 paquetes tienen actualizaciones de entrega", "".join(links))) == Reading(orders)


def test_the_total_comes_with_the_confirmation_of_one_order_only() -> None:
    confirmed, text = f"Order {ORDER}: order confirmed", "<p>Total: €5.00</p>"
    [order] = read(mail(confirmed, text)).orders
    assert order.total == Money(Decimal("5.00"), "EUR")
    assert read(mail(confirmed, f"{text}<p>order {OTHER}</p>")) == told("placed", "paid")
    assert read(mail(text=text)) == SHIPPED


def test_a_name_an_address_or_a_phone_is_never_read() -> None:
    text = "<p>Hi Jane Doe,</p><p>Ship to 123 Main St. Springfield Jane Doe (+1) 5555555555</p>"
    assert read(mail(text=text)) == SHIPPED


def test_a_body_may_be_wrapped_in_base64() -> None:
    text, header = in_base64(f"<p>Package {PARCEL}</p>")
    assert read(mail(text=text, more=header)) == told("shipped", parcel=PARCEL)


def test_an_attached_mail_counts_with_its_own_headers() -> None:
    inner = mail().decode()
    outer = mail("look", sender="A Friend <friend@example.org>", kind='multipart/mixed; boundary="b"').decode()
    attached = (
        f"{outer}--b\nContent-Type: message/rfc822\n\n{inner}\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
    )
    assert read(attached.encode()) == Reading(SHIPPED.orders * 2)


@pytest.mark.parametrize(
    "head,when",
    [
        (f"From: {SENDER}\nDate: Fri, 04 Sep 2026 12:30:00 +0200\nSubject: it", AT),
        (f"From: {SENDER}\nDate: Fri, Sep 4, 2026 at 12:30\u202fPM\nSubject: it", When(date(2026, 9, 4))),
        (f"From: {SENDER}\nSent: Friday, September 4, 2026 12:30 PM\nTo: me", When(date(2026, 9, 4))),
        (f"Von: {SENDER}\nGesendet: Freitag, 4. September 2026 12:30\nAn: me", When(date(2026, 9, 4))),
        (f"> De : {SENDER}\n> Envoyé : vendredi 4 septembre 2026 12:30\n> À : me", When(date(2026, 9, 4))),
        (f"*Von:* {SENDER}\n*Gesendet:* Fr., 4. Sept. 2026 um 12:30 Uhr", When(date(2026, 9, 4))),
        (f"Betreff: it\nDatum: Fri, 4 Sep 2026 12:30:00 +0200\nVon: {SENDER}", AT),
        (f"보낸 사람: {SENDER}\n날짜: 2026-09-04 12:30", When(date(2026, 9, 4))),
        ("From: AliExpress [mailto:transaction@notice.aliexpress.com]\nSent: 04/09/2026", UNKNOWN),
        (f"From: {SENDER}\nSent: 24/09/2026", When(date(2026, 9, 24))),
        (f"From: {SENDER}\nSent: some Friday", UNKNOWN),
        (f"From: {SENDER}\nDate: Sep 4, 2026\nDate: Sep 5, 2026", UNKNOWN),
        (f"From: {SENDER}\nDate: Sep 4, 2027", UNKNOWN),
        (f"From: {SENDER}", UNKNOWN),
    ],
)
def test_a_quoted_mail_counts_with_the_date_in_its_own_head(head: str, when: When) -> None:
    assert read(forwarded(f"Look at this\n\n{head}\n\nThe text of it")) == told("shipped", when=when)


def test_the_order_of_day_and_month_may_be_said() -> None:
    content = forwarded(f"From: {SENDER}\nSent: 04/09/2026 12:30")
    assert read(content, TERMS._replace(date_order="dmy")) == told("shipped", when=When(date(2026, 9, 4)))


@pytest.mark.parametrize(
    "content",
    [
        forwarded("From: transaction@notice.aliexpress.com <somebody@example.org>\nDate: Sep 4, 2026"),
        forwarded("To: AliExpress <transaction@notice.aliexpress.com>\nDate: Sep 4, 2026"),
        forwarded("The mail from transaction@notice.aliexpress.com"),
        forwarded(f"From: {SENDER}\nDate: Sep 4, 2026", subject=f"Order {ORDER}: order shipped"),
    ],
)
def test_what_only_looks_quoted_is_passed_over(content: bytes) -> None:
    assert read(content) == NOTHING


def test_nothing_above_a_quoted_mail_is_read() -> None:
    text = f"My package LP00000000084034\n\nFrom: {SENDER}\nDate: Sep 4, 2026\n\nPackage {PARCEL}"
    assert read(forwarded(text)) == told("shipped", when=When(date(2026, 9, 4)), parcel=PARCEL)


def test_the_quoted_subject_counts_where_the_outer_one_was_changed() -> None:
    text = f"From: {SENDER}\nSubject: Order {ORDER}: order shipped\nDate: Sep 4, 2026"
    assert read(forwarded(text, subject="Fwd: my cable")) == told("shipped", when=When(date(2026, 9, 4)))


def test_mails_that_only_know_that_it_moves_never_change_the_day_of_shipping() -> None:
    [shipped], [moving] = SHIPPED.orders, MOVING.orders
    assert merge(shipped, moving) == merge(moving, shipped) == shipped


@pytest.mark.parametrize("junk", [b"\xef\xbb\xbf", b"\r\n\n"])
def test_what_stands_before_the_first_header_is_skipped(junk: bytes) -> None:
    assert Eml().claims(file_of("one", junk + mail()))
    assert read(junk + mail()) == SHIPPED


def test_a_mail_with_the_line_ends_of_windows_is_read() -> None:
    assert read(mail(text=f"<p>Package {PARCEL}</p>").replace(b"\n", b"\r\n")) == told("shipped", parcel=PARCEL)


def test_a_mail_that_is_too_large_is_refused_if_it_is_of_aliexpress() -> None:
    filling = "x" * MOST_BYTES
    [problem] = read(mail(text=filling)).problems
    assert (problem.line, problem.why) == (None, "this mail is larger than 4 MiB and was passed over")
    assert read(mail(text=filling, sender="A Friend <friend@example.org>")) == NOTHING


@pytest.mark.parametrize(
    "head",
    [
        mail(),
        mail(sender="A Friend <friend@example.org>"),
        b"Return-Path: <x@example.org>\r\nReceived: from a\r\n\tby b\r\nFrom: x@example.org\r\n",
        b"From: x@example.org\nSubject: a hea",
    ],
)
def test_a_mail_is_claimed_by_its_headers(head: bytes) -> None:
    assert Eml().claims(file_of("no-extension", head))


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b'{"From": "x", "Subject": "y"}',
        b"Order Date,Order ID,Title\n2026-09-04,1,x",
        b"From: address,Subject: y\n",
        b"<html>\nFrom: x@example.org\nSubject: y\n",
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://www.aliexpress.com/\nSubject: Orders\nDate: x\n",
        b"Subject: y\nDate: x\n\nFrom: x@example.org",
        b"From here on all is well\nSubject: y\n",
        b"From 1@xxx Fri Sep 04 10:30:00 +0000 2026\n" + mail(),
        b"\x00\x01\x02\xff",
    ],
)
def test_what_is_no_mail_is_not_claimed(head: bytes) -> None:
    assert not Eml().claims(file_of("some.file", head))
