"""The formats that aliorder reads."""

from __future__ import annotations

from collections.abc import Iterator

from aliorder.importers import Entry, Importer, InputFile, Terms, identify
from aliorder.importers.mail.eml import Eml
from aliorder.importers.mail.mbox import Mbox
from aliorder.importers.own.export_csv import AliorderCsv
from aliorder.importers.own.export_json import AliorderJson
from aliorder.importers.pages.saved import SavedPage
from aliorder.importers.paypal.activity import PayPal
from aliorder.importers.programs.andrew_melnyk import ANDREW_MELNYK
from aliorder.importers.programs.chriskomus import CHRISKOMUS
from aliorder.importers.programs.nrbrook import NRBROOK_LINES, NRBROOK_ORDERS
from aliorder.importers.programs.order_exporter import ORDER_EXPORTER
from aliorder.importers.programs.privacy_export import PRIVACY_EXPORT
from aliorder.importers.programs.shopper_csv import SHOPPER_CSV
from aliorder.importers.programs.shopper_json import ShopperJson
from aliorder.importers.programs.stoneddiscord import STONEDDISCORD
from aliorder.importers.site.captures import SiteCaptures
from aliorder.importers.site.har import SiteHar
from aliorder.importers.site.response import SiteJson

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
