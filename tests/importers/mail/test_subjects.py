"""The subject alone decides what an order mail tells; what is not known for certain tells nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers.mail.subjects import NOUNS, STEPS, WHOLE, News, original, phrase, read_subject
from aliorder.importers.mail.wordings import WORDINGS
from tests.importers.mail.given import ORDER, OTHER, PARCEL


@pytest.mark.parametrize(
    "subject,step",
    [
        (f"Order {ORDER}: order confirmed", "confirmed"),
        (f"Order {ORDER}: Awaiting Payment", "unpaid"),
        (f"Awaiting payment: order {ORDER}", "unpaid"),
        (f"Order {ORDER}: ready to ship", "ready"),
        (f"Order {ORDER}: order shipped", "shipped"),
        (f"Order {ORDER}: collected by the carrier", "moving"),
        (f"Order {ORDER}: delivery update", "moving"),
        (f"Order {ORDER}: awaiting confirmation", "moving"),
        (f"Your order {ORDER} is closed", "closed"),
        (f"Commande {ORDER} : commande confirmée", "confirmed"),
        (f"Commande {ORDER}\u00a0: commande expédiée", "shipped"),
        (f"Commande {ORDER}\u202f: partiellement expédiée", "part-shipped"),
        (f"Zamówienie {ORDER}: zamówienie potwierdzone", "confirmed"),
        (f"Bestellung {ORDER}: Bestellauftrag bestätigt", "confirmed"),
        (f"2 Bestellungen wurden bestätigt: {ORDER} & weitere", "confirmed"),
        (f"Bestellung {ORDER}: versandfertig", "ready"),
        (f"Bestellung {ORDER}: Bestellung versandt", "shipped"),
        (f"Bestellung {ORDER}: teilweise versandt", "part-shipped"),
        (f"Bestellung {ORDER}: Wird zugestellt", "moving"),
        (f"Bestellung {ORDER}: In Ihrem Land/Ihrer Region angekommen", "moving"),
        (f"Pedido {ORDER}: pedido enviado", "shipped"),
        (f"주문 {ORDER}\uff1a배송 완료", "delivered"),
        (f"Pedido {ORDER}: order shipped", "shipped"),
    ],
)
def test_a_known_wording_tells_a_step_of_an_order(subject: str, step: str) -> None:
    assert read_subject(subject) == News("order", step, ORDER)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "subject,parcel,step",
    [
        (f"Package {PARCEL} has been delivered", PARCEL, "delivered"),
        (f"Package {PARCEL}: left the departure region", PARCEL, "moving"),
        (f"Package {PARCEL}: at customs", PARCEL, "moving"),
        (f"Package {PARCEL} has cleared customs", PARCEL, "moving"),
        (f"Package {PARCEL}: in your country/region", PARCEL, "moving"),
        (f"Package {PARCEL} is out for delivery", PARCEL, "moving"),
        ("Package PH8000000065: with local carrier", "PH8000000065", "moving"),
        ("Package BR000000448MG: collected by the carrier", "BR000000448MG", "moving"),
        ("Package PHAA6T9812000090100052J has an update", "PHAA6T9812000090100052J", "moving"),
        ("Paket 00340000000000000012 wurde zugestellt", "00340000000000000012", "delivered"),
        ("Packstück H9999000000000000773: Vom Kurier abgeholt", "H9999000000000000773", "moving"),
        ("Zollabfertigung für 00340000000000000012 wurde beendet", "00340000000000000012", "moving"),
        ("Paquete 315000000000000012: en aduanas", "315000000000000012", "moving"),
        ("El paquete 315000000000000012 ha pasado la aduana", "315000000000000012", "moving"),
        ("Paquete 315000000000000012 entregado", "315000000000000012", "delivered"),
        (f"Actualización del paquete {PARCEL}", PARCEL, "moving"),
        ("운송장 번호 520000000456: 배송 완료", "520000000456", "delivered"),
    ],
)
def test_a_known_wording_tells_a_step_of_a_parcel(subject: str, parcel: str, step: str) -> None:
    assert read_subject(subject) == News("parcel", step, parcel)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "Order",
        ORDER,
        f"Order {ORDER}: something new",
        f"Order {ORDER}: order shipped to somebody",
        f"No order {ORDER}: order shipped",
        f"Order {ORDER} {OTHER}: order shipped",
        f"Order {ORDER[:14]}: order shipped",
        f"Order {ORDER}00000: order shipped",
        f"Order 0{ORDER[1:]}: order shipped",
        f"Order {PARCEL}: order shipped",
        f"Order{ORDER}: order shipped",
        f"Order x{ORDER}: order shipped",
        f"Package {PARCEL}: order confirmed",
        f"Package {PARCEL} is closed",
        "Package delivered12 has been delivered",
        "Package JY00: at customs",
        f"Good news regarding order {ORDER}",
        "Your coupons are about to expire",
    ],
)
def test_what_is_not_known_is_not_guessed(subject: str) -> None:
    assert read_subject(subject) is None


@pytest.mark.parametrize(
    "subject,about,step",
    [
        ("Your order is confirmed", "order", "confirmed"),
        ("Package delivered", "parcel", "delivered"),
        ("Sendung zugestellt", "parcel", "delivered"),
        ("Tus 3 paquetes tienen actualizaciones de entrega", "parcels", "moving"),
    ],
)
def test_a_subject_may_leave_the_number_to_the_text(subject: str, about: str, step: str) -> None:
    assert read_subject(subject) == News(about, step, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "prefix",
    [
        "Fwd: ",
        "FW: ",
        "TR : ",
        "WG: ",
        "RV: ",
        "ENC: ",
        "I: ",
        "Doorst: ",
        "VS: ",
        "PD: ",
        "转发\uff1a",
        "Fwd: Re: ",
        "FW[2]: ",
    ],
)
def test_the_mark_of_a_forwarded_mail_is_known(prefix: str) -> None:
    subject = f"{prefix}Order {ORDER}: order shipped"
    assert original(subject) == (f"order {ORDER}: order shipped", True)
    assert read_subject(subject) == News("order", "shipped", ORDER)


@pytest.mark.parametrize("subject", ["Re: it", "AW: it", "it: Fwd: that", "Fwd it"])
def test_other_marks_forward_nothing(subject: str) -> None:
    assert original(subject).forwarded is False


def test_no_wording_has_two_meanings() -> None:
    steps = [(phrase(text), step) for row in WORDINGS.values() for step, texts in row.steps.items() for text in texts]
    nouns = [phrase(text) for row in WORDINGS.values() for text in (*row.orders, *row.parcels)]
    whole = [phrase(text) for row in WORDINGS.values() for text in row.whole]
    assert sorted(steps) == sorted(STEPS.items())
    assert sorted(nouns) == sorted(NOUNS)
    assert sorted(whole) == sorted(WHOLE)


def test_every_language_names_its_sources() -> None:
    assert [language for language, row in WORDINGS.items() if not row.sources] == []


@given(
    st.text() | st.lists(st.sampled_from(["Fwd: ", "Order ", ORDER, "#", ":", "/", PARCEL, "is closed"])).map("".join)
)
def test_any_subject_is_read_without_an_error(subject: str) -> None:
    news = read_subject(subject)
    assert news is None or news.number is None or news.number in original(subject).text.upper()
