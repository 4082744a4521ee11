"""Messages as a run of the program shows them: drafted as they were wished for, and what to do with them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from shlex import join
from typing import NamedTuple

from aliorder.cli.amounts import part_typed
from aliorder.cli.output import talk
from aliorder.cli.session import Session
from aliorder.domain import typed
from aliorder.domain.seller_clock import SellerClock, for_order, seller_clock
from aliorder.domain.survey import Entry
from aliorder.domain.timeline import counts
from aliorder.domain.vocabulary import ABOUTS, About, EventKind
from aliorder.errors import NotEnoughFacts, UsageError
from aliorder.messages.drafting import Draft, draft, is_told
from aliorder.messages.language import FALLBACK, Language, Place
from aliorder.messages.subject import Subject
from aliorder.policies.messages import RECIPIENTS
from aliorder.render.fold import fitted
from aliorder.render.paper import show_lines
from aliorder.settings import MESSAGES_NAME
from aliorder.words.labels import EVENT_LABELS
from aliorder.words.naming import name_of
from aliorder.words.safe import printable
from aliorder.words.seller_clock import clock_lines
from aliorder.words.telling import messages_for, possible_messages
from aliorder.words.writing import ABOUT_LABELS, RECIPIENT_LABELS, WHERE_TO, has_happened, sent_event


class Wish(NamedTuple):
    """What was typed about the message; `None` for nothing."""

    about: str | None = None
    lang: str | None = None
    beside: str | None = None
    details: str | None = None
    amount: str | None = None
    arn: str | None = None


class Letter(NamedTuple):
    """A message in each language that was wished for, the one to send first.

    `others` are further messages that fit now; `clock` is the seller's, if it goes to the seller; `own_words`: the
    buyer has added some; `left_out`: what was typed and has no place in it, by the names of the options. `event` is
    what has happened once it is sent, if anything; `again` is the command line that drafts the very same.
    """

    about: About
    drafts: list[Draft]
    languages: list[Language]
    others: list[About]
    clock: SellerClock | None
    own_words: bool
    left_out: list[str]
    event: EventKind | None
    again: str

    @property
    def text(self) -> str:
        """The text to send."""
        return self.drafts[0].text


def place_of(session: Session) -> Place:
    """Where the languages of this run lie."""
    return Place(session.config / MESSAGES_NAME)


def written(session: Session, entry: Entry, wish: Wish) -> Letter:
    """The message as it was wished for."""
    needed = messages_for(entry.advice, session.policy) if entry.advice else ()
    possible = possible_messages(entry.advice, session.policy) if entry.advice else ()
    about = typed.one_of(wish.about, ABOUTS, "kind of message") if wish.about else first_of(needed, possible, entry)
    asked = part_typed(wish.amount, entry.order.total)
    subject = Subject(entry.order, entry.advice, session.now, asked, wish.details, wish.arn)
    place = place_of(session)
    lang = place.find(wish.lang) if wish.lang else session.settings.found("message_language", place.find).value
    codes = dict.fromkeys((lang or FALLBACK, *([place.find(wish.beside)] if wish.beside else [])))
    languages, english = [place.load(code) for code in codes], place.load(FALLBACK)
    drafts = [draft(about, subject, language, english) for language in languages]
    check_true(about, entry)
    check_said(drafts)
    others = [kind for kind in (*needed, *possible) if kind != about]
    added = {"details": wish.details, "amount": wish.amount, "arn": wish.arn}
    left_out = [name for name, text in added.items() if text and not is_told(name, about, languages[0], english)]
    own_words = bool(wish.details) and "details" not in left_out
    event = sent_event(about, entry.advice.stage.id if entry.advice else None)
    again = command_line(entry, wish._replace(about=about))
    return Letter(about, drafts, languages, others, clock_of(session, entry, about), own_words, left_out, event, again)


def command_line(entry: Entry, wish: Wish) -> str:
    """What to type for the message that was wished for."""
    options = [word for name, text in wish._asdict().items() if text for word in (f"--{name}", printable(text))]
    return f"aliorder message {name_of(entry.order)} {join(options)}"


def check_true(about: About, entry: Entry) -> None:
    """Raise `UsageError` for a reminder of a message that was answered: it says that it was not."""
    answered = any(event.kind == "seller-answered" and counts(event, entry.now) for event in entry.order.events)
    awaited = entry.advice is not None and has_happened(entry.advice, "answer-by")
    if about == "remind" and answered and not awaited:
        raise UsageError(
            "the seller has answered since, so there is nothing to remind of",
            f"write something else: aliorder message {name_of(entry.order)} --about KIND; --list shows the kinds",
        )


def check_said(drafts: list[Draft]) -> None:
    """Raise `UsageError` for a text of which nothing is left: a template of the user's may ask for too much."""
    for made in drafts:
        if not made.text:
            raise UsageError(
                f"of the text {made.about} in {made.language}.toml nothing can be said: each of its lines asks for a "
                "fact that is not known",
                "give it a line that asks for none",
            )


