"""How AliExpress words the subjects of its order mails, language by language, and what each wording tells.

A subject names one order or one parcel and says what happened to it: `Order 8219000000020001: order shipped`. The
colon, capitals and blanks do not matter. A wording that stands nowhere here is not guessed.

The sources are public programs that read such mails. What is marked as judgement is a wording nobody has shown yet,
whose meaning leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Step = Literal["unpaid", "confirmed", "ready", "shipped", "part-shipped", "moving", "delivered", "closed"]
"""What a mail tells. `ready`: it is packed; `moving`: it was on its way by then, nobody knows since when."""

About = Literal["order", "parcel", "parcels"]
"""What a mail is about. `parcels`: several, each of which only its links name, together with its order."""


class Wording(NamedTuple):
    """The wordings of one language.

    `orders` and `parcels` are the words before a number, `steps` those after it. `whole` are subjects built in another
    way: `#` stands for the number, without it the mail names the number in its text, and a small number stands for
    any other. `totals` are the words before the amount paid, in the text.
    """

    orders: tuple[str, ...]
    parcels: tuple[str, ...]
    steps: Mapping[Step, tuple[str, ...]]
    sources: tuple[str, ...]
    whole: Mapping[str, tuple[About, Step]] = {}
    totals: tuple[str, ...] = ()


HOME_ASSISTANT_1322 = "https://github.com/moralmunky/Home-Assistant-Mail-And-Packages/pull/1322"
HOME_ASSISTANT_1354 = "https://github.com/moralmunky/Home-Assistant-Mail-And-Packages/pull/1354"
HOME_ASSISTANT_1220 = "https://github.com/moralmunky/Home-Assistant-Mail-And-Packages/pull/1220"
EMAIL_SENSOR = "https://github.com/ljmerza/ha-email-sensor/issues/35"
TRACKING_SYNC = "https://github.com/benperry6/shopify-aliexpress-tracking-sync"
DELIVER_TRACKER = "https://github.com/VictorPiella/deliver-tracker"
PARCEL_TRACKER = "https://github.com/SoerenKaiser99/parcel_tracker"
GMAIL_ARCHIVER = "the AliExpress planner of the public program gmail_archiver"
PUBLIC_TESTS = "subjects of real mails in the tests of public programs (2026)"
JUDGEMENT = "judgement"

WORDINGS: Mapping[str, Wording] = {
    "en": Wording(
        orders=("Order", "Your order"),
        parcels=("Package", "Your package"),
        steps={
            "unpaid": ("awaiting payment",),
            "confirmed": ("order confirmed", "is confirmed"),
            "ready": ("ready to ship",),
            "shipped": ("order shipped", "has shipped", "has been shipped"),
            "part-shipped": ("partially shipped", "order partially shipped"),
            "moving": (
                "collected by the carrier",
                "package in transit",
                "in transit",
                "left the departure region",
                "at customs",
                "has cleared customs",
                "in your country/region",
                "in local transit",
                "with local carrier",
                "at delivery center",
                "is at delivery center",
                "is out for delivery",
                "out for delivery",
                "delivery update",
                "has an update",
                "awaiting confirmation",
                "how did it go?",
            ),
            "delivered": ("has been delivered", "delivered", "package delivered"),
            "closed": ("is closed",),
        },
        whole={
            "Awaiting payment: order #": ("order", "unpaid"),
            "Your order is confirmed": ("order", "confirmed"),
            "Package delivered": ("parcel", "delivered"),
            "Your package has been delivered": ("parcel", "delivered"),
            "Package is on the way": ("parcel", "moving"),
            "Your package is on the way": ("parcel", "moving"),
        },
        totals=("Total", "Order total"),
        sources=(
            HOME_ASSISTANT_1322,
            HOME_ASSISTANT_1354,
            HOME_ASSISTANT_1220,
            GMAIL_ARCHIVER,
            PUBLIC_TESTS,
            JUDGEMENT,
        ),
    ),
    "fr": Wording(
        orders=("Commande",),
        parcels=("Colis",),
        steps={
            "confirmed": ("commande confirmée",),
            "shipped": ("commande expédiée",),
            "part-shipped": ("partiellement expédiée", "commande partiellement expédiée"),
        },
        sources=(TRACKING_SYNC, EMAIL_SENSOR, JUDGEMENT),
    ),
    "pl": Wording(
        orders=("Zamówienie",),
        parcels=("Paczka",),
        steps={
            "confirmed": ("zamówienie potwierdzone",),
            "shipped": ("zamówienie wysłane",),
        },
        totals=("Całkowita kwota zamówienia",),
        sources=(EMAIL_SENSOR, JUDGEMENT),
    ),
    "de": Wording(
        orders=("Bestellung", "Ihre Bestellung"),
        parcels=("Packstück", "Paket", "Sendung", "Ihr Packstück", "Ihr Paket", "Ihre Sendung"),
        steps={
            "confirmed": ("Bestellauftrag bestätigt", "Bestellbestätigung", "Bestellung bestätigt"),
            "ready": ("versandfertig", "versandbereit"),
            "shipped": ("Bestellung versandt", "wurde versandt"),
            "part-shipped": ("teilweise versandt",),
            "moving": (
                "wird zugestellt",
                "vom Kurier abgeholt",
                "Paket im Transit",
                "hat die Abflugregion verlassen",
                "beim Zoll",
                "in Ihrem Land / Ihrer Region",
                "in Ihrem Land / Ihrer Region angekommen",
                "mit lokalem Kurier",
                "neuer Lieferstatus",
                "hat eine Aktualisierung",
                "auf Bestätigung wird gewartet",
                "wie ist es gelaufen?",
                "wie war Ihr Einkaufserlebnis?",
            ),
            "delivered": ("wurde zugestellt", "zugestellt"),
        },
        whole={
            # The other orders stand in the text in a way that cannot be told for certain.
            "2 Bestellungen wurden bestätigt: # & weitere": ("order", "confirmed"),
            "Zollabfertigung für # wurde beendet": ("parcel", "moving"),
            "Sendung zugestellt": ("parcel", "delivered"),
            "Ihre Sendung ist unterwegs": ("parcel", "moving"),
            "Sendung wird versandt": ("parcel", "moving"),
        },
        totals=("Gesamtbetrag", "Bestellsumme"),
        sources=(PARCEL_TRACKER, HOME_ASSISTANT_1220, PUBLIC_TESTS, JUDGEMENT),
    ),
    "es": Wording(
        orders=("Pedido",),
        parcels=("Paquete", "El paquete"),
        steps={
            "confirmed": ("pedido confirmado",),
            "shipped": ("pedido enviado",),
            "moving": (
                "salió de la región de origen",
                "en aduanas",
                "ha pasado la aduana",
                "en tu país/región",
                "con transportista local",
                "está en el centro de distribución",
            ),
            "delivered": ("entregado",),
        },
        whole={
            "Actualización del paquete #": ("parcel", "moving"),
            "Tus 2 paquetes tienen actualizaciones de entrega": ("parcels", "moving"),
        },
        sources=(DELIVER_TRACKER, JUDGEMENT),
    ),
    "ko": Wording(
        orders=("주문",),
        parcels=("운송장 번호",),
        steps={"delivered": ("배송 완료",)},
        sources=(PUBLIC_TESTS,),
    ),
}
"""By ISO 639 code. The site writes in the language of the order, and at times in English whatever that is."""
