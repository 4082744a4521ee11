"""The seller's clock as a part of a JSON document."""

from __future__ import annotations

from datetime import datetime

from aliorder.domain.policy import SellerHoliday
from aliorder.domain.seller import leaving_day
from aliorder.domain.seller_clock import SellerClock
from aliorder.exporters.fields import Document, day_text, moment_text
from aliorder.words.seller_clock import meaning_texts


def seller_clock_document(clock: SellerClock, now: datetime) -> Document:
    """The clock at `now`, its moment; what a holiday means is told in words."""
    after = clock.after
    return {
        "china_now": moment_text(clock.china_now),
        "at_work": clock.at_work,
        "next_from": moment_text(clock.start),
        "next_until": moment_text(clock.end),
        "after": after and after.name,
        "assumed": True,
        "holidays_known": clock.known,
        "holiday": clock.holiday and holiday_document(clock.holiday),
        "meaning": meaning_texts(clock, now),
        "sources": clock.hours.sources + (after.sources if after else ()),
    }


def holiday_document(holiday: SellerHoliday) -> Document:
    """A long holiday; days are those of China, inclusive."""
    return {
        "id": holiday.id,
        "name": holiday.name,
        "leaving": day_text(leaving_day(holiday)),
        "first": day_text(holiday.first),
        "last": day_text(holiday.last),
        "official": holiday.official,
        "sources": holiday.sources,
    }
