"""One answer of the site's own programming interface, however it was captured."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from aliorder.importers import FileRefused, Problem
from aliorder.importers.values.fields import Fields
from aliorder.importers.values.text import clean
from aliorder.words.safe import cut

SAVE_AGAIN = "open My Orders and save it again"
FAILED = "the capture holds no orders"


class SignedOut(FileRefused):
    """The site did not know whose orders were asked for."""


class Answer(NamedTuple):
    """What the site sent once.

    `api` is the name of what was asked, in small letters. `place` leads to the answer in the file, empty where it is
    the whole file. `captured` is the moment at which it came, as far as the capture tells, and `order_number` that of
    the order which the page asked about.
    """

    file: str
    api: str
    ret: object
    data: object
    place: str = ""
    captured: datetime | None = None
    order_number: str | None = None

    def fields(self, values: object, key: str, problems: list[Problem]) -> Fields:
        """The object `values`, which stands under `key`, as fields; anything else as an object without fields."""
        return Fields({}, self.file, self.place, problems).below(key, values)

    def module(self, problems: list[Problem]) -> Fields:
        """The object that holds all that the simpler answers say. Raises `FileRefused` if there is none."""
        module = self.data.get("module") if isinstance(self.data, dict) else None
        if not isinstance(module, dict):
            raise self.refused("this has not the shape of such an answer of the site", SAVE_AGAIN)
        return self.fields(module, "module", problems)

    def refused(self, why: str, hint: str | None = None) -> FileRefused:
        """The refusal of the whole answer."""
        return FileRefused(self.file, why, hint)


def check_success(answer: Answer) -> None:
    """Raises `FileRefused`, with the way out, unless the site's return code is that of a success."""
    codes = [code for code in answer.ret if isinstance(code, str)] if isinstance(answer.ret, list) else []
    if any(code.startswith("SUCCESS") for code in codes):
        return
    code = " ".join(codes).partition("::")[0]
    if any(word in code.upper() for word in ("SESSION", "TOKEN", "LOGIN", "SID_INVALID")):
        raise SignedOut(answer.file, f"{FAILED}: you were signed out when it was saved", f"sign in, {SAVE_AGAIN}")
    if any(word in code.upper() for word in ("VALIDATE", "RGV587")):
        why = f"{FAILED}: the site wanted to check that you are human"
        raise answer.refused(why, f"pass the check, {SAVE_AGAIN}")
    reply = f"the site answered {cut(clean(code), 60)}" if code else "the site's return code is missing"
    raise answer.refused(f"{FAILED}: {reply}", SAVE_AGAIN)
