"""A rich example of a dossier: strange texts, pictures made here, every kind of fact. For tests, and to look at.

python -m tests.dossier_example TARGET     writes it as a folder, or as a zip if TARGET ends in .zip
"""

# ruff: noqa: RUF001 - Chinese has commas of its own

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO
from zoneinfo import ZoneInfo

from PIL import Image, ImageDraw

from aliorder.cli.dossier_files import write_dossier
from aliorder.domain.advice import advise
from aliorder.domain.order import Deadline, Event, Evidence, Item, Money, Order, SeenStatus, When
from aliorder.domain.vocabulary import Case, EvidenceKind
from aliorder.errors import StoreError
from aliorder.exporters.dossier.model import Dossier
from aliorder.policies import load_policy

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 14, 5, tzinfo=BERLIN)

ASKING = "您好，我的订单还没有收到。\n物流信息从 10 月 20 日起没有更新。请问包裹现在在哪里？\n谢谢！"
ANSWER = "亲爱的买家，您好！包裹正在运输途中，请您再耐心等待 15 天。\n如果还没有收到，我们会重新发货或者退款。"
AGAIN = (
    "Hello,\nthe promised day, 10 November, is over and the parcel has not arrived. The tracking page has not changed "
    "since 20 October. Please refund the order.\nThank you."
)
REFUSAL = "Dear friend, please cancel the dispute, the parcel is coming. It is at customs of your country. 请取消纠纷。"
ARABIC = "سماعات بلوتوث لاسلكية مع علبة شحن، أسود"
HEBREW = "כיסוי סיליקון"
HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


class Contents:
    """Kept contents by their SHA-256, in memory."""

    def __init__(self) -> None:
        self.by_sum: dict[str, bytes] = {}

    def add(self, content: bytes) -> str:
        found = sha256(content).hexdigest()
        self.by_sum[found] = content
        return found

    def open(self, found: str) -> BinaryIO:
        if found not in self.by_sum:
            raise StoreError(f"the content of evidence {found[:8]} is missing", "add the file again")
        return BytesIO(self.by_sum[found])


def at(month: int, day: int, hour: int, minute: int = 0) -> When:
    """A moment of 2026 in Berlin."""
    return When(at=datetime(2026, month, day, hour, minute, tzinfo=BERLIN))


def on(month: int, day: int) -> When:
    """A day of 2026."""
    return When(date(2026, month, day))


def screenshot(title: str, lines: Mapping[str, str], size: tuple[int, int] = (1080, 1500)) -> bytes:
    """A picture that looks like a page on a phone."""
    picture = Image.new("RGB", size, "#f5f5f5")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, size[0], 150), fill="#e43225")
    pen.text((48, 50), title, fill="white", font_size=48)
    for row, (left, right) in enumerate(lines.items()):
        top = 210 + row * 150
        pen.rounded_rectangle((40, top, size[0] - 40, top + 120), 18, fill="white")
        pen.text((80, top + 22), left, fill="#222222", font_size=34)
        pen.text((80, top + 70), right, fill="#777777", font_size=28)
    return encoded(picture, "PNG")


def photo(size: tuple[int, int] = (1600, 1200)) -> bytes:
    """A picture that looks like a photo of a parcel, turned by its EXIF data, and with the place where it was taken."""
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    pen = ImageDraw.Draw(picture)
    pen.polygon(((400, 300), (1200, 260), (1260, 900), (360, 960)), fill="#b98d5a", outline="#6d4c25", width=6)
    pen.rectangle((620, 480, 1000, 720), fill="white", outline="black", width=3)
    pen.text((640, 520), "LP00123456789CN", fill="black", font_size=40)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    content = BytesIO()
    picture.save(content, "JPEG", exif=exif, quality=90)
    return content.getvalue()


def encoded(picture: Image.Image, form: str) -> bytes:
    """The picture in one of Pillow's formats."""
    content = BytesIO()
    picture.save(content, form)
    return content.getvalue()


TRACKING = {
    "Left the airport of departure": "20 Oct 2026 04:12",
    "Handed over to the airline": "17 Oct 2026 21:40",
    "Left the sorting centre, Shenzhen": "9 Oct 2026 08:02",
    "Taken in by the carrier": "7 Oct 2026 16:55",
}
CHAT = {
    "You": "The parcel has not arrived. Please refund the order.",
    "Example Audio Store": "Dear friend, please wait 15 days more.",
    "You ": "It should have been here by 10 November.",
}
PAGE = {"Order 8123456789012345": "Awaiting delivery", "Delivery": "by 10 Nov 2026", "Total": "EUR 34.27"}


