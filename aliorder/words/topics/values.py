"""The topic `values`: the words that options take, beside events and days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from aliorder.domain.vocabulary import (
    ACTIONS,
    CASES,
    COUPONS,
    EVIDENCE_KINDS,
    PARCELS,
    STAGES,
    WHY_FAMILIES,
    WHYS,
    WhyFamily,
)
from aliorder.words.evidence import CASE_LABELS, EVIDENCE_LABELS
from aliorder.words.labels import ACTION_LABELS, COUPON_LABELS, PARCEL_LABELS, WHY_LABELS
from aliorder.words.stages import STAGE_LABELS
from aliorder.words.topics.parts import Part, Terms, Topic

Id = TypeVar("Id", bound=str)

FAMILIES: Mapping[WhyFamily, str] = {
    "own-wish": "your own wish",
    "seller": "the seller",
    "missing": "the goods are missing",
    "bad": "the goods are bad",
}


def terms(ids: Iterable[Id], labels: Mapping[Id, str]) -> Terms:
    """The ids with their labels."""
    return Terms(tuple((name, labels[name]) for name in ids))


def whys_of(family: WhyFamily) -> Terms:
    """The whys of a family with their labels."""
    return terms([why for why in WHYS if WHY_FAMILIES[why] == family], WHY_LABELS)


VALUES = Topic(
    "values",
    (
        Part("--stage STAGE: where an order stands", (terms(STAGES, STAGE_LABELS),)),
        Part("--action ACTION: what is advised", (terms(ACTIONS, ACTION_LABELS),)),
        *(Part(f"--why WHY: {said}", (whys_of(family),)) for family, said in FAMILIES.items()),
        Part("--coupon KIND", (terms(COUPONS, COUPON_LABELS),)),
        Part("--parcel STATE: what the tracking says", (terms(PARCELS, PARCEL_LABELS),)),
        Part("--kind KIND of evidence", (terms(EVIDENCE_KINDS, EVIDENCE_LABELS),)),
        Part("--for CLAIM: what evidence has to prove", (terms(CASES, CASE_LABELS),)),
        Part(
            "Others",
            (
                Terms(
                    (
                        ("--payment METHOD", "an id or a name that aliorder payments lists"),
                        ("--country CC", "two letters of ISO 3166, such as DE"),
                        ('--total "12.34 USD"', "an amount with a point, and three letters of ISO 4217"),
                        ("--within 7d", "a number of days"),
                        ("KIND=WHEN", "aliorder help events, aliorder help dates"),
                        ("ORDER", "the number, an alias, its page's address, or four or more first or last digits"),
                    )
                ),
            ),
        ),
    ),
)
"""The words that options take."""
