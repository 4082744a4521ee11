"""A message says what is known of the order, as its language writes it, and nothing else."""

# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.advice import Advice, advise
from aliorder.domain.dates import own_day
from aliorder.domain.order import UNKNOWN, Deadline, Event, Evidence, Item, Money, Order
from aliorder.domain.timeline import counts
from aliorder.domain.vocabulary import ABOUTS, WHYS, About, Why
from aliorder.errors import NotEnoughFacts
from aliorder.messages.drafting import Draft, amount_words, counted, draft, is_told, spelled
from aliorder.messages.language import Language, Place, shipped_codes
from aliorder.messages.subject import EVENT_DAYS, LONGEST_ITEM, NEEDED, SHOWN_DAYS, Subject
from aliorder.messages.template import names_in
from aliorder.policies.messages import RECIPIENTS
from aliorder.words.safe import JOINERS_AND_MARKS, UNSAFE
from aliorder.words.writing import FACT_LABELS
from tests.domain.given import NOON, POLICY, asked, happened, on, shown
from tests.strategies import orders

PLACE = Place(Path("there-is-no-such-folder"))
LANGUAGES = {code: PLACE.load(code) for code in shipped_codes()}
ENGLISH = LANGUAGES["en"]
NUMBER = "8123456789012345"
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")

LEDGER = ENGLISH._replace(
    messages=dict.fromkeys(ABOUTS, "\n".join(f"- {name}={{{name}}}" for name in FACT_LABELS)),
    why={why: f"why {why}" for why in WHYS},
    why_told={why: f"told {why}" for why in WHYS},
    claim={"refund-only": "all of it", "return-goods": "for the goods"},
    locale=None,
)
"""A language whose messages tell each fact by its name, without a locale."""


def usd(text: str) -> Money:
    return Money(Decimal(text), "USD")


def advice_on(order: Order, now: datetime) -> Advice | None:
    try:
        return advise(order, POLICY, now)
    except NotEnoughFacts:
        return None


def about_order(order: Order, now: datetime = NOON) -> Subject:
    """The order with what is advised for it."""
    return Subject(order, advice_on(order, now), now)


def facts_of(subject: Subject, about: About = "when-shipped") -> dict[str, str]:
    """What a message is told, by the names of the facts; what stands as a gap is not among it."""
    lines = draft(about, subject, LEDGER, ENGLISH).text.split("\n")
    told = dict(line.removeprefix("- ").split("=", 1) for line in lines)
    return {name: text for name, text in told.items() if text != LEDGER.gap}


PIECE = Evidence("0" * 64, "photo.jpg", 5, "image/jpeg", NOON)
SENT = Order(
    number=NUMBER,
    title="USB cable",
    store_name="Cable Shop",
    total=usd("12.34"),
    payment="visa",
    tracking="LB123",
    parcel="stuck",
    why="not-received",
    evidence=(PIECE, PIECE._replace(sha256="1" * 64)),
    events=happened(
        placed="2026-09-01",
        paid="2026-09-02",
        payment_verified="2026-09-03",
        cancel_requested="2026-09-04",
        cancel_refused="2026-09-05",
        shipped="2026-09-06",
        message_sent="2026-11-20",
    ),
    deadlines=shown(ship_by="2026-09-09", deliver_by="2026-11-09", protection_until="2026-11-29"),
)
OWED = replace(
    SENT,
    why="defective",
    events=(
        *SENT.events,
        *happened(
            delivered="2026-10-01", dispute_opened="2026-10-03", dispute_lost="2026-10-20", appealed="2026-10-21"
        ),
        Event("dispute-won", on("2026-11-18")),
        Event("refund-started", on("2026-11-19")),
    ),
)
BARE = Order(number=NUMBER)


def with_own_words(subject: Subject) -> Subject:
    """The subject with all that a buyer may add."""
    return subject._replace(amount=usd("5"), details="It is broken.", arn="7412345")


