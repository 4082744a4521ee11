"""The traps in mails."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aliorder.domain.order import Event, When
from tests.cli.given import ran
from tests.importers.taken import NOW, SAMPLES, bent, days, golden_orders, take_in, written

MBOX = "email/sample.mbox"
CONFIRMED, SHIPPED, DELIVERED, FRENCH, POLISH, PROMOTION = (
    f"email/{name}.eml"
    for name in (
        "en-order-confirmed",
        "en-order-shipped",
        "en-package-delivered",
        "fr-commande-expediee",
        "pl-zamowienie-potwierdzone",
        "promo-must-be-ignored",
    )
)
NUMBER, PARCEL = "8219000000020001", "JY00AAA0A000000012"
POLISH_SUBJECT = "=?utf-8?q?Zam=C3=B3wienie_3050000000025504=3A_zam=C3=B3wienie_potwierdzone?="
ENVELOPE = "From MAILER-DAEMON Sun Nov 22 06:41:12 2026\n"


def text_of(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")


def encoded(text: str) -> str:
    """The text as a mail's header may write it."""
    return f"=?UTF-8?B?{base64.b64encode(text.encode()).decode()}?="


def mail(sender: str, subject: str, body: str) -> bytes:
    head = f"From: {sender}\nTo: me@example.com\nSubject: {subject}\nDate: Sun, 20 Sep 2026 10:00:00 +0000\n"
    return f"{head}Content-Type: text/plain; charset=UTF-8\n\n{body}".encode()


# Parcels


def test_a_mail_about_a_parcel_tells_of_the_order_that_has_it(tmp_path: Path) -> None:
    facts = ("--tracking", PARCEL, "--event", "shipped=2026-09-02")
    assert ran("--home", str(tmp_path), "add", NUMBER, *facts, now=NOW).code == 0
    done = take_in(tmp_path, SAMPLES / DELIVERED)
    assert (done.code, done.order(NUMBER).tracking, days(done.order(NUMBER))) == (
        0,
        PARCEL,
        [("shipped", "2026-09-02"), ("delivered", "2026-09-10T11:40:56+00:00")],
    )


def test_the_parcel_may_be_learnt_after_its_mail(tmp_path: Path) -> None:
    assert take_in(tmp_path, SAMPLES / DELIVERED).code == 4
    assert ran("--home", str(tmp_path), "add", NUMBER, "--tracking", PARCEL, now=NOW).code == 0
    done = take_in(tmp_path, SAMPLES / DELIVERED)
    assert (done.code, days(done.order(NUMBER))) == (0, [("delivered", "2026-09-10T11:40:56+00:00")])


def test_a_parcel_of_no_known_order_is_refused_once_however_many_mails_name_it(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / MBOX)
    assert (done.code, len(done.refused)) == (4, 1)
    assert PARCEL in done.refused[0]["why"]


# Subjects


@pytest.mark.parametrize(
    "subject",
    [
        POLISH_SUBJECT,
        encoded("Zamówienie 3050000000025504: zamówienie potwierdzone"),
        f"{encoded('Zamówienie 3050000000025504: zamó')}\n {encoded('wienie potwierdzone')}",
    ],
)
def test_a_subject_may_be_encoded_in_any_way(subject: str, tmp_path: Path) -> None:
    path = bent(tmp_path, POLISH, (POLISH_SUBJECT, subject))
    assert take_in(tmp_path / "home", path).orders == golden_orders(POLISH)


@pytest.mark.parametrize("blank", ["_", "=C2=A0", "=E2=80=AF", ""])
def test_a_blank_before_the_colon_makes_no_difference(blank: str, tmp_path: Path) -> None:
    path = bent(tmp_path, FRENCH, ("25504_=3A", f"25504{blank}=3A"))
    assert take_in(tmp_path / "home", path).orders == golden_orders(FRENCH)


# Senders


@pytest.mark.parametrize(
    "sender",
    [
        "AliExpress <promotion@aliexpress.com>",
        "AliExpress <choiceservice@aliexpress.com>",
        "AliExpress <transaction@notice.aliexpress.com.example>",
        '"transaction@notice.aliexpress.com" <thief@example.com>',
    ],
)
def test_only_the_sender_of_order_mails_is_believed(sender: str, tmp_path: Path) -> None:
    path = bent(tmp_path, SHIPPED, ("From: AliExpress <transaction@notice.aliexpress.com>", f"From: {sender}"))
    done = take_in(tmp_path / "home", path)
    assert (done.orders, done.refused) == ((), [])


def test_an_advertisement_is_passed_over_in_silence(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / PROMOTION)
    assert (done.code, done.orders, done.refused) == (0, (), [])


# Forwarded


def test_a_mail_forwarded_as_an_attachment_tells_what_it_told(tmp_path: Path) -> None:
    head = (
        "From: me@example.com\nTo: other@example.com\nSubject: Fwd: parcel\n"
        "Date: Sun, 20 Sep 2026 10:00:00 +0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n"
    )
    path = written(tmp_path, "forwarded.eml", f"{head}{text_of(SHIPPED)}\n--b--\n".encode())
    assert take_in(tmp_path / "home", path).orders == golden_orders(SHIPPED)


def test_a_mail_forwarded_as_text_tells_what_it_told(tmp_path: Path) -> None:
    body = (
        "-------- Forwarded Message --------\n"
        f"Subject: Order {NUMBER}: order shipped\n"
        "Date: Wed, 2 Sep 2026 00:51:43 +0000\n"
        "From: AliExpress <transaction@notice.aliexpress.com>\n"
        "To: me@example.com\n\nTrack your order\n"
    )
    path = written(tmp_path, "forwarded.eml", mail("me@example.com", f"Fwd: Order {NUMBER}: order shipped", body))
    assert take_in(tmp_path / "home", path).orders == golden_orders(SHIPPED)


# Many mails in one file


def test_the_mails_of_one_order_are_one_order(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / MBOX)
    assert (done.orders, done.counts) == (golden_orders(MBOX), (2, 0, 0))


def test_a_file_of_mails_may_have_lines_of_either_ending(tmp_path: Path) -> None:
    path = bent(tmp_path, MBOX, ("\n", "\r\n"))
    assert take_in(tmp_path / "home", path).orders == golden_orders(MBOX)


def test_a_line_that_only_looks_like_the_start_of_a_mail_is_none(tmp_path: Path) -> None:
    quoted = text_of(SHIPPED) + "\n>From what I hear, it is late.\n"
    path = written(tmp_path, "two.mbox", f"{ENVELOPE}{quoted}\n{ENVELOPE}{text_of(CONFIRMED)}\n".encode())
    (confirmed,), (shipped,) = golden_orders(CONFIRMED), golden_orders(SHIPPED)
    done = take_in(tmp_path / "home", path)
    assert done.orders == (replace(confirmed, events=(*confirmed.events, *shipped.events)),)


def test_a_moment_beats_a_day_that_nobody_knows(tmp_path: Path) -> None:
    take_in(tmp_path, SAMPLES / "email/en-awaiting-confirmation.eml")
    shipped = When(at=datetime(2026, 9, 2, 0, 51, 43, tzinfo=UTC))
    assert take_in(tmp_path, SAMPLES / SHIPPED).order(NUMBER).events == (Event("shipped", shipped),)
