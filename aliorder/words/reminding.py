"""What to do about a message that the seller has not answered, and what to note once they have."""

from __future__ import annotations

from aliorder.domain.agenda import Due
from aliorder.domain.order import Order
from aliorder.words.labels import action_line
from aliorder.words.naming import name_of

REMIND = "Remind the seller"


def todo_line(due: Due) -> str:
    """What to do about a deadline: what is advised for its order, or to remind the seller of an answer overdue."""
    order, _, outlook = due.standing
    return remind_line(order) if asks_to_remind(due) else action_line(outlook.action, outlook.claim)


def asks_to_remind(due: Due) -> bool:
    """Whether this is an answer to a message, and overdue."""
    return due.deadline.id == "answer-by" and due.at < due.standing.now


def remind_line(order: Order) -> str:
    """To remind the seller, and how to get that written."""
    return f"{REMIND}{to_remind(order)}"


def to_remind(order: Order) -> str:
    """How to get a reminder written, behind a colon; empty for an order without a number."""
    return command(order, "aliorder message {} --about remind")


def if_answered(order: Order) -> str:
    """How to note that the seller has answered, behind a blank; empty for an order without a number."""
    noting = command(order, "aliorder record {} seller-answered")
    return f" If they did answer, note that{noting}" if noting else ""


def command(order: Order, text: str) -> str:
    """The command line about this order behind a colon; empty for an order without a number."""
    return f": {text.format(name_of(order))}" if order.number else ""
