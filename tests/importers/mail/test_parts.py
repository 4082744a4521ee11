"""The headers of a mail are taken at their word only where nothing about them is unclear."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from aliorder.importers.mail.parts import (
    LONGEST_TYPE,
    MOST_BORDERS,
    MOST_PARTS,
    MOST_TEXT,
    MOST_WORK,
    Damaged,
    is_from_aliexpress,
    moment_in,
    parsed,
    subject_of,
    texts_of,
)
from tests.importers.mail.given import in_base64, mail


@pytest.mark.parametrize(
    "sender",
    [
        "transaction@notice.aliexpress.com",
        "<transaction@notice.aliexpress.com>",
        "AliExpress <Transaction@Notice.AliExpress.com>",
        '"transaction@notice.aliexpress.com" <transaction@notice.aliexpress.com>',
        "=?utf-8?q?AliExpress?=\n <transaction@notice.aliexpress.com>",
        "AliExpress <transaction_at_notice_aliexpress_com_0a1b2c3d_4e5f@privaterelay.appleid.com>",
    ],
)
def test_the_address_of_the_sender_decides(sender: str) -> None:
    assert is_from_aliexpress(parsed(mail(sender=sender)))


@pytest.mark.parametrize(
    "sender",
    [
        "",
        "AliExpress <promotion@aliexpress.com>",
        "AliExpress <account@notice.aliexpress.com>",
        '"transaction@notice.aliexpress.com" <somebody@example.org>',
        "transaction@notice.aliexpress.com <somebody@example.org>",
        "<transaction@notice.aliexpress.com> <somebody@example.org>",
        "somebody@example.org (transaction@notice.aliexpress.com)",
        "AliExpress <transaction@notice.aliexpress.com.example.org>",
        "AliExpress <xtransaction@notice.aliexpress.com>",
        "AliExpress <transaction_at_notice_aliexpress_com_0a1b@example.org>",
        "A <transaction@notice.aliexpress.com>\nFrom: B <transaction@notice.aliexpress.com>",
    ],
)
def test_any_other_sender_is_somebody_else(sender: str) -> None:
    assert not is_from_aliexpress(parsed(mail(sender=sender)))


@pytest.mark.parametrize(
    "written,subject",
    [
        ("=?utf-8?q?Commande_1_=3A_exp=C3=A9di=C3=A9e?=", "Commande 1 : expédiée"),
        ("=?UTF-8?B?5pel5pys?= =?UTF-8?B?6Kqe?=", "日本語"),
        ("=?utf-8?q?Zam=C3?= =?utf-8?q?=B3wienie?=", "Zamówienie"),
        ("=?iso-8859-2?q?zam=F3wienie?=", "zamówienie"),
        ("folded\n  over\n\tlines", "folded over lines"),
        ("geschrieben in Ümlauten", "geschrieben in Ümlauten"),
        ("=?nonsense?q?caf=C3=A9?=", "café"),
        ("=?utf-8?b?a?=", "=?utf-8?b?a?="),
        ("=?idna?q?xn--a?=", "xn--a"),
    ],
)
def test_a_subject_is_read_in_whatever_way_it_is_wrapped(written: str, subject: str) -> None:
    assert subject_of(parsed(mail(written))) == subject


@pytest.mark.parametrize(
    "date,moment",
    [
        ("Fri, 04 Sep 2026 12:30:00 +0200", datetime(2026, 9, 4, 10, 30, tzinfo=UTC)),
        ("Fri, 4 Sep 2026 23:30:01 -0330 (NDT)", datetime(2026, 9, 5, 3, 0, 1, tzinfo=UTC)),
        ("4 sep 2026 12:30 GMT", datetime(2026, 9, 4, 12, 30, tzinfo=UTC)),
        ("Fri, 04 Sep 2026 12:30:00 -0000", datetime(2026, 9, 4, 12, 30, tzinfo=UTC)),
        ("Fri, 04 Sep 2026 12:30:00", None),
        ("Fri, 04 Sep 2026 12:30:00 EST", None),
        ("Fri, 31 Sep 2026 12:30:00 +0000", None),
        ("Fri, 04 Sep 2026 25:30:00 +0000", None),
        ("Fri, 04 Sep 2026 12:30:00 +9900", None),
        ("Fri, 04 Sep 26 12:30:00 +0000", None),
        ("Fri, 04 Sep 1999 12:30:00 +0000", None),
        ("Fri, 04 Foo 2026 12:30:00 +0000", None),
        ("2026-09-04T12:30:00Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_only_a_date_with_its_zone_is_a_moment(date: str, moment: datetime | None) -> None:
    assert moment_in(date) == moment


def test_a_text_is_unwrapped_and_read_in_its_own_charset() -> None:
    text, header = in_base64("naïve")
    assert list(texts_of(parsed(mail(text=text, more=header)), "html")) == ["naïve"]
    latin = mail(text="", kind="text/html; charset=iso-8859-1") + "naïve".encode("latin-1")
    assert [page.strip() for page in texts_of(parsed(latin), "html")] == ["naïve"]


def test_of_a_long_mail_only_the_beginning_is_read() -> None:
    assert [len(text) for text in texts_of(parsed(mail(text="x" * (MOST_TEXT + 10))), "html")] == [MOST_TEXT]


@pytest.mark.parametrize(
    "content",
    [
        mail(text="Content-Type: multipart/mixed\n" * (MOST_PARTS + 1)),
        mail(kind='multipart/mixed; boundary="b"', text="--b\n" * (MOST_BORDERS + 1)),
        mail(kind='multipart/mixed; boundary="b"', text="\n" * (MOST_WORK + 1)),
        mail(kind="text/html" + ";" * LONGEST_TYPE),
        mail(kind="text/html" + ";\n ;" * LONGEST_TYPE),
    ],
)
def test_a_mail_made_to_keep_its_reader_busy_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        parsed(content)
