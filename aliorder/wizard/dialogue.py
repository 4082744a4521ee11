"""The dialogue on a terminal: from the first question to what the buyer has done. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from aliorder.domain import typed
from aliorder.domain.advice import Advice, advise
from aliorder.domain.dates import CalendarOf
from aliorder.domain.order import Event, Order, When, written
from aliorder.domain.outlook import Standing
from aliorder.domain.policy import Policy
from aliorder.domain.vocabulary import DONE_NOW, About
from aliorder.errors import AliorderError, NotEnoughFacts
from aliorder.render.paper import Paper
from aliorder.render.screen import show_advice
from aliorder.store.orders import OrderStore
from aliorder.store.wakes import NoteOf
from aliorder.wizard.prompts import BACK, select, tell, tell_error, text, yes
from aliorder.wizard.questions import (
    DONT_KNOW,
    LOOK,
    Draft,
    Question,
    answered,
    may_be_next,
    next_question,
    still_missing,
)
from aliorder.words import questions as words
from aliorder.words.dates import left_words
from aliorder.words.labels import EVENT_LABELS, action_line
from aliorder.words.safe import printable, shortened
from aliorder.words.telling import messages_for, possible_messages

WRITE = "write"
"""The answer that asks for the text of a message."""

SHOWN_AT_FIRST = 8
"""How many orders that need attention are offered."""


class Desk(NamedTuple):
    """What the dialogue works with: the policy, the moment, where orders are kept, what to print on, the calendars.

    `standings` tells where the kept orders stand, `noting` what to note about those that are put; `write` shows a
    message about an order.
    """

    policy: Policy
    now: datetime
    folder: Path
    paper: Paper
    calendar_of: CalendarOf
    standings: Callable[[], list[Standing]]
    noting: Callable[[OrderStore], NoteOf | None]
    write: Callable[[Order, Advice, About], None]

    def advise(self, order: Order) -> Advice:
        """The advice on an order, counted by the calendar of its country."""
        return advise(order, self.policy, self.now, self.calendar_of(order.country))


def start(desk: Desk) -> int:
    """The whole dialogue: which order, the questions, the advice, keeping it, noting what was done.

    Returns the exit code: that of `NotEnoughFacts` where nothing can be advised.
    """
    chosen = choose_order(desk)
    asked = Draft(chosen or Order(), again=chosen is not None)
    draft = ask_about(asked, desk.policy, desk.now, desk.calendar_of)
    order = draft.order
    try:
        advice = desk.advise(order)
    except NotEnoughFacts as error:
        tell(*words.NOTHING_TO_TELL)
        return error.exit_code
    show_advice(advice._replace(missing=still_missing(advice, draft)), desk.policy, desk.paper)
    kept = keep_changed(chosen, order, desk) if chosen else keep_new(order, desk)
    if kept is not None:
        note_done(kept, advice, desk)
    return 0


def choose_order(desk: Desk) -> Order | None:
    """An order that needs attention, or `None` for one that is not kept yet."""
    opened = [standing for standing in desk.standings() if standing.is_open]
    if not opened:
        return None
    choices = {standing.order.number or "": standing_line(standing) for standing in opened[:SHOWN_AT_FIRST]}
    answer = select(words.WHICH, {**choices, "": words.ANOTHER})
    return next((standing.order for standing in opened if answer and standing.order.number == answer), None)


def standing_line(standing: Standing) -> str:
    """An open order on one line."""
    deadline, order = standing.next_deadline, standing.order
    left = f"{left_words(deadline.at, standing.now)} · " if deadline and deadline.at else ""
    name = shortened(order.title or order.number or "", 30)
    return printable(f"{left}{name} · {action_line(standing.outlook.action, standing.outlook.claim)}")


def ask_about(draft: Draft, policy: Policy, now: datetime, calendar_of: CalendarOf) -> Draft:
    """The draft with what the buyer answered; every question can be taken back."""
    drafts = [draft]
    while question := next_question(drafts[-1], policy, now, calendar_of):
        answer = put(question, may_go_back=len(drafts) > 1)
        if answer == BACK:
            drafts[1:] = drafts[1:-1]
            continue
        if answer == LOOK:
            tell(*words.WHERE_TO_LOOK)
            continue
        try:
            drafts.append(answered(drafts[-1], question, answer, now))
        except AliorderError as error:
            tell_error(error)
    return drafts[-1]


def put(question: Question, *, may_go_back: bool) -> str:
    """The answer to a question: a value of its choices, a text, `DONT_KNOW` or `BACK`."""
    if not question.choices:
        return text(question.text, f"(why: {question.why})", question.help, empty=words.DONT_KNOW) or DONT_KNOW
    ways_out = {DONT_KNOW: words.DONT_KNOW, **({BACK: words.BACK} if may_go_back else {})}
    return select(question.text, question.choices, question.why, ways_out)


def keep_changed(before: Order, order: Order, desk: Desk) -> Order:
    """A kept order with what was answered, stored if that is anything new."""
    if order != before:
        with OrderStore.open(desk.folder, write=True) as store, store.transaction(f"edit {order.number}", desk.now):
            store.put(order, desk.noting(store))
        tell(words.KEPT_ANSWERS)
    return order


def keep_new(order: Order, desk: Desk) -> Order | None:
    """The order with its number, stored, if the buyer wants to keep it."""
    if not yes(words.KEEP):
        return None
    named = replace(order, number=new_number(desk))
    title = text(words.TITLE)
    named = written(named, title=title) if title else named
    with OrderStore.open(desk.folder, write=True) as store, store.transaction(f"add {named.number}", desk.now):
        store.put(named, desk.noting(store))
    tell(f"Kept. Later: aliorder advise {named.number}")
    return named


def new_number(desk: Desk) -> str:
    """An order number that is not kept yet, asked until it is one."""
    with OrderStore.open(desk.folder) as store:
        while store.get(number := ask_number()) is not None:
            tell(words.KEPT_ALREADY)
    return number


def ask_number() -> str:
    """An order number, asked until it is one."""
    while True:
        try:
            return typed.order_number(text(words.NUMBER))
        except AliorderError as error:
            tell_error(error)


def note_done(order: Order, advice: Advice, desk: Desk) -> None:
    """Store what the buyer has just done or seen, if anything, and say what is next."""
    kinds = may_be_next(advice, desk.policy)
    seen: dict[str, str] = {each: EVENT_LABELS[each] for each in kinds}
    texts = messages_for(advice, desk.policy) or possible_messages(advice, desk.policy)
    writing = {WRITE: words.WRITE} if texts else {}
    answer = select(words.DONE, {"": words.DONE_NOTHING, **writing, **seen})
    if answer == WRITE:
        desk.write(order, advice, texts[0])
        answer = select(words.DONE, {"": words.DONE_NOTHING, **seen})
    kind = next((each for each in kinds if each == answer), None)
    if kind is None:
        return
    when = When(at=desk.now) if kind in DONE_NOW else When(desk.now.date())
    after = replace(order, events=(*order.events, Event(kind, when)))
    with (
        OrderStore.open(desk.folder, write=True) as store,
        store.transaction(f"record {order.number} {kind}", desk.now),
    ):
        store.put(after, desk.noting(store))
        action = desk.advise(after).action
        todo = action_line(action.id, action.claim)
    tell(f"Noted: {EVENT_LABELS[kind]}. What is next: {todo}. In full: aliorder advise {order.number}")