def evidence_of(contents: Contents) -> tuple[Evidence, ...]:
    """Six pieces of evidence, of which one is no picture."""

    def piece(
        name: str,
        media: str,
        content: bytes,
        kind: EvidenceKind,
        when: When,
        shows: str | None,
        supports: tuple[Case, ...] = ("not-received",),
    ) -> Evidence:
        added = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
        return Evidence(contents.add(content), name, len(content), media, added, kind, when, shows, supports)

    return (
        piece(
            "Screenshot_20261120.png",
            "image/png",
            screenshot("Tracking LP00123456789CN", TRACKING),
            "tracking",
            on(11, 20),
            "The carrier's page: nothing has moved since 20 October.",
        ),
        piece(
            "聊天记录.png",
            "image/png",
            screenshot("Chat", CHAT, (1080, 900)),
            "chat",
            on(11, 14),
            "卖家要求再等 15 天。 The seller asks to wait for 15 days more, after the promised day.",
        ),
        piece(
            "order page.png",
            "image/png",
            screenshot("Order details", PAGE, (1080, 720)),
            "order-page",
            on(11, 20),
            "The order page with the promised day of delivery.",
        ),
        piece(
            f"{HOSTILE}.jpg",
            "image/jpeg",
            photo(),
            "packing",
            When(),
            f"Label of an earlier parcel to the same address {HOSTILE}",
        ),
        piece(
            "quittung.pdf", "application/pdf", b"%PDF-1.4\n%%EOF\n", "payment", on(10, 3), "Receipt of the payment", ()
        ),
        piece(
            f"{'very-long-name-without-a-space-' * 6}.mp4",
            "video/mp4",
            b"\0\0\0\x18ftypmp42" + bytes(5000),
            "video",
            When(),
            None,
        ),
    )


def order_of(contents: Contents) -> Order:
    """An order that has not arrived, about which there is a dispute."""
    return Order(
        number="8123456789012345",
        title=ARABIC,
        store_name="Example Audio Store 示例音响店",
        items=(
            Item("1", ARABIC, 1, Money(Decimal("27.90"), "EUR")),
            Item("2", f"{HEBREW} for earbuds, {HOSTILE}", 2, Money(Decimal("1.99"), "EUR")),
        ),
        total=Money(Decimal("34.27"), "EUR"),
        payment="paypal",
        country="DE",
        tracking="LP00123456789CN",
        parcel="stuck",
        why="not-received",
        status=SeenStatus("Awaiting delivery", datetime(2026, 11, 20, 9, 15, tzinfo=BERLIN)),
        deadlines=(
            Deadline("ship-by", on(10, 10)),
            Deadline("deliver-by", on(11, 10)),
            Deadline("protection-until", on(12, 6)),
        ),
        events=(
            Event("placed", at(10, 3, 20, 15)),
            Event("paid", at(10, 3, 20, 17)),
            Event("payment-verified", on(10, 4)),
            Event("shipped", on(10, 7)),
            Event("message-sent", at(11, 2, 19, 40), text=ASKING),
            Event("seller-answered", at(11, 3, 3, 12), text=ANSWER),
            Event("extension-asked", When()),
            Event("message-sent", at(11, 12, 8, 30), text=AGAIN),
            Event("seller-answered", at(11, 14, 4, 1), text=f"Please wait 15 days more.\n{HOSTILE}"),
            Event("dispute-opened", at(11, 16, 21, 0), text="The parcel has not arrived. I ask for a full refund."),
            Event("dispute-refused", at(11, 18, 5, 30), text=REFUSAL),
            Event(
                "message-sent",
                on(11, 19),
                text="The tracking page still shows nothing new.\n\nI do not cancel the dispute.",
            ),
        ),
        evidence=evidence_of(contents),
    )


def example(contents: Contents, order: Order | None = None) -> Dossier:
    """The example, its contents put into `contents`."""
    order, policy = order or order_of(contents), load_policy()
    return Dossier(order, policy, NOW, "0.6.0", advise(replace(order, evidence=()), policy, NOW), name="Maria Beispiel")


def main() -> None:
    """Write the example."""
    contents = Contents()
    write_dossier(example(contents), contents.open, sys.argv[1], replace=True)


if __name__ == "__main__":
    main()
