"""A mailbox tells what its mails tell, one after the other, however large it is."""

from __future__ import annotations

import tracemalloc
from io import BufferedReader, BytesIO, RawIOBase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers import Problem, Told, file_of
from aliorder.importers.mail.head import MOST_BYTES, RawMail
from aliorder.importers.mail.mbox import LONGEST_LINE, Mbox, mails_of
from tests.importers.given import Reading
from tests.importers.mail.given import ORDER, OTHER, SHIPPED, TERMS, mail, mailbox, read_box, told

FRIEND = "A Friend <friend@example.org>"
SEPARATOR = b"From 1@xxx Fri Sep 04 10:30:00 +0000 2026\n"


def test_every_order_mail_is_told_with_the_line_of_its_separator() -> None:
    box = mailbox(mail(), mail("Hello", sender=FRIEND), mail(f"Order {OTHER}: order shipped"))
    entries = list(Mbox().read(file_of("all.mbox", box), TERMS))
    orders = (*SHIPPED.orders, *told("shipped", number=OTHER).orders)
    assert entries == [Told(orders[0], 1), Told(orders[1], 19)]


def test_mails_that_are_not_understood_are_counted_once() -> None:
    box = mailbox(mail(f"Order {ORDER}: lost at sea"), mail(), mail("Your account"), mail("Sale", sender=FRIEND))
    example = f"for example 'Order {ORDER}: lost at sea'"
    remark = f"2 mails from AliExpress were seen but not understood, {example}"
    assert read_box(box) == SHIPPED._replace(remarks=(remark,))


def test_a_mailbox_without_order_mails_says_nothing() -> None:
    assert (
        read_box(mailbox(mail("Hello", sender=FRIEND), mail(sender="AliExpress <promotion@aliexpress.com>")))
        == Reading()
    )


def test_a_sentence_that_begins_like_a_separator_cuts_no_mail() -> None:
    text = "<p>dear buyer</p>\n\nFrom now on all is well\n\nFrom: here\n\n<p>Package JY11BBB0B000000034</p>"
    assert read_box(mailbox(mail(text=text))) == told("shipped", parcel="JY11BBB0B000000034")


@pytest.mark.parametrize(
    "separator", [b"From \n", b"From - Fri Sep 04 10:30:00 2026\r\n", SEPARATOR + b">From x@y z\n"]
)
def test_separators_of_other_programs_are_known(separator: bytes) -> None:
    box = separator + mail() + b"\n" + separator + mail()
    assert Mbox().claims(file_of("Inbox", box))
    assert read_box(box) == Reading(SHIPPED.orders * 2)


def test_a_mailbox_may_begin_with_a_mark_or_blank_lines() -> None:
    for junk in (b"\xef\xbb\xbf", b"\n\r\n"):
        assert Mbox().claims(file_of("Inbox", junk + mailbox(mail())))
        assert read_box(junk + mailbox(mail())) == SHIPPED


def test_a_damaged_mail_stops_no_other() -> None:
    damaged = mail(kind='multipart/mixed; boundary*99999="b"', text="multipart/" * 200)
    assert read_box(mailbox(damaged, mail(), b"\x00\xff\xfe")) == SHIPPED


def test_a_mail_that_is_too_large_is_passed_over_and_told_if_it_is_of_aliexpress() -> None:
    filling = "x" * MOST_BYTES
    entries = list(
        Mbox().read(file_of("b", mailbox(mail(text=filling), mail(text=filling, sender=FRIEND), mail())), TERMS)
    )
    problem = Problem("b", 1, None, "this mail is larger than 4 MiB and was passed over")
    assert entries == [problem, Told(SHIPPED.orders[0], 19)]


@pytest.mark.parametrize(
    "head", [b"", b"From \n", b"From me to you\nwith love\n", b"{}", mail(), b"From x\n\nSubject: y\n"]
)
def test_what_is_no_mailbox_is_not_claimed(head: bytes) -> None:
    assert not Mbox().claims(file_of("some.file", head))


@given(st.lists(st.lists(st.sampled_from([b"From ", b"x\n", b"\n", b"\r\n", b"Subject: y\n", b"a b"])).map(b"".join)))
def test_no_byte_of_a_mailbox_is_told_twice(pieces: list[bytes]) -> None:
    box = b"".join(SEPARATOR + b"To: x\n" + piece + b"\n\n" for piece in pieces)
    mails = list(mails_of(BytesIO(box)))
    assert sum(len(raw.content) for raw in mails) <= len(box)
    assert [raw.line for raw in mails] == sorted({raw.line for raw in mails if raw.line is not None})


class Repeated(RawIOBase):
    """A file of the same bytes, so many times, without ever being in memory as a whole."""

    def __init__(self, content: bytes, times: int) -> None:
        self.content = content
        self.left = times

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        view = memoryview(buffer)
        length = min(len(view), len(self.content) - self.place) if self.left else 0
        view[:length] = self.content[self.place : self.place + length]
        self.place += length
        if self.place == len(self.content):
            self.place, self.left = 0, self.left - 1
        return length

    place = 0


def test_no_more_than_one_mail_is_held_in_memory() -> None:
    content = mailbox(mail(text="<p>nothing</p>\n" * 2000))
    tracemalloc.start()
    count = sum(raw.whole for raw in mails_of(BufferedReader(Repeated(content, 40))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 40
    assert peak < 10 * len(content)


def test_a_line_without_end_is_cut_into_pieces() -> None:
    box = SEPARATOR + b"Subject: " + b"x" * (3 * LONGEST_LINE) + b"\n\n" + SEPARATOR + b"To: y\n"
    assert [raw.line for raw in mails_of(BytesIO(box))] == [1, 4]
    assert next(mails_of(BytesIO(box))) == RawMail(1, b"Subject: " + b"x" * (3 * LONGEST_LINE) + b"\n\n")
