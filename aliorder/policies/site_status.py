"""The statuses of the order page: how they are spelled, and what each says about the order.

A status rules out (`denies`) only what cannot be true beside it. The money of a part may come back
while the rest is under way, so the statuses of a running order leave refunds alone; and what the
buyer asked for stays known even where the page has moved on.
"""

from __future__ import annotations

from aliorder.domain.policy import SiteStatus
from aliorder.domain.vocabulary import CANCELLATIONS, EventKind

ON_THE_WAY: tuple[EventKind, ...] = (
    "delivery-failed",
    "reshipped",
    "delivery-refused",
    "delivered",
    "receipt-confirmed",
)
SENT: tuple[EventKind, ...] = ("part-shipped", "shipped", *ON_THE_WAY)
DISPUTE: tuple[EventKind, ...] = (
    "dispute-opened",
    "dispute-refused",
    "dispute-agreed",
    "dispute-won",
    "dispute-lost",
    "dispute-cancelled",
    "appealed",
)
RETURN: tuple[EventKind, ...] = ("return-agreed", "return-sent", "return-received")
REFUND: tuple[EventKind, ...] = (
    "refund-started",
    "bank-form-filled",
    "payout-asked",
    "refund-completed",
    "refund-received",
    "refund-chased",
)
UNVERIFIED: tuple[EventKind, ...] = (
    "payment-verified",
    "expired",
    "cancel-requested",
    "cancel-refused",
    *CANCELLATIONS,
    *SENT,
    *DISPUTE,
    *RETURN,
    *REFUND,
)
"""What cannot have happened while the payment is still being checked."""

BEFORE_SHIPPING = (
    SiteStatus(
        "unpaid",
        {
            "en": ("To pay", "Awaiting payment", "Unpaid"),
            "ru": ("Ожидается оплата", "Ожидание платежа"),
            "pt": ("A ser pago", "Aguardando pagamento"),
            "es": ("En espera de pago", "Pendiente de pago"),
            "pl": ("Oczekiwanie na płatność",),
            "ko": ("결제 대기",),
            "code": ("PLACE_ORDER_SUCCESS",),
        },
        ("placed",),
        ("api-status", "aliexpress-mcp", "mysku", "foit", "boxing-niimi", "que-dalle", "goonggme"),
        denies=("paid", *UNVERIFIED, "extension-asked", "claimed-outside", "frozen"),
    ),
    SiteStatus(
        "payment-verification",
        {
            # One guide's "order placed" is the moment after paying.
            "en": (
                "Payment being verified",
                "Your payment is being verified",
                "Payment verification",
                "Checking the payment",
                "Order placed",
            ),
            "ru": ("Проверка платежа", "Платеж проверяется", "Платёж проверяется"),
            "cs": ("Platba se ověřuje",),
            "code": ("RISK_CONTROL", "PAYMENT_PROCESSING"),
        },
        ("paid",),
        ("api-status", "alimaniac", "S2", "S4", "foit", "ceskyali"),
        denies=UNVERIFIED,
        supersedes=("frozen",),
    ),
    SiteStatus(
        "seller-checks-payment",
        {"en": ("Payment not yet confirmed",), "code": ("WAIT_SELLER_EXAMINE_MONEY",)},
        ("paid",),
        ("api-status", "alimaniac"),
        denies=UNVERIFIED,
        supersedes=("frozen",),
    ),
    SiteStatus(
        "awaiting-shipment",
        {
            "en": (
                "Processing",
                "Ready to ship",
                "To ship",
                "Awaiting shipment",
                "The supplier is processing your order",
                "Pending operation success",
                "Sending is expected",
            ),
            "ru": ("Ожидается отправка",),
            "pt": ("Processando", "Esperando envio"),
            "ko": ("배송 준비 중",),
            "it": ("In attesa di spedizione",),
            "code": ("WAIT_SELLER_SEND_GOODS", "WAIT_GROUP_SUCCESS"),
        },
        ("payment-verified",),
        ("api-status", "aliexpress-mcp", "alimaniac", "S2", "S4", "aliwka", "coleco", "chadbrain"),
        # A request under way would show as "Awaiting cancellation".
        denies=("expired", "cancel-requested", *CANCELLATIONS, *SENT, *DISPUTE, *RETURN),
        supersedes=("frozen",),
    ),
    SiteStatus(
        "cancel-requested",
        {"en": ("Awaiting cancellation",), "code": ("IN_CANCEL",)},
        ("cancel-requested",),
        ("api-status", "S2"),
        # The rest of an order that was shipped in part can be under request.
        denies=("expired", *CANCELLATIONS, "shipped", *ON_THE_WAY, *DISPUTE, *RETURN),
        supersedes=("cancel-refused", "frozen"),
    ),
    SiteStatus(
        "presale",
        {"en": ("Promotion is on",), "code": ("IN_PRESELL_PROMOTION",)},
        ("paid",),  # a deposit may be: who is told to let it expire could lose it
        ("api-status", "judgement"),
    ),
)

