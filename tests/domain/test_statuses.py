from __future__ import annotations

import pytest

from aliorder.domain.policy import SiteStatus
from aliorder.domain.statuses import by_text, normalised, status_of

SHIPPED = SiteStatus("shipped", {"en": ("Awaiting delivery",), "pt": ("Aguardando a entrega", "Enviado")}, (), ())
DONE = SiteStatus("done", {"pt": ("Concluído",), "ru": ("Завершён",)}, (), ())
TEXTS = by_text((SHIPPED, DONE))


@pytest.mark.parametrize(
    "text, status",
    [
        ("Awaiting delivery", SHIPPED),
        ("  awaiting\u00a0 DELIVERY\n", SHIPPED),
        ("enviado", SHIPPED),
        ("Concluído ", DONE),
        ("ЗАВЕРШЁН", DONE),
        ("Awaiting", None),
        ("Awaiting delivery.", None),
        ("", None),
    ],
)
def test_a_status_is_known_by_any_of_its_spellings_and_by_nothing_else(text: str, status: SiteStatus | None) -> None:
    assert status_of(text, TEXTS) is status


def test_normalising_twice_changes_nothing() -> None:
    assert normalised(normalised("  Straße  X ")) == normalised("STRASSE x") == "strasse x"