def test_what_is_known_is_told_by_name() -> None:
    assert facts_of(with_own_words(about_order(SENT))) == {
        "about": f"{NUMBER} (USB cable)",
        "order": NUMBER,
        "item": "USB cable",
        "store": "Cable Shop",
        "total": "12.34 USD",
        "placed": "2026-09-01",
        "paid": "2026-09-02",
        "asked": "2026-09-04",
        "refused": "2026-09-05",
        "shipped": "2026-09-06",
        "written": "2026-11-20",
        "ship_by": "2026-09-09",
        "promised": "2026-11-09",
        "protection_until": "2026-11-29",
        "tracking": "LB123",
        "why": "why not-received",
        "amount": "5 USD",
        "details": "It is broken.",
        "arn": "7412345",
        "files": "2 files",
    }


def test_what_happened_later_is_told_too() -> None:
    before, after = facts_of(about_order(SENT)), facts_of(about_order(OWED))
    assert before["claim"] == "all of it"
    assert after == {name: text for name, text in before.items() if name != "claim"} | {
        "why": "why defective",
        "delivered": "2026-10-01",
        "opened": "2026-10-03",
        "decided": "2026-10-20",
        "refund": "12.34 USD",
        "refund_started": "2026-11-19",
        "refund_latest": "2026-12-17",
    }


@pytest.mark.parametrize("about", ABOUTS)
def test_of_an_order_of_which_only_the_number_is_known_only_the_number_is_told(about: About) -> None:
    assert facts_of(about_order(BARE), about) == {"about": NUMBER, "order": NUMBER}


def test_every_fact_can_be_told_and_every_told_fact_is_described() -> None:
    parted = replace(BARE, events=happened(part_shipped="2026-11-20"))
    subjects = (with_own_words(about_order(SENT)), about_order(SENT), about_order(OWED), about_order(parted))
    assert {name for subject in subjects for name in facts_of(subject)} == set(FACT_LABELS)
    assert {*EVENT_DAYS, *SHOWN_DAYS} <= set(FACT_LABELS)


def test_the_newest_event_of_a_kind_is_told_and_one_on_an_unknown_day_is_not() -> None:
    events = (*happened(message_sent="2026-11-20"), *happened(message_sent="2026-11-18", shipped="unknown"))
    assert facts_of(about_order(replace(BARE, events=events))) == {
        "about": NUMBER,
        "order": NUMBER,
        "written": "2026-11-20",
    }


def test_a_known_day_is_told_although_another_such_event_has_none() -> None:
    events = (*happened(message_sent="2026-11-20"), Event("message-sent", UNKNOWN))
    assert facts_of(about_order(replace(BARE, events=events)))["written"] == "2026-11-20"


@pytest.mark.parametrize("later", ["2026-11-23", "2026-11-22T12:00:01+00:00"])
def test_what_is_later_than_now_is_not_told(later: str) -> None:
    assert "shipped" not in facts_of(about_order(replace(BARE, events=happened(shipped=later))))


DAYS = [
    ("2026-11-19T23:30:00+00:00", KIRITIMATI, "2026-11-20"),
    ("2026-11-19T23:30:00+00:00", ZoneInfo("UTC"), "2026-11-19"),
    ("2026-11-19T23:30:00+00:00", ZoneInfo("Pacific/Honolulu"), "2026-11-19"),
    ("2026-11-20T02:00:00+08:00", ZoneInfo("Europe/Berlin"), "2026-11-19"),
    ("2026-11-20", KIRITIMATI, "2026-11-20"),
    ("2026-11-20", ZoneInfo("Pacific/Honolulu"), "2026-11-20"),
]


@pytest.mark.parametrize("moment, zone, day", DAYS)
def test_days_are_those_of_the_buyer(moment: str, zone: ZoneInfo, day: str) -> None:
    order = replace(BARE, events=happened(paid=moment), deadlines=shown(ship_by=moment))
    told = facts_of(about_order(order, NOON.astimezone(zone)))
    assert (told["paid"], told["ship_by"]) == (day, day)


SHOWN = [
    (("2026-11-29", "2026-11-25"), "2026-11-25"),
    (("2026-11-25T10:00:00+00:00", "2026-11-29"), "2026-11-25"),
    (("unknown", "2026-11-29"), "2026-11-29"),
    (("unknown",), None),
]


@pytest.mark.parametrize("days, told", SHOWN)
def test_of_two_shown_deadlines_the_earlier_is_told(days: tuple[str, ...], told: str | None) -> None:
    order = replace(BARE, deadlines=tuple(Deadline("protection-until", on(day)) for day in days))
    assert facts_of(about_order(order)).get("protection_until") == told


