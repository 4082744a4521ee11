"""How PayPal's activity files and statements name their columns, and what stands in them, by language.

The names of columns are those that public programs for such files expect, and those in the files they are tested with:
OCA bank-statement-import (en, es), Akretion's odoo modules (fr), beancount-paypal and others (de, it, nl, pl).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from aliorder.domain.statuses import normalised
from aliorder.importers.tables.table import plain_name

Fact = Literal[
    "date", "time", "zone", "name", "status", "currency", "gross", "id", "reference", "invoice", "subject", "impact"
]
NEEDED: tuple[Fact, ...] = ("date", "name", "currency", "gross", "id")
"""The facts without which it is not such a file."""

COLUMNS: Mapping[Fact, Mapping[str, tuple[str, ...]]] = {
    "date": {"en": ("Date",), "de": ("Datum",), "es": ("Fecha",), "it": ("Data",)},
    "time": {
        "en": ("Time",),
        "de": ("Uhrzeit",),
        "es": ("Hora",),
        "fr": ("Heure",),
        "it": ("Orario", "Ora"),
        "nl": ("Tijd",),
        "pl": ("Godzina",),
    },
    "zone": {
        "en": ("TimeZone", "Time Zone"),
        "de": ("Zeitzone",),
        "es": ("Zona horaria",),
        "fr": ("Fuseau horaire",),
        "it": ("Fuso orario",),
        "nl": ("Tijdzone",),
        "pl": ("Strefa czasowa",),
    },
    "name": {
        "en": ("Name",),
        "es": ("Nombre",),
        "fr": ("Nom",),
        "it": ("Nome",),
        "nl": ("Naam",),
        "pl": ("Nazwa",),
    },
    "status": {"en": ("Status",), "es": ("Estado",), "fr": ("État",), "it": ("Stato",)},
    "currency": {
        "en": ("Currency",),
        "de": ("Währung",),
        "es": ("Divisa",),
        "fr": ("Devise",),
        "it": ("Valuta",),
        "pl": ("Waluta",),
    },
    "gross": {
        "en": ("Gross",),
        "de": ("Brutto",),
        "es": ("Bruto",),
        "fr": ("Avant commission", "Brut"),
        "it": ("Lordo",),
    },
    "id": {
        "en": ("Transaction ID",),
        "de": ("Transaktionscode",),
        "es": ("Id. de transacción",),
        "fr": ("Numéro de transaction",),
        "it": ("Codice transazione",),
        "nl": ("Transactiereferentie",),
        "pl": ("Numer transakcji",),
    },
    "reference": {
        "en": ("Reference Txn ID",),
        "de": ("Zugehöriger Transaktionscode", "Ref Transaktionscode", "Txn-Referenzkennung"),
        "es": ("Id. de referencia de trans.", "Id. de referencia de la transacción"),
        "fr": ("Numéro de la transaction de référence",),
        "it": ("Codice transazione di riferimento",),
        "pl": ("Pomocniczy numer transakcji",),
    },
    "invoice": {
        "en": ("Invoice Number", "Invoice ID"),
        "de": ("Rechnungsnummer",),
        "es": ("Id. de factura", "N.° de formato de pago"),
        "fr": ("Identifiant de facture", "Numéro de facture"),
        "it": ("N° ordine commerciante",),
        "nl": ("Factuurnummer", "Factuurreferentie"),
        "pl": ("Numer faktury",),
    },
    "subject": {
        "en": ("Subject",),
        "de": ("Betreff",),
        "es": ("Asunto",),
        "fr": ("Objet",),
        "it": ("Oggetto",),
        "nl": ("Onderwerp",),
        "pl": ("Temat",),
    },
    "impact": {
        "en": ("Balance Impact",),
        "de": ("Auswirkung auf Guthaben",),
        "es": ("Repercusiones en el saldo",),
        "fr": ("Impact sur le solde",),
        "it": ("Impatto sul saldo",),
        "nl": ("Effect op saldo",),
        "pl": ("Wpływ na saldo",),
    },
}
"""The names of each column; a language that uses the name of another one is not repeated."""

SHOPS = ("alipay", "aliexpress")
"""Who is paid, as part of a name: Alipay collects the money for AliExpress."""

UNDONE_TEXTS = {
    "en": "Pending, Denied, Failed, Expired, Canceled, Cancelled, Voided, Removed, Unclaimed, Held, On hold, Placed, "
    "Created, Processing, In progress, Uncleared, Blocked, Declined, Returned",
    "de": "Ausstehend, Offen, Storniert, Storno, Entfernt, Zurückgerufen, Abgelehnt, Fehlgeschlagen, Abgelaufen, "
    "Einbehalten, In Bearbeitung, Nicht eingelöst",
    "es": "Pendiente, Denegado, Denegada, Rechazado, Rechazada, Fallido, Fallida, Caducado, Caducada, Vencido, "
    "Cancelado, Cancelada, Anulado, Anulada, Retenido, En proceso, No reclamado",
    "fr": "En attente, Refusé, Refusée, Échoué, Expiré, Expirée, Annulé, Annulée, En cours, Suspendu, Non réclamé",
    "it": "In sospeso, In attesa, Negato, Rifiutato, Non riuscito, Scaduto, Annullato, Rimosso, In elaborazione",
    "nl": "In behandeling, Geweigerd, Mislukt, Verlopen, Geannuleerd, Vastgehouden",
    "pl": "Oczekuje, Oczekujące, W toku, Odrzucono, Odrzucona, Anulowano, Anulowana, Wygasło, Wygasła, Wstrzymano",
}
"""The statuses of what was not carried out (yet). Any other, also an unknown one, was."""

REVERSED_TEXTS = {
    "en": "Reversed",
    "de": "Rückgängig gemacht, Zurückgebucht, Rückbuchung",
    "es": "Revertido, Revertida",
    "fr": "Contrepassé, Reversé",
    "it": "Stornato, Stornata",
    "nl": "Teruggeboekt, Teruggedraaid",
    "pl": "Cofnięto, Cofnięta",
}
"""The statuses of a payment that was taken back: it counts only together with what brought the money back."""

MEMO_TEXTS = ("Memo", "Mémo", "Nota", "Notatka", "No impact", "Keine Auswirkung")
"""The impact of what moves no money, such as an amount that is only set aside."""


def plain_texts(texts: Mapping[str, str]) -> frozenset[str]:
    """The words of all languages, as `normalised` spells them."""
    return frozenset(normalised(text) for words in texts.values() for text in words.split(","))


UNDONE = plain_texts(UNDONE_TEXTS)
REVERSED = plain_texts(REVERSED_TEXTS)
MEMO = frozenset(map(normalised, MEMO_TEXTS))
MEANT = {plain_name(name): fact for fact, names in COLUMNS.items() for texts in names.values() for name in texts}


def columns_in(header: Sequence[str]) -> dict[Fact, int] | None:
    """The place of the column that tells each fact, counted from 0; `None` if one of the `NEEDED` ones is missing."""
    places: dict[Fact, int] = {}
    for place, name in enumerate(header):
        fact = MEANT.get(plain_name(name))
        if fact:
            places.setdefault(fact, place)
    return places if set(NEEDED) <= set(places) else None
