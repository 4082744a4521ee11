"""The codes in which the site tells how far a parcel has come.

Sources: the code lists of https://github.com/maxwellmezadre/aliexpress-mcp (recorded answers, September 2026),
https://github.com/ElMagoCT/aliexpress-parcel-intelligence (observed in September 2026) and the parcel documents of
luftaquila (observed in April 2026); read on 2026-11-22.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Step = Literal["placed", "paid", "moving", "signed"]


class ParcelCode(NamedTuple):
    """Every code that begins with `start` tells of `step`."""

    start: str
    step: Step


CODES = (
    ParcelCode("AE_ORDER_PLACED", "placed"),
    ParcelCode("AE_ORDER_PAID", "paid"),
    # AE_ORDER_SHIPPED is only the printed label, and AE_GWMS_ the warehouse before the carrier: neither is here.
    ParcelCode("AE_PICK_UP_SUCCESS", "moving"),
    ParcelCode("AE_GOT", "moving"),
    ParcelCode("AE_SC_", "moving"),
    ParcelCode("AE_CC_", "moving"),
    ParcelCode("AE_LH_", "moving"),
    ParcelCode("AE_LAST_MILE_", "moving"),
    ParcelCode("AE_GTMS_", "moving"),
    ParcelCode("AE_GTMS_SIGNED", "signed"),
    ParcelCode("AE_SIGNED", "signed"),
)

FIRST_MOVING_STAGE = 1100
"""The stage (`fulfillStage`) in which the carrier takes the parcel over; 1000 is the warehouse before it."""


def steps_of(codes: tuple[str, ...], stage: int | None) -> frozenset[Step]:
    """What a scan with these codes, in this stage, tells."""
    steps = {row.step for row in CODES if any(code.startswith(row.start) for code in codes)}
    if "signed" in steps or (stage is not None and stage >= FIRST_MOVING_STAGE):
        steps.add("moving")
    return frozenset(steps)
