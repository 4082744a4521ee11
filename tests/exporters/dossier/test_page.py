"""The page: everything is told, nothing in it runs, loads or leads away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from aliorder.domain.advice import advise
from aliorder.domain.order import Event, Evidence, Item, Money, Order, When
from aliorder.domain.vocabulary import EventKind
from aliorder.exporters.dossier.model import Dossier
from aliorder.exporters.dossier.page import as_text, pages
from aliorder.exporters.dossier.previews import Preview
from aliorder.policies import load_policy
from tests.dossier_example import AGAIN, ARABIC, ASKING, HEBREW, HOSTILE, NOW, REFUSAL, Contents, example
from tests.strategies import orders

POLICY = load_policy()
TRAPS = (
    HOSTILE,
    "</style></title></svg><iframe src=//evil.example>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}{# #}",
    "&lt;&amp;&#39;\"'><b onmouseover=alert(1)>",
    "]]><!-- --><![CDATA[",
)
JOINED = "می\u200cخواهم 👩\u200d🔧 \u200f"  # noqa: RUF001 - Persian, which needs its joiners
PIXEL = Preview("image/jpeg", 1, 1, b"\xff\xd8")


def no_picture(_exhibit: object) -> None:
    return None


def text_of(dossier: Dossier, picture: Preview | None = None) -> str:
    return "".join(pages(dossier, lambda _exhibit: picture))


def tree_of(dossier: Dossier) -> html.HtmlElement:
    return html.document_fromstring(text_of(dossier, PIXEL))


def words_of(tree: html.HtmlElement) -> str:
    return "".join(tree.itertext())


def dossier_of(order: Order) -> Dossier:
    return Dossier(order, POLICY, NOW, "0.6.0")


def trapped(trap: str) -> Dossier:
    """A dossier in which everything that others write is a trap."""
    evidence = Evidence("0" * 64, trap, 5, trap, NOW, "photo", When(), trap)
    order = Order(
        number=trap,
        title=trap,
        store_name=trap,
        payment=trap,
        tracking=trap,
        items=(Item(None, trap, 1, Money(Decimal(1), "USD")),),
        total=Money(Decimal(1), "USD"),
        events=(Event("message-sent", When(), text=trap), Event("refund-received", When(), Money(Decimal(1), "USD"))),
        evidence=(evidence,),
    )
    return dossier_of(order)._replace(name=trap, ask=trap, details=trap)


@pytest.mark.parametrize("trap", TRAPS)
def test_what_others_wrote_is_text_and_nothing_else(trap: str) -> None:
    tree = tree_of(trapped(trap))
    plain = tree_of(trapped("zebra"))
    assert [element.tag for element in tree.iter("*")] == [element.tag for element in plain.iter("*")]
    assert [element.keys() for element in tree.iter("*")] == [element.keys() for element in plain.iter("*")]
    assert words_of(tree).count(trap) == words_of(plain).count("zebra")


def test_the_page_has_no_script_and_nothing_that_could_hold_one() -> None:
    tree = tree_of(example(Contents()))
    tags = {element.tag for element in tree.iter("*")}
    assert (
        tags & {"script", "iframe", "object", "embed", "link", "base", "form", "input", "audio", "video", "use"}
        == set()
    )
    assert [name for element in tree.iter("*") for name in element.keys() if name.startswith("on")] == []  # noqa: SIM118


def test_every_address_is_a_file_of_the_dossier_a_place_on_the_page_or_a_picture_in_it() -> None:
    dossier = example(Contents())
    tree = tree_of(dossier)
    addresses = {address for _, _, address, _ in tree.iterlinks()}
    own = {exhibit.file for exhibit in dossier.exhibits}
    ids = {f"#{name}" for name in tree.xpath("//@id")}
    assert {address for address in addresses if not address.startswith("data:image/jpeg;base64,")} - own <= ids
    assert not re.search(r"url\(|@import", text_of(dossier))


def test_the_page_forbids_the_browser_to_load_anything() -> None:
    tree = tree_of(example(Contents()))
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    assert tree.xpath("string(//meta[@name='referrer']/@content)") == "no-referrer"
    assert tree.get("lang") == "en"


@pytest.mark.parametrize("text", [ASKING, AGAIN, REFUSAL, ARABIC, HEBREW])
def test_what_was_written_stands_there_word_for_word(text: str) -> None:
    assert text in words_of(tree_of(example(Contents())))


def test_every_text_of_others_has_its_own_direction_and_no_language() -> None:
    tree = tree_of(example(Contents()))
    assert [str(bdi.get("lang")) for bdi in tree.iter("bdi") if bdi.get("lang") != ""] == []
    assert {element.get("dir") for element in tree.find_class("text")} == {"auto"}


def test_headings_are_in_order_and_pictures_say_what_they_show() -> None:
    tree = tree_of(example(Contents()))
    levels = [int(str(element.tag)[1]) for element in tree.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [picture for picture in tree.iter("img") if not picture.get("alt")] == []
    assert {cell.get("scope") for cell in tree.iter("th")} == {"col"}


def test_the_page_tells_who_what_and_what_is_asked_first() -> None:
    text = words_of(tree_of(example(Contents())))
    order = ["8123456789012345", "A full refund: 34.27 EUR", "Maria Beispiel", "Example Audio Store", "Timeline"]
    order += [
        "Deadlines",
        "As the order page showed them",
        "Worked out from the rules",
        "What happened",
        "Messages",
        "Evidence",
        "What the checksums prove",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_without_a_name_the_buyer_stays_unnamed_and_notes_stay_private() -> None:
    dossier = example(Contents())
    dossier = dossier._replace(name=None, order=replace(dossier.order, notes=("my secret",), alias="myalias"))
    text = words_of(tree_of(dossier))
    assert "the buyer of this order" in text
    assert "Maria" not in text
    assert "my secret" not in text
    assert "myalias" not in text


def test_what_the_buyer_asks_for_beats_the_advice() -> None:
    dossier = example(Contents())
    asked = [
        tree_of(given).find_class("ask")[0].text
        for given in (
            dossier._replace(ask="Half of it", amount=Money(Decimal("17.00"), "EUR")),
            dossier._replace(amount=Money(Decimal("17.00"), "EUR")),
            dossier._replace(advice=None),
            dossier._replace(advice=None, amount=Money(Decimal("17.00"), "EUR")),
        )
    ]
    assert asked == [
        "Half of it (17.00 EUR)",
        "A full refund: 17.00 EUR, without sending anything back.",
        "Nothing is asked for with this dossier. It tells how the order stands.",
        "17.00 EUR, to be paid to the buyer.",
    ]


def test_evidence_that_is_left_out_says_so_and_has_no_link() -> None:
    dossier = example(Contents())._replace(left_out={1: "missing", 2: "changed"})
    tree = tree_of(dossier)
    links = {address for _, _, address, _ in tree.iterlinks()}
    assert {exhibit.number for exhibit in dossier.exhibits if exhibit.file not in links} == {1, 2}
    assert words_of(tree).count("Not enclosed: ") == 2


def test_what_the_buyer_told_others_than_the_two_sides_stays_private() -> None:
    kinds: tuple[EventKind, ...] = ("claimed-outside", "refund-chased", "payout-asked", "delivered")
    order = Order(events=tuple(Event(kind, When(), text=f"secret of {kind}") for kind in kinds))
    text = words_of(tree_of(dossier_of(order)))
    assert ("secret" in text, "claimed outside AliExpress" in text) == (False, True)


def test_an_order_without_items_has_no_number_of_them() -> None:
    text = words_of(tree_of(dossier_of(Order(title="A lamp"))))
    assert ("A lamp" in text, "×" in text) == (True, False)
    item = Item(None, "A lamp", 2, Money(Decimal("1.50"), "USD"))
    assert "A lamp × 2, 1.50 USD each" in " ".join(words_of(tree_of(dossier_of(Order(items=(item,))))).split())


def silent() -> Order:
    """An order about which a dispute has had no answer for a week."""
    days: dict[EventKind, date] = {
        "placed": date(2026, 9, 1),
        "paid": date(2026, 9, 1),
        "shipped": date(2026, 9, 3),
        "dispute-opened": date(2026, 10, 20),
    }
    events = tuple(Event(kind, When(day)) for kind, day in days.items())
    return Order(events=events, why="not-received", total=Money(Decimal("12.34"), "USD"))


def test_a_refund_that_nobody_granted_is_not_called_granted() -> None:
    now = NOW.replace(month=10, day=27)
    dossier = Dossier(silent(), POLICY, now, "0.6.0", advise(silent(), POLICY, now))
    tree = tree_of(dossier)
    assert dossier.advice is not None
    assert dossier.advice.stage.id == "refunding"
    assert (tree.find_class("ask")[0].text, tree.find_class("case")[0].text) == (
        "A full refund: 12.34 USD, without sending anything back.",
        "not received",
    )
    assert "granted" not in words_of(tree)
    assert "without an answer the buyer's proposal is carried out" in words_of(tree)


def test_silence_is_no_rule_once_the_seller_has_refused() -> None:
    refused = replace(silent(), events=(*silent().events, Event("dispute-refused", When(date(2026, 10, 22)))))
    assert "without an answer" not in words_of(tree_of(dossier_of(refused)))


def test_the_page_says_what_the_sums_prove_and_what_the_seal() -> None:
    text = " ".join(words_of(tree_of(example(Contents()))).split())
    assert "Who has the seal, told apart from the dossier, can tell that the list itself was not changed" in text
    assert "None of it proves who made the dossier" in text
    assert "nothing was changed since" not in text


def test_times_are_in_a_zone_that_has_summer_and_winter() -> None:
    text = words_of(tree_of(example(Contents())))
    assert ("Times are in the zone Europe/Berlin." in text, "UTC+01:00" in text) == (True, False)


def test_a_page_about_nothing_is_a_page() -> None:
    assert "Nothing is noted." in text_of(dossier_of(Order()))


@given(orders(), st.booleans())
def test_any_order_makes_a_page(order: Order, advised: bool) -> None:
    dossier = dossier_of(order)
    if advised and order.events:
        dossier = dossier._replace(
            advice=advise(replace(order, events=(*order.events, Event("paid", When()))), POLICY, NOW)
        )
    text = text_of(dossier)
    text.encode("utf-8")
    assert etree.HTML(text) is not None


@pytest.mark.parametrize(
    "given, shown",
    [
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("\x00\x1b[31m\x7f\x85", "��[31m��"),
        ("\u202egnp.exe", "�gnp.exe"),
        ("\ud800", "�"),
        (JOINED, JOINED),
    ],
)
def test_only_what_is_no_character_is_replaced(given: str, shown: str) -> None:
    assert as_text(given) == shown


def luminance(colour: str) -> float:
    """How bright a colour such as #1b2129 or #fff is, as the accessibility guidelines reckon it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


STYLE = (files("aliorder.exporters.dossier") / "style.css").read_text(encoding="utf-8")
PALETTES = [dict(re.findall(r"--(\w+): (#\w+);", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)]


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("name", ["ink", "soft", "accent", "seller", "others", "over"])
def test_every_colour_can_be_read_on_its_ground(palette: dict[str, str], ground: str, name: str) -> None:
    bright, dark = sorted((luminance(palette[ground]), luminance(palette[name])), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_what_is_wrong_stands_first_where_the_buyer_says_it() -> None:
    order = Order(number="8123456789012345", title="Jacket")
    told = words_of(tree_of(dossier_of(order)._replace(details="It is green, not blue.")))
    assert told.index("What is wrong") < told.index("It is green, not blue.") < told.index("What is asked")
    assert "What is wrong" not in words_of(tree_of(dossier_of(order)))
