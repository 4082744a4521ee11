"""Order mails inside other mails: attached, or quoted with the head of the original above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from email.message import Message
from typing import NamedTuple

from aliorder.domain.order import UNKNOWN, When
from aliorder.importers import Terms
from aliorder.importers.mail.body import Body, body_of
from aliorder.importers.mail.parts import (
    header,
    is_from_aliexpress,
    is_sender,
    moment_in,
    parsed,
    parts_of,
    subject_of,
    texts_of,
)
from aliorder.importers.mail.subjects import original
from aliorder.importers.values.days import Days
from aliorder.importers.values.reading import Unreadable

FROM_LABELS = (
    "from von de od da van från fra från от kimden gönderen feladó odesílatel lähettäjä"
    " 보낸사람 발신 发件人 寄件者 差出人"
)
DATE_LABELS = (
    "date sent datum gesendet envoyé fecha enviado data wysłano inviato verzonden skickat sendt dato дата отправлено"
    " tarih gönderildi dátum odesláno lähetetty 보낸날짜 날짜 日期 发送时间 寄件日期 日時 送信日時"
)
SUBJECT_LABELS = (
    "subject betreff objet asunto assunto temat oggetto onderwerp ämne emne тема konu tárgy předmět aihe"
    " 제목 主题 主旨 件名"
)
LABELLED = re.compile(r"[>\s*]*([^\W\d_]+(?: [^\W\d_]+)?) ?: ?\**(.*)", re.DOTALL)
ADDRESS = re.compile(r"[^\s<>\[\]()\"':;,]+@[^\s<>\[\]()\"':;,]+")
LONGEST = 300
"""No line in the head of a mail is longer, in characters."""

BLOCK = 8
"""The head of a quoted mail has no more lines before or after that of its sender."""

WEEKDAY = re.compile(r"[^\W\d_]+\.?(?:, *(?=.*[0-9])| (?=[0-9]{1,2}\.? [^\W\d_]))")
CLOCK = re.compile(r"[,\s]+(?:[^\W\d_]+\s+){0,2}[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?(?![.0-9]).*", re.DOTALL)


class Mail(NamedTuple):
    """An order mail: what its subject may be (the likest first), when AliExpress sent it, and what it says."""

    subjects: tuple[str, ...]
    sent: When
    body: Body


def mails_in(content: bytes, terms: Terms) -> list[Mail]:
    """The order mails that a mail is, or holds; none if AliExpress wrote none of it. Raises `Damaged`.

    Attached mails go before quoted ones. When a mail was forwarded says nothing and is never read.
    """
    message = parsed(content)
    if is_from_aliexpress(message):
        return [mail_of(message, terms)]
    inner = (part for part in parts_of(message)[1:] if is_from_aliexpress(part))
    attached = [mail_of(part, terms) for part in inner]
    return attached or quoted_in(message, terms)


def mail_of(message: Message, terms: Terms) -> Mail:
    """An order mail as AliExpress sent it."""
    moment = past(moment_in(header(message, "date")), terms)
    body = body_of(texts_of(message, "plain"), texts_of(message, "html"))
    return Mail((subject_of(message),), When(at=moment) if moment else UNKNOWN, body)


def past(moment: datetime | None, terms: Terms) -> datetime | None:
    """The moment, unless it is later than that of reading."""
    return moment if moment and moment <= terms.seen else None


def quoted_in(message: Message, terms: Terms) -> list[Mail]:
    """The order mail that is quoted in a forwarded one, if any."""
    subject = subject_of(message)
    if not original(subject).forwarded:
        return []
    body = body_of(texts_of(message, "plain"), texts_of(message, "html"))
    lines = body.text.splitlines()
    start = max((place for place, line in enumerate(lines) if names_sender(line)), default=None)
    if start is None:
        return []
    head = lines[max(0, start - BLOCK) : start + BLOCK]
    subjects = (subject, *values_of(head, SUBJECT_LABELS))
    text = "\n".join(lines[start:])
    return [Mail(subjects, when_sent(values_of(head, DATE_LABELS), terms), Body(text, body.source))]


def names_sender(line: str) -> bool:
    """Whether the line is the From of a quoted order mail: with the address of order mails and no other."""
    addresses = [address for value in values_of([line], FROM_LABELS) for address in ADDRESS.findall(value)]
    return bool(addresses) and all(map(is_sender, addresses))


def values_of(lines: Iterable[str], labels: str) -> list[str]:
    """What stands after one of the labels at the start of a line, line by line, each value once."""
    wanted = set(labels.split())
    found = (LABELLED.fullmatch(line) for line in lines if len(line) <= LONGEST)
    named = (match for match in found if match and match[1].casefold().replace(" ", "") in wanted)
    return list(dict.fromkeys(match[2].strip() for match in named))


def when_sent(dates: Sequence[str], terms: Terms) -> When:
    """The time in the head of a quoted mail: the moment, else the day, if exactly one can be read without guessing."""
    if len(dates) != 1:
        return UNKNOWN
    moment = moment_in(dates[0])
    if moment:
        return When(at=moment) if past(moment, terms) else UNKNOWN
    bare = CLOCK.sub("", WEEKDAY.sub("", dates[0], count=1)).strip()
    try:
        day = Days(terms.date_order, lambda: (bare,)).read(bare)
    except Unreadable:
        return UNKNOWN
    return When(day) if day <= (terms.seen + timedelta(days=1)).date() else UNKNOWN
