"""Which of the policy's site statuses a text on the order page stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aliorder.domain.policy import SiteStatus


@lru_cache(maxsize=2048)
def normalised(text: str) -> str:
    """`text` as it is compared: without regard to case, runs of blanks as one, none at the ends."""
    return " ".join(text.casefold().split())


def by_text(statuses: Iterable[SiteStatus]) -> dict[str, SiteStatus]:
    """Every spelling of every status, normalised, and the status it stands for."""
    return {normalised(text): status for status in statuses for texts in status.texts.values() for text in texts}


def status_of(text: str, texts: Mapping[str, SiteStatus]) -> SiteStatus | None:
    """The status that is spelled like `text` in any language, `None` if none is; `texts` as `by_text` gives it."""
    return texts.get(normalised(text))
