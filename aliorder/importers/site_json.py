"""What the site itself sends to its order pages, as JSON or wrapped in a script call (JSONP)."""

from __future__ import annotations

import re

from aliorder.domain.policy import Policy
from aliorder.importers import FileRefused, InputFile, Reading
from aliorder.importers.json_text import parse
from aliorder.importers.site_detail import read_detail
from aliorder.importers.site_list import read_list
from aliorder.importers.site_page import open_page
from aliorder.importers.text import clean, cut, glance, text_of

READERS = {
    "mtop.aliexpress.trade.buyer.order.list": read_list,
    "mtop.aliexpress.trade.buyer.order.detail": read_detail,
}
NAMED = re.compile(r'"api"\s*:\s*"mtop\.aliexpress\.trade\.buyer\.order\.(?:list|detail)"')
OPENING = re.compile(r"\s*(?:[A-Za-z_$][\w$.]{0,79}\s*\(\s*)?\{", re.ASCII)
CALL = re.compile(r"\s*[A-Za-z_$][\w$.]{0,79}\s*\(", re.ASCII)

SAVE_AGAIN = "open My Orders and save it again"
FAILURES = (
    (("SESSION", "TOKEN"), "you were signed out when it was saved", f"sign in, {SAVE_AGAIN}"),
    (("VALIDATE", "RGV587"), "the site wanted to check that you are human", f"pass the check, {SAVE_AGAIN}"),
)


class SiteJson:
    """Reads the answers of the site's order list and order detail."""

    name = "site-json"
    label = "order list or order detail as the site sends it (JSON, JSONP)"

    def claims(self, file: InputFile) -> bool:
        """Whether this looks like one of the two answers, be it damaged."""
        text = glance(file)
        return bool(OPENING.match(text) and NAMED.search(text))

    def read(self, file: InputFile, policy: Policy) -> Reading:
        """The orders. Raises `FileRefused` if it is not JSON, not an order page, or the site gave none."""
        answer = parse(file, unwrapped(text_of(file)))
        if not isinstance(answer, dict):
            raise FileRefused(file.name, "this has not the shape of an order page", SAVE_AGAIN)
        return read_answer(answer, file.name, policy)


def read_answer(answer: dict[str, object], file: str, policy: Policy) -> Reading:
    """The orders in one answer of the site. Raises `FileRefused` as `SiteJson.read` does."""
    api = answer.get("api")
    reader = READERS.get(api) if isinstance(api, str) else None
    if reader is None:
        raise FileRefused(file, "this is neither an order list nor an order detail", SAVE_AGAIN)
    check_success(answer.get("ret"), file)
    return reader(open_page(answer.get("data"), file), policy)


def unwrapped(text: str) -> str:
    """The JSON inside a script call, or the text itself; line numbers stay as they are."""
    call = CALL.match(text)
    if call is None:
        return text
    lines_before = "\n" * text.count("\n", 0, call.end())
    return lines_before + text[call.end() :].rstrip().removesuffix(";").rstrip().removesuffix(")")


def check_success(ret: object, file: str) -> None:
    """Raises `FileRefused`, with the way out, unless the site's return code is that of a success."""
    codes = [code for code in ret if isinstance(code, str)] if isinstance(ret, list) else []
    if any(code.startswith("SUCCESS") for code in codes):
        return
    code = " ".join(codes).partition("::")[0]
    for words, why, hint in FAILURES:
        if any(word in code.upper() for word in words):
            raise FileRefused(file, f"the capture holds no orders: {why}", hint)
    answer = f"the site answered {cut(clean(code), 60)}" if code else "the site's return code is missing"
    raise FileRefused(file, f"the capture holds no orders: {answer}", SAVE_AGAIN)