def first_of(needed: tuple[About, ...], possible: tuple[About, ...], entry: Entry) -> About:
    """The message that is advised; `UsageError` with those that could be asked for if there is none."""
    if needed:
        return needed[0]
    if entry.advice is None:
        raise NotEnoughFacts(
            "too little is known of this order to tell what to write",
            f"say what happened (aliorder record {name_of(entry.order)} KIND), or what it is about: --about KIND",
            missing=entry.missing,
        )
    kinds = " or ".join(possible) or "KIND"
    raise UsageError(
        "nothing has to be written about this order now",
        f"for a purpose of your own: aliorder message {name_of(entry.order)} --about {kinds}; --list shows all kinds",
    )


def show_texts(letter: Letter) -> None:
    """The text alone; of two, each below the name of its language."""
    for number, (made, language) in enumerate(zip(letter.drafts, letter.languages, strict=True)):
        heading = [f"{language.name}:", ""] if len(letter.drafts) > 1 else []
        lines = [*([""] if number else []), *heading, *made.text.split("\n")]
        show_lines(fitted(lines, sys.stdout, hang=0))


def tell_about(session: Session, entry: Entry, letter: Letter, *, copied: bool = False, sent: bool = False) -> None:
    """Say on stderr what there is to know about the message, and what to do with it."""
    done = ["It is on the clipboard."] if copied else []
    sys.stdout.flush()  # or what is told of the text would come before it, where both go to one place
    lines = map(printable, (*done, *remarks(letter), *beside_it(session, entry, letter, sent=sent)))
    talk(("", *fitted(lines, sys.stderr)) if session.on_terminal else lines)


def clock_of(session: Session, entry: Entry, about: About) -> SellerClock | None:
    """The seller's clock, if the message goes to the seller."""
    if RECIPIENTS[about] != "seller":
        return None
    return for_order(seller_clock(session.now, session.policy), entry.advice.deadlines if entry.advice else ())


def remarks(letter: Letter) -> Iterator[str]:
    """What the buyer has to know about the texts: what to fill in, and what could not be said in a language."""
    for gap in letter.drafts[0].gaps:
        yield f"Fill in what stands as {letter.languages[0].gap} in it, or give it with --{gap}."
    for made, language in zip(letter.drafts, letter.languages, strict=True):
        if made.language != language.code:
            yield f"There is no {language.name} text for this yet: it is in English."
    for name in letter.left_out:
        yield f"There is no place for --{name} in this message: it is left out."
    if letter.own_words and [made.language for made in letter.drafts] != [FALLBACK]:
        yield "Your own words (--details) stand as you typed them: translate them if need be."


def beside_it(session: Session, entry: Entry, letter: Letter, *, sent: bool) -> Iterator[str]:
    """What to do with the message, when it will be read, and what else could be written."""
    about = letter.about
    recipient, name = RECIPIENTS[about], name_of(entry.order)
    if not sent:
        yield f"For {RECIPIENT_LABELS[recipient]} ({ABOUT_LABELS[about]}): {WHERE_TO[recipient]}."
    if letter.clock is not None and not sent:
        yield from clock_lines(letter.clock, session.now)
    if sent and letter.event:
        yield f"Noted for order {entry.order.number}: {EVENT_LABELS[letter.event]}. What now: aliorder advise {name}"
    elif letter.event and not letter.drafts[0].gaps:
        yield f"When it is sent, note it: {letter.again} --sent"
    if letter.others:
        others = ", ".join(f"--about {kind}" for kind in letter.others)
        yield f"Fits as well: {others}; all kinds: aliorder message --list"
