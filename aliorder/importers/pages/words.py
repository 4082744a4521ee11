"""What the site's pages say around the facts, by language.

English was seen. The others, unless something else is said, are what the site calls the same things elsewhere.
"""

from __future__ import annotations

import re
from typing import Literal

from aliorder.domain.statuses import normalised
from aliorder.domain.vocabulary import EventKind

Label = Literal["order", "payment", "total"] | EventKind

LABELS: dict[Label, dict[str, tuple[str, ...]]] = {
    "order": {
        "en": ("Order ID", "Order number", "Order No.", "Order ref. number", "Ref. number"),
        "de": ("Bestellnummer", "Bestellnr.", "Bestell-ID", "Bestellung-ID"),
        "es": ("Número de pedido", "N.º de pedido", "Nº de pedido", "ID del pedido", "ID de pedido"),
        "fr": ("Numéro de commande", "N° de commande", "ID de commande", "ID de la commande"),
        "it": ("Numero d'ordine", "Numero ordine", "ID ordine", "ID dell'ordine"),
        "ko": ("주문번호", "주문 번호"),
        "nl": ("Bestelnummer", "Bestelling-ID", "Bestel-ID"),
        "pl": ("Numer zamówienia", "Nr zamówienia", "ID zamówienia"),
        "pt": ("Número do pedido", "Nº do pedido", "ID do pedido"),
        "ru": ("Номер заказа", "ID заказа"),
    },
    "placed": {
        "en": ("Order placed on", "Order date", "Placed on", "Ordered on"),
        "de": ("Bestelldatum", "Bestellt am", "Bestellung aufgegeben am"),
        "es": ("Fecha del pedido", "Fecha de pedido", "Pedido realizado el", "Pedido el"),
        "fr": ("Date de commande", "Date de la commande", "Commande passée le"),
        "it": ("Data dell'ordine", "Data ordine", "Ordine effettuato il"),
        "ko": ("주문일자", "주문 일자", "주문일"),
        "nl": ("Besteldatum", "Besteld op", "Bestelling geplaatst op"),
        "pl": ("Data zamówienia", "Zamówienie złożone", "Zamówienie złożono"),
        "pt": ("Data do pedido", "Pedido feito em", "Pedido realizado em"),
        "ru": ("Дата заказа", "Заказ оформлен", "Заказ размещен", "Заказ размещён"),
    },
    "paid": {
        "en": ("Paid on", "Payment completed on", "Payment date", "Payment time"),
        "de": ("Bezahlt am", "Zahlungsdatum", "Zahlung abgeschlossen am"),
        "es": ("Pagado el", "Fecha de pago", "Fecha del pago", "Pago completado el"),
        "fr": ("Payé le", "Date de paiement", "Date du paiement", "Paiement effectué le"),
        "it": ("Pagato il", "Data di pagamento", "Data del pagamento", "Pagamento effettuato il"),
        "ko": ("결제일", "결제일자", "결제 일자"),
        "nl": ("Betaald op", "Betaaldatum", "Betaling voltooid op"),
        "pl": ("Data płatności", "Zapłacono", "Opłacono"),
        "pt": ("Pago em", "Data do pagamento", "Data de pagamento", "Pagamento concluído em"),
        "ru": ("Дата оплаты", "Оплачено", "Заказ оплачен"),
    },
    "shipped": {
        "en": ("Shipped on", "Shipment completed on", "Shipping date"),
        "de": ("Versendet am", "Versandt am", "Versanddatum"),
        "es": ("Enviado el", "Fecha de envío", "Fecha del envío"),
        "fr": ("Expédié le", "Date d'expédition", "Date d'envoi"),
        "it": ("Spedito il", "Data di spedizione"),
        "ko": ("발송일", "발송일자", "발송 일자"),
        "nl": ("Verzonden op", "Verzenddatum"),
        "pl": ("Data wysyłki", "Wysłano"),
        "pt": ("Enviado em", "Data de envio", "Data do envio"),
        "ru": ("Дата отправки", "Отправлено", "Заказ отправлен"),
    },
    "payment": {
        "en": ("Payment method", "Payment methods"),
        "de": ("Zahlungsmethode", "Zahlungsart", "Zahlungsweise"),
        "es": ("Método de pago", "Forma de pago"),
        "fr": ("Mode de paiement", "Moyen de paiement", "Méthode de paiement"),
        "it": ("Metodo di pagamento",),
        "ko": ("결제 방법", "결제방법", "결제 수단", "결제수단"),
        "nl": ("Betaalmethode", "Betaalwijze"),
        "pl": ("Metoda płatności", "Sposób płatności"),
        "pt": ("Método de pagamento", "Forma de pagamento"),
        "ru": ("Способ оплаты",),
    },
    "total": {
        "en": ("Total", "Order total", "Total price", "Grand total"),
        "de": ("Gesamt", "Gesamtbetrag", "Gesamtsumme", "Summe", "Insgesamt"),
        "es": ("Total", "Importe total", "Total del pedido", "Precio total"),
        "fr": ("Total", "Montant total", "Total de la commande", "Prix total"),
        "it": ("Totale", "Totale ordine", "Importo totale"),
        "ko": ("합계", "총액", "총 금액", "총 결제 금액"),
        "nl": ("Totaal", "Totaalbedrag"),
        "pl": ("Razem", "Suma", "Łącznie", "Kwota całkowita"),
        "pt": ("Total", "Valor total", "Total do pedido"),
        "ru": ("Итого", "Всего", "Общая сумма", "Итоговая сумма"),  # noqa: RUF001 - this is Cyrillic
    },
}

REFUNDED = {
    "en": ("Refund completed",),
    "ko": ("고급 환불 완료", "환불 완료"),
}
"""How the list says that a refund is complete; the amount follows. Only what was seen, in English and in Korean."""

CANCEL = {
    "en": ("Cancel order",),
    "de": ("Bestellung stornieren",),
    "es": ("Cancelar pedido", "Cancelar el pedido"),
    "fr": ("Annuler la commande",),
    "it": ("Annulla ordine", "Annulla l'ordine"),
    "ko": ("주문 취소",),
    "nl": ("Bestelling annuleren",),
    "pl": ("Anuluj zamówienie",),
    "pt": ("Cancelar pedido", "Cancelar o pedido"),
    "ru": ("Отменить заказ",),
}
"""The button by which the order can be cancelled."""

MEANT = {normalised(word): label for label, words in LABELS.items() for texts in words.values() for word in texts}
REFUND = re.compile(
    rf"(?:{'|'.join(re.escape(word) for words in REFUNDED.values() for word in words)})[\\s:\uff1a]*(.*)", re.IGNORECASE
)
"""A notice of a complete refund, and the amount in it."""

CANCEL_WORDS = frozenset(normalised(word) for words in CANCEL.values() for word in words)


def meant(label: str) -> Label | None:
    """What the label stands for, in any language; `None` if nobody knows it."""
    return MEANT.get(normalised(label.strip(" :\uff1a")))
