"""The dialogue on a terminal: the only code that asks. It decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, cast

import questionary
from questionary import Choice, Style

from aliorder.domain import typed
from aliorder.domain.advice import Advice, advise
from aliorder.domain.order import Event, Order, When
from aliorder.domain.policy import Policy
from aliorder.domain.survey import Entry, survey
from aliorder.domain.vocabulary import EventKind
from aliorder.errors import AliorderError, NotEnoughFacts
from aliorder.render.card import action_line
from aliorder.render.paper import Paper, show_lines
from aliorder.render.safe import printable, shortened
from aliorder.render.screen import show_advice
from aliorder.store import OrderStore
from aliorder.wizard.questions import DONT_KNOW, Draft, Question, answered, next_question
from aliorder.words import questions as words
from aliorder.words.dates import left_words
from aliorder.words.labels import EVENT_LABELS
from aliorder.words.steps import RECORDS

BACK = "<"
STYLE = Style(
    [
        ("question", "bold"),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("instruction", "fg:ansibrightblack"),
    ]
)
SHOWN_AT_FIRST = 8
"""How many orders that need attention are offered."""


class Desk(NamedTuple):
    """What the dialogue works with: the policy, the moment, where orders are kept, what to print on."""

    policy: Policy
    now: datetime
    folder: Path
    paper: Paper


def start(desk: Desk) -> None:
    """The whole dialogue: which order, the questions, the advice, keeping it, noting what was done."""
    chosen = choose_order(desk)
    order = ask_about(chosen or Order(), desk.policy, desk.now)
    try:
        advice = advise(order, desk.policy, desk.now)
    except NotEnoughFacts as error:
        show_lines(("", f"{error.message}.", f"{error.hint}."))
        return
    show_advice(advice, desk.policy, desk.paper)
    kept = keep_changed(chosen, order, desk) if chosen else keep_new(order, desk)
    if kept is not None:
        note_done(kept, advice, desk)


def choose_order(desk: Desk) -> Order | None:
    """An order that needs attention, or `None` for one that is not kept yet."""
    with OrderStore.open(desk.folder) as store:
        entries = [entry for entry in survey(store.all(), desk.policy, desk.now) if entry.is_open]
    if not entries:
        return None
    choices = {entry.order.number or "": entry_line(entry) for entry in entries[:SHOWN_AT_FIRST]}
    answer = select(words.WHICH, {**choices, "": words.ANOTHER})
    return next((entry.order for entry in entries if answer and entry.order.number == answer), None)


def entry_line(entry: Entry) -> str:
    """An open order on one line."""
    deadline = entry.next_deadline
    left = f"{left_words(deadline.at, entry.now)} · " if deadline and deadline.at else ""
    name = shortened(entry.order.title or entry.order.number or "", 30)
    todo = action_line(entry.advice.action) if entry.advice else "tell more"
    return printable(f"{left}{name} · {todo}")


def ask_about(order: Order, policy: Policy, now: datetime) -> Order:
    """The order with what the buyer answered; every question can be taken back."""
    drafts = [Draft(order)]
    while question := next_question(drafts[-1], policy, now):
        answer = put(question, may_go_back=len(drafts) > 1)
        if answer == BACK:
            drafts.pop()
            continue
        if answer == "look":
            show_lines(f"  {line}" for line in words.WHERE_TO_LOOK)
        try:
            drafts.append(answered(drafts[-1], question, answer, now))
        except AliorderError as error:
            show_lines([f"  {printable(error.message)}. {printable(error.hint or '')}"])
    return drafts[-1].order


def put(question: Question, *, may_go_back: bool) -> str:
    """The answer to a question: a value of its choices, a text, `DONT_KNOW` or `BACK`."""
    if not question.choices:
        show_lines((f"    why: {question.why}", f"    write: {question.help}"))
        return text(question.text) or DONT_KNOW
    choices = dict(question.choices)
    if "look" not in choices:
        choices[DONT_KNOW] = words.DONT_KNOW
    if may_go_back:
        choices[BACK] = words.BACK
    return select(question.text, choices, question.why)


def select(message: str, choices: Mapping[str, str], why: str | None = None) -> str:
    """One of the choices, by the arrow keys or the first letters; long lists can be searched."""
    many = len(choices) > 15
    answer = questionary.select(
        message,
        choices=[Choice(printable(label), value=value) for value, label in choices.items()],
        instruction=f"({f'why: {why}' if why else 'arrow keys'}{', type to search' if many else ''})",
        style=STYLE,
        qmark=" ",
        use_search_filter=many,
        use_jk_keys=not many,
    ).unsafe_ask()
    return cast(str, answer)


def text(message: str) -> str:
    """A line that the buyer types, trimmed."""
    return cast(str, questionary.text(message, style=STYLE, qmark=" ").unsafe_ask()).strip()


def keep_changed(before: Order, order: Order, desk: Desk) -> Order:
    """A kept order with what was answered, stored if that is anything new."""
    if order != before:
        with OrderStore.open(desk.folder, write=True) as store, store.transaction(f"edit {order.number}", desk.now):
            store.put(order)
    return order


def keep_new(order: Order, desk: Desk) -> Order | None:
    """The order with its number, stored, if the buyer wants to keep it."""
    if not questionary.confirm(words.KEEP, style=STYLE, qmark=" ").unsafe_ask():
        return None
    named = replace(order, number=ask_number(), title=text(words.TITLE) or order.title)
    with OrderStore.open(desk.folder, write=True) as store, store.transaction(f"add {named.number}", desk.now):
        store.put(named)
    show_lines([f"  Kept. Later: aliorder advise {named.number}"])
    return named


def ask_number() -> str:
    """An order number, asked until it is one."""
    while True:
        try:
            return typed.order_number(text(words.NUMBER))
        except AliorderError as error:
            show_lines([f"  {printable(error.message)}. {printable(error.hint or '')}"])


def note_done(order: Order, advice: Advice, desk: Desk) -> None:
    """Store what the buyer has just done, if anything."""
    kinds = [RECORDS[step][0] for step in advice.action.steps if step in RECORDS]
    choices = {kind: EVENT_LABELS[cast(EventKind, kind)] for kind in ("message-sent", *kinds)}
    answer = select(words.DONE, {"": words.DONE_NOTHING, **choices})
    if not answer:
        return
    event = Event(cast(EventKind, answer), When(at=desk.now))
    with (
        OrderStore.open(desk.folder, write=True) as store,
        store.transaction(f"record {order.number} {answer}", desk.now),
    ):
        store.put(replace(order, events=(*order.events, event)))
    show_lines([f"  Noted: {EVENT_LABELS[event.kind]}. Look again with: aliorder advise {order.number}"])
