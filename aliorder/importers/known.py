"""The formats that aliorder reads."""

from __future__ import annotations

from collections.abc import Iterator

from aliorder.importers import Entry, Importer, InputFile, Terms, identify
from aliorder.importers.aliorder_csv import AliorderCsv
from aliorder.importers.aliorder_json import AliorderJson
from aliorder.importers.andrew_melnyk import ANDREW_MELNYK
from aliorder.importers.chriskomus import CHRISKOMUS
from aliorder.importers.eml import Eml
from aliorder.importers.mbox import Mbox
from aliorder.importers.nrbrook import NRBROOK_LINES, NRBROOK_ORDERS
from aliorder.importers.order_exporter import ORDER_EXPORTER
from aliorder.importers.paypal import PayPal
from aliorder.importers.privacy_export import PRIVACY_EXPORT
from aliorder.importers.saved_page import SavedPage
from aliorder.importers.shopper_csv import SHOPPER_CSV
from aliorder.importers.shopper_json import ShopperJson
from aliorder.importers.site_captures import SiteCaptures
from aliorder.importers.site_har import SiteHar
from aliorder.importers.site_json import SiteJson
from aliorder.importers.stoneddiscord import STONEDDISCORD

IMPORTERS: tuple[Importer, ...] = (
    SiteJson(),
    SiteHar(),
    SiteCaptures(),
    ORDER_EXPORTER,
    SHOPPER_CSV,
    ShopperJson(),
    NRBROOK_ORDERS,
    NRBROOK_LINES,
    ANDREW_MELNYK,
    CHRISKOMUS,
    STONEDDISCORD,
    PRIVACY_EXPORT,
    Eml(),
    Mbox(),
    SavedPage(),
    PayPal(),
    AliorderJson(),
    AliorderCsv(),
)
"""An importer a format, in the order in which they are listed."""


def read_file(file: InputFile, terms: Terms) -> Iterator[Entry]:
    """What the file says, by the importer that claims it. Raises `FileRefused` if nothing (more) can be read."""
    return identify(file, IMPORTERS).read(file, terms)
