"""What the columns of a table can tell, in words, and how tables often head them."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "order": "order number",
    "placed": "day of the order",
    "status": "status of the order",
    "title": "title of the item",
    "order-title": "title of the whole order",
    "quantity": "number of pieces",
    "price": "price of one piece",
    "total": "total of the order",
    "currency": "currency",
    "store": "store",
    "payment": "way of paying",
    "tracking": "tracking number",
    "paid": "day of the payment",
    "shipped": "day of shipping",
    "delivered": "day of delivery",
    "refund-received": "day on which money came back",
    "country": "country",
    "line": "number of the order line",
    "note": "a note",
}
"""The facts that are asked for, the likeliest first."""

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "order": (
        "order", "order id", "order no", "order no.", "order number", "order #", "orderid", "order_id", "order nr",
        "aliexpress order id", "aliexpress order", "aliexpress order number", "supplier order", "supplier order id",
        "bestellnummer", "bestell-nr.", "numéro de commande", "número de pedido", "número do pedido",
        "numer zamówienia", "numero ordine", "номер заказа", "订单号", "订单编号", "주문 번호", "주문번호", "注文番号",
    ),
    "placed": (
        "date", "order date", "ordered", "ordered on", "order time", "created", "created at", "order created", "placed",
        "bestelldatum", "datum", "date de commande", "fecha", "fecha del pedido", "data", "data do pedido",
        "data zamówienia", "data ordine", "дата", "дата заказа", "下单时间", "주문 날짜", "注文日",
    ),
    "status": ("status", "order status", "state", "bestellstatus", "statut", "estado", "stato", "статус", "订单状态"),
    "title": (
        "title", "item", "item title", "item name", "product", "product title", "product name", "name", "artikel",
        "produkt", "produit", "producto", "produto", "prodotto", "товар", "商品名称",
    ),
    "quantity": ("qty", "quantity", "count", "pieces", "anzahl", "menge", "quantité", "cantidad", "数量"),
    "price": ("price", "unit price", "item price", "price each", "preis", "prix", "precio", "preço", "prezzo", "单价"),
    "total": (
        "total", "order total", "total price", "order amount", "amount", "total cost", "cost", "gesamt", "summe",
        "gesamtpreis", "montant total", "importe total", "valor total", "suma", "totale", "сумма", "实付款",
    ),
    "currency": ("currency", "währung", "devise", "moneda", "moeda", "waluta", "valuta", "валюта", "币种"),
    "store": ("store", "store name", "shop", "seller", "supplier", "supplier name", "vendor", "händler", "店铺名称"),
    "payment": ("payment", "payment method", "paid with", "zahlungsart", "moyen de paiement", "支付方式"),
    "tracking": (
        "tracking", "tracking number", "tracking no", "tracking no.", "tracking id", "tracking code", "sendungsnummer",
        "numéro de suivi", "número de seguimiento", "运单号",
    ),
    "paid": ("paid", "paid on", "payment date", "paid at", "payment time", "付款时间"),
    "shipped": ("shipped", "shipped on", "ship date", "shipping date", "shipped at", "发货时间"),
    "delivered": ("delivered", "delivered on", "delivery date", "delivered at"),
    "refund-received": ("refunded", "refunded on", "refund date"),
    "country": ("country code",),
    "line": ("line id", "order line id", "order_line_id", "sub order", "子订单号"),
    "note": ("note", "notes", "remark", "remarks", "comment"),
}  # fmt: skip
"""Headings that say which fact stands below them, in small letters."""


def likely_columns(header: tuple[str, ...]) -> dict[str, str]:
    """The columns whose headings say what they tell: the heading as it stands, by fact."""
    spelled = {" ".join(name.casefold().split()): name for name in reversed(header) if name}
    found: dict[str, str] = {}
    for fact, headings in HEADINGS.items():
        heading = next((spelled[name] for name in headings if name in spelled), None)
        if heading is not None and heading not in found.values():
            found[fact] = heading
    return found
