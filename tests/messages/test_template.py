"""A text with gaps becomes a message: what is not known is left out with its line, and facts are never read as gaps."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.messages.template import filled, names_in, told_in

FACTS = {"order": "8123", "item": "Lamp", "paid": "1 November"}

FILLED = [
    ("a fact stands in its place", "About {order}, {item}.", "About 8123, Lamp."),
    ("a fact may stand twice", "{order} and {order}", "8123 and 8123"),
    ("a line with a fact that is not known is left out", "One {order}.\nTwo {store}.\nThree.", "One 8123. Three."),
    ("one known fact does not save such a line", "{order} {store}\nThree.", "Three."),
    ("what is asked for prints nothing", "{if paid}It is paid.", "It is paid."),
    ("a blank after the question is none of the text", "{if paid} It is paid.", "It is paid."),
    ("without the fact the line is left out", "{if store}Of {item}.\nEnd.", "End."),
    ("a line may exclude a fact", "{no store}Which shop?\n{no item}Which item?", "Which shop?"),
    ("several questions have all to hold", "{if paid}{no store}Yes.\n{if paid}{no item}No.", "Yes."),
    ("a question may stand within a line", "It is {if paid}paid.", "It is paid."),
    ("the lines of a paragraph are joined", "One.\nTwo.\nThree.", "One. Two. Three."),
    ("paragraphs stay apart", "One.\n\nTwo.\nThree.", "One.\n\nTwo. Three."),
    ("blank lines are never two", "One.\n\n\n\nTwo.", "One.\n\nTwo."),
    ("a line of blanks is a blank line", "One.\n \t \nTwo.", "One.\n\nTwo."),
    ("a paragraph of which nothing is known is left out", "One.\n\n{store}\n{if store}x\n\nTwo.", "One.\n\nTwo."),
    (
        "the entries of a list stay apart",
        "- Order: {order}\n- Shop: {store}\n- Item: {item}",
        "- Order: 8123\n- Item: Lamp",
    ),
    ("a list of which nothing is known is left out", "One.\n\n- {store}\n\nTwo.", "One.\n\nTwo."),
    ("a sentence beside a list has a line of its own", "One.\nTwo.\n- {item}\nThree.", "One. Two.\n- Lamp\nThree."),
    ("an entry may depend on a fact", "{if paid}- Paid on {paid}\n- {item}", "- Paid on 1 November\n- Lamp"),
    ("a hyphen within a line is no entry", "One - {item}\nTwo -", "One - Lamp Two -"),
    ("blanks around lines and text are taken away", "\n\n  One. \n   Two.\n\n", "One. Two."),
    ("nothing known makes nothing", "{store}\n\n- {store}", ""),
    ("nothing makes nothing", "", ""),
    ("a brace that is no gap stays", "{Order} {} { {order", "{Order} {} { {order"),
]


@pytest.mark.parametrize("template, text", [row[1:] for row in FILLED], ids=[row[0] for row in FILLED])
def test_what_is_known_is_told_and_nothing_else(template: str, text: str) -> None:
    assert filled(template, FACTS, " ") == text


@pytest.mark.parametrize("joiner, text", [(" ", "One. Two."), ("", "One.Two."), ("\n", "One.\nTwo.")])
def test_each_language_has_its_joiner(joiner: str, text: str) -> None:
    assert filled("One.\nTwo.\n{store}", {}, joiner) == text


HOSTILE = ["{order}", "{if order}", "{no order}", "{{order}}", "{", "}", "- x", "%s {0} $order \\1 \\g<0>"]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_fact_is_never_read_again(title: str) -> None:
    facts = {"item": title, "order": "8123"}
    assert filled("{item} of {order}\nEnd.", facts, " ") == f"{title} of 8123 End."
    assert filled("- {item}\n- {order}", facts, " ") == f"- {title}\n- 8123"


def test_the_facts_that_a_text_asks_for_are_named_in_order_and_apart_those_that_it_tells() -> None:
    template = "{if paid}{paid}: {order}\n{no store}{if item}{Order}"
    assert names_in(template) == ["paid", "paid", "order", "store", "item"]
    assert told_in(template) == {"paid", "order"}


NAMES = st.sampled_from(("order", "item", "paid", "store", "why"))
GAPS = st.builds("{{{}{}}}".format, st.sampled_from(("", "if ", "no ")), NAMES)
PARTS = st.sampled_from(("One.", "- ", "\n", "\n\n", " ", "ё", "。")) | GAPS
TEMPLATES = st.lists(PARTS, max_size=25).map("".join)
SPOKEN = st.dictionaries(NAMES, st.sampled_from(("8123", "Lamp", "1 November", "a b")))


@given(TEMPLATES, SPOKEN, st.sampled_from((" ", "")))
def test_whatever_the_text_no_gap_of_ours_is_left_and_nothing_is_empty(
    template: str, facts: dict[str, str], joiner: str
) -> None:
    text = filled(template, facts, joiner)
    assert "{" not in text
    assert "}" not in text
    assert text == text.strip()
    assert [line for part in text.split("\n\n") for line in part.split("\n") if text and not line.strip()] == []


@given(TEMPLATES, SPOKEN)
def test_a_fact_that_is_told_was_asked_for(template: str, facts: dict[str, str]) -> None:
    marked = {name: f"<{name}>" for name in facts}
    told = re.findall(r"<(\w+)>", filled(template, marked, " "))
    assert set(told) <= set(names_in(template)) & set(facts)


@given(SPOKEN, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_a_fact_stands_letter_for_letter(facts: dict[str, str], item: str) -> None:
    text = filled("Order {order}\n- Item: <{item}>", facts | {"item": item}, " ")
    assert f"<{item}>" in text