SHIPPED = (
    SiteStatus(
        "part-shipped",
        {"en": ("Partial shipment",), "code": ("SELLER_PART_SEND_GOODS",)},
        ("part-shipped",),
        ("api-status", "alimaniac"),
        # One part may be cancelled while another is sent, so cancellations stand.
        denies=("expired", "shipped", "delivered", "receipt-confirmed"),
        supersedes=("frozen",),
    ),
    SiteStatus(
        "shipped",
        {
            "en": ("Awaiting delivery", "Shipped", "Shipping"),
            "pt": ("Aguardando a entrega", "Enviado"),
            "es": ("Enviado",),
            "ko": ("배송 중",),
            "code": ("WAIT_BUYER_ACCEPT_GOODS",),
        },
        ("shipped",),
        ("api-status", "aliexpress-mcp", "S4"),
        # The page reads so until the buyer confirms: the goods may long be here, or in dispute.
        denies=("expired", *CANCELLATIONS, "receipt-confirmed"),
        supersedes=("frozen",),
    ),
    SiteStatus(
        "delivery-canceled",
        {"en": ("Delivery canceled", "Delivery cancelled", "Shipment canceled", "Shipment cancelled")},
        ("delivery-failed",),
        ("S1", "alibestfinds"),
        # Whoever cancelled the order may have caused it, so cancellations stand.
        denies=("expired", "delivered", "receipt-confirmed"),
        supersedes=("frozen",),
    ),
    SiteStatus(
        "delivered",
        {"en": ("Delivered", "Delivery"), "ko": ("배송 완료",)},
        ("delivered",),
        ("goonggme", "S4"),
        denies=("expired", *CANCELLATIONS),
        supersedes=("delivery-failed", "reshipped", "frozen"),
    ),
    SiteStatus(
        "in-dispute",
        {"en": ("Dispute orders", "Dispute in progress"), "code": ("IN_ISSUE",)},
        ("dispute-opened",),
        ("api-status", "alimaniac", "chinaparcel"),
        # A dispute stays open while goods travel back, so returns stand.
        denies=("expired", *CANCELLATIONS, "dispute-agreed", "dispute-won"),
        supersedes=("dispute-lost", "dispute-cancelled", "frozen"),
    ),
    SiteStatus(
        "frozen",
        {"en": ("Frozen order", "Frozen orders"), "code": ("IN_FROZEN",)},
        ("frozen",),
        ("api-status", "alimaniac", "faq-2018"),
        denies=("expired",),
        supersedes=("unfrozen",),
    ),
)

ENDED = (
    SiteStatus(
        "canceled",
        {
            "en": ("Canceled", "Cancelled", "Order canceled", "Order cancelled"),
            "pt": ("Cancelado", "Compra cancelada", "Pedido cancelado"),
            "ru": ("Отменён", "Отменен"),
        },
        ("cancelled-by-platform",),
        ("aliexpress-mcp", "S1", "S4", "all55"),
        # It can come up while the parcel travels or a dispute runs; a lost dispute stays lost.
        denies=("receipt-confirmed",),
        supersedes=(
            "delivery-refused",
            "dispute-opened",
            "dispute-refused",
            "dispute-cancelled",
            "appealed",
            "return-agreed",
            "return-sent",
            "frozen",
        ),
        after_request="cancel-accepted",
    ),
    SiteStatus(
        "expired",
        {"en": ("Expired", "Payment expired"), "pt": ("Expirado", "Pagamento expirado")},
        ("expired",),
        ("aliexpress-mcp", "S2"),
        # Some pages call a paid and cancelled order expired, so payment, cancellation and refund stand.
        denies=("payment-verified", *SENT, *DISPUTE, *RETURN, "frozen"),
        after_request="cancel-accepted",
    ),
    SiteStatus(
        "refund-completed",
        {"en": ("Refund completed",)},
        ("refund-completed",),
        ("intl-alipay", "S1", "chinaparcel-refund"),
        denies=("expired",),
        supersedes=("dispute-lost", "frozen"),
    ),
    SiteStatus(
        "completed",
        {
            "en": ("Completed", "Finished", "Order completed", "Awaiting feedback"),
            "pt": ("Concluído", "Finalizado"),
            "ru": ("Завершён", "Завершен"),
            "de": ("Abgeschlossen",),
            "code": ("FINISH",),
        },
        (),
        ("api-status", "api-end-reasons", "aliexpress-mcp", "S2", "all55", "order-exporter"),
        decides=False,
        ended=True,
        after_request="cancel-accepted",
    ),
    SiteStatus(
        "closed",
        {"en": ("Closed",), "es": ("Pedido cerrado",)},
        (),
        ("alimaniac", "all55", "miorti"),
        decides=False,
        ended=True,
        after_request="cancel-accepted",
    ),
    SiteStatus(
        "processed",
        # The tab of that name holds finished orders, public code reads it as shipped.
        {"en": ("Processed",), "pt": ("Processado",)},
        (),
        ("aliexpress-mcp",),
        decides=False,
    ),
    SiteStatus(
        "payment-processing",
        # Money coming in, or going back after a cancellation.
        {"en": ("Payment processing",), "cs": ("Zpracování platby",)},
        (),
        ("S2", "ceskyali"),
        decides=False,
        after_request="cancel-accepted",
    ),
    SiteStatus(
        "fund-processing",
        {"en": ("Fund processing",), "code": ("FUND_PROCESSING",)},
        (),
        ("api-status", "alimaniac"),
        decides=False,
        after_request="cancel-accepted",
    ),
)

SITE_STATUSES: tuple[SiteStatus, ...] = (*BEFORE_SHIPPING, *SHIPPED, *ENDED)
"""Every status that aliorder understands; no spelling belongs to two of them."""
