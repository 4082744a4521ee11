"""The order list and the order detail as a browser saves them: the page alone, complete, or packed in one file."""

from __future__ import annotations

from collections.abc import Iterator

from aliorder.importers import LIMIT, Entry, FileRefused, InputFile, Terms
from aliorder.importers.pages.text import SAVE_AGAIN, PageText, is_bundle, is_page, plain_page

ORDERS = (
    b"order-item-header-status",
    b"order-item-header-right-info",
    b"order-detail-item-content",
    b"order-detail-info",
    b"order-block-title",
    b"copy-track-num",
)
"""Names of classes that only the two pages have. Who found them: samples/README.md in the tests."""

SITE = b"aliexpress."
ORDER_PAGE = b"/p/order/"
SIGN_IN = (b"fm-login-id", b"fm-login-password", b"login.aliexpress.", b"passport.aliexpress.")
"""What the form has in which one signs in to the site, and where it stands."""


class SavedPage:
    """Reads the saved pages of the site."""

    name = "saved-page"
    label = "order list or order detail as a web page saved by the browser (HTML, MHTML)"

    def claims(self, file: InputFile) -> bool:
        """Whether this is a page with the marks of one of the two, or the one on which to sign in instead."""
        packed = is_bundle(file.head)
        if not packed and not is_page(file.head):
            return False
        content = file.head if packed or file.size > LIMIT else file.content
        if any(name in content for name in ORDERS):
            return True
        return SITE in content and any(mark in content for mark in (ORDER_PAGE, *SIGN_IN))

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """The orders of the page. Raises `FileRefused` if it shows none."""
        from aliorder.importers.pages.order_detail import BLOCKS, read_detail  # noqa: PLC0415 - it needs lxml
        from aliorder.importers.pages.order_list import BLOCK, read_list  # noqa: PLC0415 - it needs lxml
        from aliorder.importers.pages.tree import tree_of  # noqa: PLC0415 - lxml is slow to import
        from aliorder.importers.pages.values import Page  # noqa: PLC0415 - it needs lxml

        text = page_text(file, terms.encoding)
        tree = tree_of(file.name, text.html)
        last = None if text.html.rstrip().endswith(">") else tree.last
        seen = text.saved or terms.seen
        page = Page(file.name, tree.root, text.address, terms, seen, text.saved is None, last)
        if tree.root.first(BLOCK):
            yield from read_list(page)
        elif any(tree.root.first(name) for name in BLOCKS):
            yield from read_detail(page)
        else:
            raise without_orders(file.name, text)


def page_text(file: InputFile, encoding: str | None) -> PageText:
    """The page in the file, plain or packed. Raises `FileRefused` if there is none, or its encoding is another."""
    if not is_bundle(file.head):
        return plain_page(file, encoding)
    from aliorder.importers.pages.bundle import unpacked  # noqa: PLC0415 - email is slow to import

    return unpacked(file, encoding)


def without_orders(file: str, text: PageText) -> FileRefused:
    """The refusal of a page that shows no orders, with the likely reason."""
    if any(mark.decode() in text.html for mark in SIGN_IN[:2]) or "login.aliexpress." in text.address:
        why = "the page holds no orders: you were signed out when it was saved"
        return FileRefused(file, why, "sign in, open My Orders and save it again")
    why = "the page shows no orders; it is another page of the site, or was saved without what it showed"
    return FileRefused(file, why, SAVE_AGAIN)
