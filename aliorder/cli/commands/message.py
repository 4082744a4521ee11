"""`aliorder message`: what to write about an order, to whoever it concerns."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from aliorder.cli.clipboard import copy_text
from aliorder.cli.letters import Letter, Wish, place_of, show_texts, tell_about, written
from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.cli.watching import noting
from aliorder.domain.order import Event, When
from aliorder.domain.survey import Entry, entry_of
from aliorder.domain.vocabulary import ABOUTS
from aliorder.errors import InputRefused, UsageError
from aliorder.exporters.message_document import message_document, messages_document
from aliorder.policies.messages import RECIPIENTS
from aliorder.render.lists import show_table
from aliorder.render.table import Column
from aliorder.words.naming import name_of
from aliorder.words.writing import ABOUT_LABELS, RECIPIENT_LABELS

COLUMNS = (Column("about"), Column("to"), Column("what it is for", fixed=False))


def run(
    ctx: typer.Context,
    order: Annotated[str | None, typer.Argument(metavar="ORDER", help="A kept order.")] = None,
    about: Annotated[
        str | None, typer.Option(metavar="KIND", help="What it is for; without it, what is advised now.")
    ] = None,
    lang: Annotated[str | None, typer.Option(metavar="LANG", help="Its language, e.g. zh; English without it.")] = None,
    beside: Annotated[str | None, typer.Option(metavar="LANG", help="The same once more, in your language.")] = None,
    details: Annotated[
        str | None, typer.Option(metavar="TEXT", help="In your own words: what is wrong, what to change.")
    ] = None,
    amount: Annotated[str | None, typer.Option(metavar="AMOUNT", help="What you ask for, e.g. 5.00 USD.")] = None,
    arn: Annotated[str | None, typer.Option(metavar="ARN", help="The reference of a refund.")] = None,
    copy: Annotated[bool, typer.Option("--copy", help="Put it on the clipboard, too.")] = False,
    sent: Annotated[bool, typer.Option("--sent", help="Note that you have sent it just now.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the kinds and the languages.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON (schema aliorder.message/1; with --list, aliorder.messages/1).")
    ] = False,
) -> None:
    """What to write to the seller, AliExpress or your bank.

    A draft with the facts of the order; what is not known is left out, and nothing is sent. Change it as you like.

    \b
    Examples:
      aliorder message 2345
      aliorder message 2345 --lang zh --beside en
      aliorder message 2345 --about partial-refund --amount "5.00 USD"
      aliorder message 2345 --about remind --sent
      aliorder message --list
    """
    session: Session = ctx.obj
    if listed:
        show_kinds(session, as_json=as_json)
        return
    if order is None:
        raise UsageError("a message is about an order", "aliorder message ORDER, or --list for the kinds there are")
    entry = entry_of(session.order(order), session.policy, session.now, session.calendar_of)
    letter = written(session, entry, Wish(about, lang, beside, details, amount, arn))
    if sent:
        check_sendable(entry, letter)
    if as_json:
        print_json(message_document(entry, letter.drafts, letter.languages, letter.clock))
    else:
        show_texts(letter)
    if copy:
        copy_text(letter.text)
    if sent:
        note_sent(session, order, letter)
    if not (as_json or session.quiet):
        tell_about(session, entry, letter, copied=copy, sent=sent)


def show_kinds(session: Session, *, as_json: bool) -> None:
    """The kinds of message, and the languages there are."""
    place = place_of(session)
    if as_json:
        print_json(messages_document(map(place.load, place.codes())))
        return
    rows = [(about, RECIPIENT_LABELS[RECIPIENTS[about]], ABOUT_LABELS[about]) for about in ABOUTS]
    show_table(COLUMNS, rows, session.paper)
    names, refused = list[str](), list[InputRefused]()
    for code in place.codes():
        try:
            names.append(f"{place.load(code).name} ({code})")
        except InputRefused as problem:
            refused.append(problem)
    if not session.quiet:
        say(f"Languages: {', '.join(names)}. Your own words: {place.own}")
    if refused:
        raise refused[0]


def check_sendable(entry: Entry, letter: Letter) -> None:
    """Raise `UsageError` for a message that is no event of the order, or that cannot have been sent as it is."""
    if letter.event is None:
        note = f"keep it with: aliorder note {name_of(entry.order)} TEXT"
        raise UsageError(f"sending {letter.about} is not noted: it changes nothing about this order", note)
    if any(event.kind == letter.event and event.text == letter.text for event in entry.order.events):
        raise UsageError("this very message is noted as sent already", f"see: aliorder history {name_of(entry.order)}")
    for gap in letter.drafts[0].gaps:
        raise UsageError("the message has a gap, so it was not sent like that", f"give what is missing with --{gap}")


def note_sent(session: Session, order: str, letter: Letter) -> None:
    """Note the event that the sent message is, with its text."""
    assert letter.event is not None, "it was checked"
    event = Event(letter.event, When(at=session.now), None, letter.text)
    with session.changing(order, f"message {{}} {letter.about} sent") as (store, found):
        store.put(replace(found, events=(*found.events, event)), noting(session, store))
