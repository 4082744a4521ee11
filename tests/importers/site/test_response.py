from __future__ import annotations

import codecs
import json

import pytest

from aliorder.importers import FileRefused, InputFile, file_of
from tests.importers.given import DATA, as_file, capture, fixture, read

LIST = (DATA / "order-list.json").read_bytes()
API = "mtop.aliexpress.trade.buyer.order.list"
ANSWERS = ("order-list.json", "order-detail.json", "tracking.json", "refund-list.json", "order-count.json")
HEAD = f'{{"api": "{API}", '
SIGNED_OUT = "the capture holds no orders: you were signed out when it was saved"
SIGN_IN = "sign in, open My Orders and save it again"
AGAIN = "open My Orders and save it again"


def refusal(file: InputFile) -> tuple[str, str | None]:
    with pytest.raises(FileRefused) as refused:
        read(file)
    return refused.value.message, refused.value.hint


def content(text: str | bytes) -> InputFile:
    return file_of("f", text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    "saved",
    [
        codecs.BOM_UTF8 + LIST,
        LIST.decode().encode("utf-16"),
        b"\r\n " + LIST,
        b"callback (" + LIST + b") ; \n",
        b"$.on_1(" + LIST + b")",
    ],
)
def test_the_way_in_which_it_was_saved_does_not_matter(saved: bytes) -> None:
    expected = read(file_of("f", LIST))
    assert read(file_of("f", saved)) == expected


def test_a_page_saved_while_signed_out_is_refused_with_the_way_out() -> None:
    name = "order-list.signed-out.json"
    assert refusal(fixture(name)) == (f"{name}: {SIGNED_OUT}", SIGN_IN)


@pytest.mark.parametrize(
    "ret, message, hint",
    [
        (["FAIL_SYS_TOKEN_EXOIRED::x"], SIGNED_OUT, SIGN_IN),
        (["FAIL_SYS_SID_INVALID::x"], SIGNED_OUT, SIGN_IN),
        (["NEED_LOGIN"], SIGNED_OUT, SIGN_IN),
        (
            ["FAIL_SYS_USER_VALIDATE", "RGV587_ERROR::x"],
            "the capture holds no orders: the site wanted to check that you are human",
            f"pass the check, {AGAIN}",
        ),
        (["FAIL_BIZ_X::x"], "the capture holds no orders: the site answered FAIL_BIZ_X", AGAIN),
        ([], "the capture holds no orders: the site's return code is missing", AGAIN),
        (None, "the capture holds no orders: the site's return code is missing", AGAIN),
        ({"a": 1}, "the capture holds no orders: the site's return code is missing", AGAIN),
    ],
)
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_no_success_is_never_taken_for_an_empty_one(
    name: str, ret: object, message: str, hint: str
) -> None:
    value = capture(name)
    value["ret"] = ret
    assert refusal(as_file(value, "f")) == (f"f: {message}", hint)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_name_of_an_answer_may_stand_anywhere_in_it_and_in_capitals(name: str) -> None:
    value = capture(name)
    api = value.pop("api")
    text = json.dumps({"padding": "x" * 100_000, **value, "api": api.upper()}, indent=4)
    assert read(content(text)) == read(fixture(name))


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize(
    "text",
    [
        b"\x00\x01\x02\xff" * 50,
        "Order Id,Order date\n3039000000000100,2026-06-20\n",
        "[]",
        "{}",
        "{",
        "null",
        '{"api": "mtop.aliexpress.trade.buyer.order.operation"}',
        f'{{"apis": "{API}", "name": "api"}}',
        f'"api": "{API}"',
        f'[{{"api": "{API}"}}]',
    ],
)
def test_what_is_not_an_answer_of_these_pages_is_not_claimed(text: str | bytes) -> None:
    assert refusal(content(text))[0] == "f: this is not a file that aliorder knows"


@pytest.mark.parametrize(
    "text, message",
    [
        (LIST[:700], "f, line 32: the JSON breaks off, as if the file was not saved whole"),
        (LIST[:60], "f, line 3: the JSON breaks off, as if the file was not saved whole"),
        (HEAD + "\n]", "f, line 2: this is not valid JSON (at column 1)"),
        ("cb(\n" + HEAD + "\n])", "f, line 3: this is not valid JSON (at column 1)"),
        (HEAD + '"a": ' + "[" * 200_000, "f: the JSON is nested too deeply to be an order page"),
        (HEAD.encode() + b'\n"a": "\xe9"}', "f, line 2: the text is not in UTF-8"),
        (HEAD + '"ret": ["SUCCESS::"]}', "f: this has not the shape of an order page"),
        (HEAD + '"ret": ["SUCCESS::"], "data": {"data": []}}', "f: this has not the shape of an order page"),
        (f'{{"data": {{"api": "{API}"}}}}', "f: this is none of the site's answers about orders"),
    ],
)
def test_a_damaged_answer_is_refused_with_its_place(text: str | bytes, message: str) -> None:
    assert refusal(content(text))[0] == message


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999999999", "1E-9999999999999999999999", "9" * 10_000])
def test_a_monstrous_number_spoils_only_its_field(number: str) -> None:
    text = json.dumps(capture("order-list.json")).replace('"quantity": 3', f'"quantity": {number}')
    reading = read(content(text))
    assert (len(reading.orders), [problem.field for problem in reading.problems]) == (
        3,
        ["pc_om_list_order_3039000000000100.fields.orderLines[0].quantity"],
    )


def test_a_gigantic_text_is_cut_and_a_raw_nul_replaced() -> None:
    value = capture("order-list.json")
    text = json.dumps(value).replace("Wool hat", "Wool\x00hat" + "!" * 1_000_000)
    titles = [item.title for order in read(content(text)).orders for item in order.items]
    assert titles[2] == "Wool\ufffdhat" + "!" * 491 + "…"