def test_a_deadline_that_was_only_worked_out_is_not_told() -> None:
    order = replace(BARE, events=happened(placed="2026-11-18", payment_verified="2026-11-18"))
    subject = about_order(order)
    assert subject.advice is not None
    assert [deadline.id for deadline in subject.advice.deadlines if not deadline.shown] != []
    assert facts_of(subject) == {"about": NUMBER, "order": NUMBER, "placed": "2026-11-18"}


GRANTED: list[tuple[str, tuple[Event, ...], dict[str, str]]] = [
    ("not asked for", happened(paid="2026-11-01"), {}),
    ("asked for", happened(paid="2026-11-01", cancel_requested="2026-11-21"), {}),
    (
        "granted",
        happened(paid="2026-11-01", cancel_accepted="2026-11-20"),
        {"refund": "12.34 USD", "refund_latest": "2026-12-18"},
    ),
    ("come", happened(paid="2026-11-01", cancel_accepted="2026-11-05", refund_received="2026-11-20"), {}),
]


@pytest.mark.parametrize("events, told", [row[1:] for row in GRANTED], ids=[row[0] for row in GRANTED])
def test_a_refund_is_told_only_once_it_is_granted(events: tuple[Event, ...], told: dict[str, str]) -> None:
    order = replace(BARE, total=usd("12.34"), payment="visa", why="not-needed", events=events)
    found = facts_of(about_order(order), "trace-refund")
    assert {name: found[name] for name in ("refund", "refund_latest") if name in found} == told


def test_a_part_of_the_price_that_nobody_named_is_not_told() -> None:
    events = happened(
        paid="2026-09-01", delivered="2026-10-01", dispute_opened="2026-10-03", dispute_agreed="2026-11-18"
    )
    order = replace(BARE, total=usd("12.34"), keep=True, why="defective", events=events)
    assert "refund" not in facts_of(about_order(order), "trace-refund")


