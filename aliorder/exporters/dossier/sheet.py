"""What stands on the page, as texts: the template only puts them in their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from aliorder.domain.checklist import checklist
from aliorder.domain.claims import asked_by, bases_of
from aliorder.domain.order import Item
from aliorder.domain.policy import Policy
from aliorder.domain.timeline import counts, implied
from aliorder.exporters.dossier.deadlines import ToldDeadline, deadlines
from aliorder.exporters.dossier.facts import Happened, happened
from aliorder.exporters.dossier.model import Dossier, Exhibit, Lack
from aliorder.exporters.dossier.summary import in_short
from aliorder.exporters.dossier.timeline import Part, drawn, rows_of
from aliorder.policies.claims import BASES
from aliorder.policies.evidence import NEEDS
from aliorder.words.claims import GRADE_WORDS, NOTHING_ASKED, asked_words, basis_sources, basis_words, own_words
from aliorder.words.dossier import Party, full_moment, when_words, zone_words
from aliorder.words.evidence import CASE_LABELS, EVIDENCE_LABELS, need_words
from aliorder.words.money import money_words
from aliorder.words.sizes import size_words

NOT_KNOWN = "not known"
NOBODY = "the buyer of this order"
NO_TITLE = "an item without a title"

LACKS: dict[Lack, str] = {
    "missing": "Not enclosed: the file could no longer be read when this dossier was made.",
    "changed": "Not enclosed: the kept file was no longer the one that had been added.",
}


class Rule(NamedTuple):
    """A rule on which the claim rests, and the sources that tell it."""

    text: str
    sources: str


class ItemRow(NamedTuple):
    """A line of the order; `quantity` and `price`, which is for one piece, are `None` if unknown."""

    title: str
    quantity: int | None
    price: str | None


class Message(NamedTuple):
    """Something that was written: its number, by whom, on what occasion, when, and its text."""

    number: int
    party: Party
    who: str
    what: str
    when: str
    text: str


class Card(NamedTuple):
    """A piece of evidence; `caption` and `shown_on` are `None` if the buyer says nothing, `lack` if it is enclosed."""

    exhibit: Exhibit
    label: str
    caption: str | None
    shown_on: str | None
    added: str
    size: str
    supports: str
    lack: str | None


class Sheet(NamedTuple):
    """All texts of the page; the deadlines are those `shown` on the order page, and those `reckoned` by the rules."""

    number: str
    case: str | None
    made: str
    zone: str
    version: str
    asked: str
    details: str | None
    own_ask: bool
    rules: tuple[Rule, ...]
    buyer: str | None
    seller: str | None
    items: tuple[ItemRow, ...]
    total: str
    payment: str
    tracking: str | None
    short: tuple[str, ...]
    status: tuple[str, str] | None
    shown: tuple[ToldDeadline, ...]
    reckoned: tuple[ToldDeadline, ...]
    parts: tuple[Part, ...]
    happened: tuple[Happened, ...]
    messages: tuple[Message, ...]
    cards: tuple[Card, ...]
    there: tuple[str, ...]


def sheet_of(dossier: Dossier) -> Sheet:
    """The texts of the page."""
    order, now, past = dossier.order, dossier.now, happened(dossier)
    found = deadlines(dossier)
    return Sheet(
        number=order.number or NOT_KNOWN,
        case=CASE_LABELS[dossier.about] if dossier.about else None,
        made=full_moment(now, now),
        zone=zone_words(now),
        version=dossier.version,
        asked=asked(dossier),
        details=dossier.details,
        own_ask=dossier.ask is not None,
        rules=tuple(rules(dossier)),
        buyer=dossier.name,
        seller=order.store_name,
        items=tuple(map(item_row, order.items)) or (ItemRow(order.title or NO_TITLE, None, None),),
        total=money_words(order.total) or NOT_KNOWN,
        payment=payment_words(order.payment, dossier.policy),
        tracking=order.tracking,
        short=tuple(in_short(dossier, past, found)),
        status=(full_moment(order.status.seen, now), order.status.text) if order.status else None,
        shown=tuple(each for each in found if each.shown),
        reckoned=tuple(each for each in found if not each.shown),
        parts=tuple(drawn(rows_of(dossier, past, found))),
        happened=tuple(past),
        messages=tuple(messages(past)),
        cards=tuple(card(exhibit, dossier) for exhibit in dossier.exhibits),
        there=there(dossier),
    )


def asked(dossier: Dossier) -> str:
    """What is asked: as the buyer says, else as the advice has it; that nothing is, where nothing is."""
    if dossier.ask is not None:
        return own_words(dossier.ask, dossier.amount)
    found = asked_by(dossier.advice) if dossier.advice else None
    if found is None:
        return f"{money_words(dossier.amount)}, to be paid to the buyer." if dossier.amount else NOTHING_ASKED
    return f"{asked_words(found._replace(amount=dossier.amount or found.amount))}."


def rules(dossier: Dossier) -> Iterator[Rule]:
    """The rules on which the claim rests; none where nobody has told what is wrong."""
    order, policy, about = dossier.order, dossier.policy, dossier.about
    kinds = implied(event.kind for event in order.events if counts(event, dossier.now))
    for basis in bases_of(about, kinds, BASES) if about else ():
        text = basis_words(basis, policy, order.payment, dossier.now.date())
        yield Rule(text, sources_words(basis_sources(basis, policy, order.payment), policy))


def sources_words(ids: Iterable[str], policy: Policy) -> str:
    """Where a rule was read, the surest first: each title with how sure it is."""
    found = sorted((policy.sources[name] for name in ids), key=lambda source: source.grade)
    return "; ".join(f"{source.title} ({GRADE_WORDS[source.grade]})" for source in found)


def item_row(item: Item) -> ItemRow:
    """A line of the order."""
    return ItemRow(item.title or NO_TITLE, item.quantity, money_words(item.unit_price))


def payment_words(payment: str | None, policy: Policy) -> str:
    """How it was paid."""
    method = policy.methods.get(payment or "")
    return method.label if method else payment or NOT_KNOWN


def messages(past: Sequence[Happened]) -> Iterator[Message]:
    """Everything that was written, oldest first."""
    for item in past:
        if item.message is not None:
            yield Message(item.message, item.party, item.who, item.what, item.when, item.event.text or "")


def there(dossier: Dossier) -> tuple[str, ...]:
    """What the case calls for and is enclosed; what is missing is for the buyer to know."""
    if dossier.about is None:
        return ()
    found = checklist((exhibit.evidence for exhibit in dossier.enclosed), dossier.about, NEEDS)
    return tuple(need_words(need) for need in found.there)


def card(exhibit: Exhibit, dossier: Dossier) -> Card:
    """A piece of evidence in words."""
    evidence, now = exhibit.evidence, dossier.now
    lack = dossier.left_out.get(exhibit.number)
    return Card(
        exhibit,
        EVIDENCE_LABELS[evidence.kind],
        evidence.shows,
        when_words(evidence.when, now) if evidence.when.at or evidence.when.day else None,
        full_moment(evidence.added, now),
        size_words(evidence.size),
        ", ".join(CASE_LABELS[case] for case in evidence.supports),
        LACKS[lack] if lack else None,
    )