TITLES = [
    ("USB cable", "USB cable"),
    ("  USB cable \n", "USB cable"),
    ("one\ntwo\ttabs", "one two tabs"),
    ("a\x1b[31mb\x9b2J", "a [31mb 2J"),
    ("abc\u202edcba\u2066x\u2069", "abc dcba x"),
    ("zero\u200bwidth\ufeff", "zero width"),
    ("\ud800half", "half"),
    ("{order} {if x} {no item}", "{order} {if x} {no item}"),
    ("- a list", "- a list"),
    ("<b>bold</b> & %s", "<b>bold</b> & %s"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("שלום\u200f!", "שלום\u200f!"),
    ("👩\u200d🔧 wrench", "👩\u200d🔧 wrench"),
    ("x" * LONGEST_ITEM, "x" * LONGEST_ITEM),
    ("x" * 10_000, "x" * (LONGEST_ITEM - 1) + "…"),
    ("word " * 100, ("word " * 100)[: LONGEST_ITEM - 1].rstrip() + "…"),
]


@pytest.mark.parametrize("title, item", TITLES)
def test_a_title_is_told_on_one_line_short_and_harmless(title: str, item: str) -> None:
    told = facts_of(about_order(replace(BARE, title=title)))
    assert (told["item"], told["about"]) == (item, f"{NUMBER} ({item})")


NOTHING = ["", " ", "\n", "\x1b", "\u202e", "\u200b", "\u200f", "\u200d \u200e", "\ud800"]


@pytest.mark.parametrize("text", NOTHING)
def test_a_text_of_which_nothing_can_be_read_is_not_known(text: str) -> None:
    order = replace(BARE, title=text, store_name=text, tracking=text, items=(Item(None, text),))
    subject = Subject(order, None, NOON, None, text, text)
    assert facts_of(subject) == {"about": NUMBER, "order": NUMBER}
    assert draft("dispute", subject, ENGLISH, ENGLISH).gaps == ("details",)


def test_without_a_title_the_first_item_that_has_one_is_told() -> None:
    items = (Item(None, None), Item(None, "\x1b"), Item(None, "Lamp"), Item(None, "Socks"))
    assert facts_of(about_order(replace(BARE, items=items)))["item"] == "Lamp"


def test_what_the_buyer_adds_is_told_word_for_word_on_one_line() -> None:
    subject = Subject(BARE, None, NOON, None, " Size 42,\nplease {order}\x1b[31m ", " 74\t12 ")
    told = facts_of(subject, "change-order")
    assert (told["details"], told["arn"]) == ("Size 42, please {order} [31m", "74 12")


WRITTEN_DAYS = [
    ("en", "November 2, 2026"),
    ("zh", "2026年11月2日"),
    ("ru", "2 ноября 2026 г."),
    ("de", "2. November 2026"),
    ("pt", "2 de novembro de 2026"),
    ("es", "2 de noviembre de 2026"),
    ("fr", "2 novembre 2026"),
    ("xx", "2026-11-02"),
]
WRITTEN_AMOUNTS = [
    ("1234.5", "USD", {"en": "1,234.50", "zh": "1,234.50", "ru": "1 234,50", "de": "1.234,50", "pt": "1.234,50"}),
    ("0.1", "USD", {"en": "0.10", "zh": "0.10", "ru": "0,10", "de": "0,10", "pt": "0,10"}),
    ("1200", "JPY", {"en": "1,200", "zh": "1,200", "ru": "1 200", "de": "1.200", "pt": "1.200"}),
    ("1200.5", "JPY", {"en": "1,200.5", "zh": "1,200.5", "ru": "1 200,5", "de": "1.200,5", "pt": "1.200,5"}),
    ("0.5", "KWD", {"en": "0.500", "zh": "0.500", "ru": "0,500", "de": "0,500", "pt": "0,500"}),
    ("12.3456", "EUR", {"en": "12.3456", "zh": "12.3456", "ru": "12,3456", "de": "12,3456", "pt": "12,3456"}),
    ("999999999999.9999", "BRL", {"en": "999,999,999,999.9999", "de": "999.999.999.999,9999"}),
    ("1E+3", "USD", {"en": "1,000.00", "de": "1.000,00"}),
]


def written_in(code: str) -> Language:
    return LANGUAGES.get(code, LEDGER)


def with_plain_blanks(text: str) -> str:
    """The text with blanks where a blank is to keep a line together; which one differs by the age of the tables."""
    return re.sub("[\u00a0\u202f]", " ", text)


@pytest.mark.parametrize("code, day", WRITTEN_DAYS)
def test_a_day_is_written_as_its_readers_do(code: str, day: str) -> None:
    assert with_plain_blanks(spelled(date(2026, 11, 2), written_in(code))) == day


AMOUNT_ROWS = [
    (code, amount, currency, text) for amount, currency, texts in WRITTEN_AMOUNTS for code, text in texts.items()
]


@pytest.mark.parametrize("code, amount, currency, text", AMOUNT_ROWS)
def test_an_amount_is_written_to_its_last_digit_as_its_readers_do(
    code: str, amount: str, currency: str, text: str
) -> None:
    written = amount_words(Money(Decimal(amount), currency), LANGUAGES[code])
    assert with_plain_blanks(written) == f"{text} {currency}"
    assert " " not in written, "an amount is not torn apart at the end of a line"


def test_where_nobody_knows_how_an_amount_is_written_it_stands_in_digits() -> None:
    assert spelled(Money(Decimal("1234.5"), "USD"), LEDGER) == "1234.5 USD"


COUNTS = [
    ("en", {1: "1 file", 2: "2 files", 5: "5 files", 21: "21 files"}),
    ("ru", {1: "1 файл", 2: "2 файла", 5: "5 файлов", 11: "11 файлов", 21: "21 файл", 22: "22 файла"}),
    ("zh", {1: "1个文件", 2: "2个文件", 5: "5个文件"}),
    ("de", {1: "1 Datei", 2: "2 Dateien", 21: "21 Dateien"}),
]


@pytest.mark.parametrize("code, texts", COUNTS)
def test_files_are_counted_in_the_plurals_of_the_language(code: str, texts: dict[int, str]) -> None:
    language = LANGUAGES[code]
    assert {count: counted(language.counted["files"], count, language) for count in texts} == texts


def test_a_plural_without_a_text_is_told_as_the_rest() -> None:
    assert counted({"other": "{n} lêer"}, 1, ENGLISH) == "1 lêer"
    assert counted({"one": "?", "other": "{n} x"}, 1, LEDGER) == "1 x"
    assert counted({}, 1, ENGLISH) is None


def test_without_texts_for_files_they_are_not_told() -> None:
    silent = ENGLISH._replace(counted={})
    assert "file" not in draft("dispute", about_order(SENT), silent, ENGLISH).text
    assert "2 files" in draft("dispute", about_order(SENT), ENGLISH, ENGLISH).text


@pytest.mark.parametrize("about", ABOUTS)
def test_what_the_seller_did_is_told_to_the_seller_and_to_others_each_in_its_words(about: About) -> None:
    told = facts_of(about_order(replace(BARE, why="seller-asks")), about)["why"]
    assert told == ("why seller-asks" if RECIPIENTS[about] == "seller" else "told seller-asks")


def test_a_why_without_a_sentence_is_not_told() -> None:
    subject = about_order(replace(BARE, why="other"))
    assert [draft("report-problem", subject, language, ENGLISH).gaps for language in LANGUAGES.values()] == [
        ("details",)
    ] * len(LANGUAGES)


UNSAID = Subject(BARE, None, NOON)
FAULTY = UNSAID._replace(order=replace(BARE, why="defective"))
GAPS: list[tuple[About, Subject, tuple[str, ...]]] = [
    ("change-order", UNSAID, ("details",)),
    ("change-order", FAULTY, ("details",)),
    ("change-order", UNSAID._replace(details="Size 42"), ()),
    ("dispute", UNSAID, ("details",)),
    ("dispute", FAULTY, ()),
    ("dispute", UNSAID._replace(details="It hums."), ()),
    ("partial-refund", FAULTY._replace(details="It hums."), ("amount",)),
    ("partial-refund", UNSAID._replace(amount=usd("5")), ()),
    ("trace-refund", UNSAID._replace(details="x"), ("arn",)),
    ("trace-refund", UNSAID._replace(arn="74"), ()),
    ("remind", UNSAID, ()),
    ("own-customer", UNSAID, ()),
]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("about, subject, gaps", GAPS)
def test_what_a_message_cannot_do_without_stands_as_a_gap(
    about: About, subject: Subject, gaps: tuple[str, ...], code: str
) -> None:
    made = draft(about, subject, LANGUAGES[code], ENGLISH)
    assert (made.gaps, LANGUAGES[code].gap in made.text) == (gaps, bool(gaps))


def test_a_gap_for_which_a_text_has_no_place_is_none() -> None:
    brief = ENGLISH._replace(messages={"change-order": "Please change it.\n{no details}You know how."})
    assert draft("change-order", UNSAID, brief, ENGLISH) == Draft(
        "change-order", "en", "Please change it. You know how.", ()
    )


def test_what_a_language_lacks_is_told_in_english_with_english_words() -> None:
    half = LEDGER._replace(code="xx", messages={"remind": "Re {order}"}, why={})
    subject = about_order(replace(BARE, why="defective", events=happened(delivered="2026-11-02")))
    assert draft("remind", subject, half, ENGLISH) == Draft("remind", "xx", f"Re {NUMBER}", ())
    assert draft("report-problem", subject, half, ENGLISH) == draft("report-problem", subject, ENGLISH, ENGLISH)
    assert draft("report-problem", subject, half, ENGLISH).language == "en"


def test_a_language_without_phrases_names_the_order_by_its_number() -> None:
    bare = ENGLISH._replace(phrases={}, messages={"remind": "Re {about}"})
    assert draft("remind", about_order(SENT), bare, ENGLISH).text == f"Re {NUMBER}"


def test_whether_a_message_has_a_place_for_a_fact_depends_on_its_language() -> None:
    half = ENGLISH._replace(messages={"remind": "{amount}{if details}x{no arn}"})
    assert [is_told(name, "remind", half, ENGLISH) for name in ("amount", "details", "arn")] == [True, False, False]
    assert [is_told(name, "dispute", half, ENGLISH) for name in ("details", "arn")] == [True, False]


def test_the_message_to_a_seller_in_english() -> None:
    order = replace(SENT, events=happened(paid="2026-11-02"), why=None)
    assert draft("when-shipped", about_order(order), ENGLISH, ENGLISH) == Draft(
        "when-shipped",
        "en",
        f"Hello,\n\nThis is about my order {NUMBER} (USB cable). I paid for it on November 2, 2026. It has not been "
        "shipped so far. The order page gives September 9, 2026 as the last day for it. When will you ship it? Please "
        "tell me also if something is in the way.\n\nThank you.",
        (),
    )


def test_the_text_for_a_dispute_in_chinese() -> None:
    order = replace(SENT, store_name=None, total=None)
    text = draft("dispute", about_order(order), LANGUAGES["zh"], ENGLISH).text
    assert text.split("\n\n")[0].split("\n") == [
        f"- 订单号：{NUMBER}",
        "- 商品：USB cable",
        "- 付款日期：2026年9月2日",
        "- 发货日期：2026年9月6日",
        "- 物流单号：LB123",
        "- 承诺最晚送达日期：2026年11月9日",
    ]


SUBJECTS = {
    "sent": with_own_words(about_order(SENT)),
    "owed": with_own_words(about_order(OWED)),
    "bare": about_order(BARE),
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("about", ABOUTS)
@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
def test_every_message_is_whole_in_every_language(subject: Subject, about: About, code: str) -> None:
    made = draft(about, subject, LANGUAGES[code], ENGLISH)
    assert (made.about, made.language) == (about, code)
    assert re.findall(r"[{}]|None|\bnull\b", made.text) == []
    assert [line for line in made.text.split("\n") if line != line.strip() or line == "-"] == []
    assert "\n\n\n" not in made.text
    assert made.gaps == (NEEDED.get(about, ())[-1:] if subject.order is BARE else ())
    assert made.text.count(LANGUAGES[code].gap) == len(made.gaps)
    assert {NUMBER} >= set(re.findall(r"\d+", made.text)) or subject.order is not BARE


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("about", ABOUTS)
def test_a_fact_that_is_known_is_in_the_text_that_asks_for_it(about: About, code: str) -> None:
    language = LANGUAGES[code]
    marked = language._replace(
        messages={about: "\n".join(f"- {{{name}}}" for name in names_in(language.messages[about]))}
    )
    for subject in SUBJECTS.values():
        facts = draft(about, subject, marked, ENGLISH).text.replace("- ", "").split("\n")
        text = draft(about, subject, language, ENGLISH).text
        assert [fact for fact in facts if fact not in text] == []


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = rf"(?:{MONTHS}) \d{{1,2}}, \d{{4}}"
AMOUNT = r"([\d,]+(?:\.\d+)?)\s(USD|EUR|JPY|KWD|BRL)"


def days_in(text: str) -> Iterator[date]:
    for found in re.findall(DAY, text):
        yield datetime.strptime(found, "%B %d, %Y").replace(tzinfo=UTC).date()


def days_of(subject: Subject) -> set[date | None]:
    """The days that the order and its refund know."""
    order, now = subject.order, subject.now
    whens = [event.when for event in order.events if counts(event, now)]
    whens += [deadline.when for deadline in order.deadlines]
    refund = subject.advice and subject.advice.refund
    return {*(own_day(when, now) for when in whens), refund.latest if refund else None}


@given(asked(), st.sampled_from(ABOUTS), st.none() | st.integers(1, 99))
def test_no_day_no_amount_and_no_number_is_invented(
    question: tuple[Order, datetime], about: About, files: int | None
) -> None:
    order, now = question
    order = replace(order, title="Lamp", evidence=(PIECE,) * (files or 0))
    subject = about_order(order, now)
    text = draft(about, subject, ENGLISH, ENGLISH).text
    assert set(days_in(text)) <= days_of(subject)
    refund = subject.advice and subject.advice.refund
    amounts = {Money(Decimal(amount.replace(",", "")), code) for amount, code in re.findall(AMOUNT, text)}
    assert amounts <= {order.total, refund.amount if refund else None}
    rest = re.sub(f"{DAY}|{AMOUNT}|{order.number}", "", text)
    assert set(re.findall(r"\d+", rest)) <= {str(files)}


@given(orders(), st.sampled_from(ABOUTS), st.sampled_from(list(LANGUAGES)), st.none() | st.text(max_size=30))
def test_whatever_the_order_the_text_can_be_sent(order: Order, about: About, code: str, details: str | None) -> None:
    subject = about_order(order)._replace(details=details)
    made = draft(about, subject, LANGUAGES[code], ENGLISH)
    told = made.text.translate(str.maketrans("", "", f"\n{JOINERS_AND_MARKS}"))
    assert re.search(UNSAFE, told) is None
    assert made.text == made.text.strip()
    assert made.text.startswith(LANGUAGES[code].messages[about].strip()[:2])


@given(st.sampled_from(WHYS), st.sampled_from(ABOUTS), st.sampled_from(list(LANGUAGES)))
def test_the_reason_that_is_told_is_the_true_one(why: Why, about: About, code: str) -> None:
    language = LANGUAGES[code]
    words = language.why if RECIPIENTS[about] == "seller" else language.why_told
    text = draft(about, Subject(replace(BARE, why=why), None, NOON), language, ENGLISH).text
    static = draft(about, Subject(BARE, None, NOON), language, ENGLISH).text
    told = {other for other, sentence in words.items() if sentence in text and sentence not in static}
    assert told <= {why}
    if why == "slow-seller":  # it is told while the order waits to be shipped, and of this one nothing is known
        return
    assert told == {why} or "why" not in names_in(language.messages[about]) or why not in words or words[why] in static


def text_of(order: Order, about: About, **own: object) -> str:
    subject = about_order(order)._replace(**own)  # type: ignore[arg-type]
    return draft(about, subject, ENGLISH, ENGLISH).text


def test_what_was_not_paid_is_no_amount_paid() -> None:
    unpaid = Order(number=NUMBER, total=usd("12.34"), events=happened(placed="2026-11-20"))
    assert "12.34" not in text_of(unpaid, "support")
    assert "Amount paid: 12.34" in text_of(replace(unpaid, events=happened(paid="2026-11-20")), "support")


def test_nobody_waits_for_the_shipping_of_what_is_on_its_way() -> None:
    waiting = Order(number=NUMBER, why="slow-seller", events=happened(payment_verified="2026-09-01"))
    sent = replace(waiting, events=happened(shipped="2026-09-05"))
    assert "It has not been shipped so far." in text_of(waiting, "dispute")
    assert "It has not been shipped so far." not in text_of(sent, "dispute")


def test_of_an_order_that_was_shipped_in_part_only_the_rest_is_asked_for() -> None:
    order = Order(number=NUMBER, events=happened(part_shipped="2026-11-01"))
    assert "A part of it has not been shipped so far." in text_of(order, "when-shipped")
    assert "It has not been shipped so far." not in text_of(order, "when-shipped")
    assert "this is about the rest" in text_of(order, "accept-cancellation")


def test_who_has_not_received_it_does_not_say_when_it_was_delivered() -> None:
    order = Order(number=NUMBER, events=happened(shipped="2026-10-01", delivered="2026-11-18"), why="not-received")
    assert "Delivered" not in text_of(order, "dispute")
    assert "Delivered" in text_of(replace(order, why="defective"), "dispute")


def test_who_asks_for_a_part_does_not_ask_for_all_of_it() -> None:
    assert "full refund" in text_of(SENT, "dispute")
    assert "full refund" not in text_of(SENT, "dispute", amount=usd("5"))
    assert "full refund" in text_of(SENT, "dispute", amount=usd("12.34"))


def test_only_evidence_for_the_matter_that_was_there_by_then_is_counted() -> None:
    later = PIECE._replace(sha256="2" * 64, added=NOON.replace(year=2027))
    other, fitting = PIECE._replace(supports=("refund",)), PIECE._replace(supports=("not-received",))
    for evidence, words in (((later, other), None), ((later, other, fitting, PIECE), "2 files")):
        assert facts_of(about_order(replace(SENT, evidence=evidence))).get("files") == words


@pytest.mark.parametrize("payment, gaps", [("visa", ("arn",)), ("paypal", ()), ("klarna", ()), (None, ("arn",))])
def test_only_a_bank_of_a_card_needs_the_arn(payment: str | None, gaps: tuple[str, ...]) -> None:
    order = Order(number=NUMBER, payment=payment, events=happened(cancel_accepted="2026-08-24"))
    assert draft("trace-refund", about_order(order), ENGLISH, ENGLISH).gaps == gaps
