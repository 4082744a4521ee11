"""Exit code 2: wrong usage, a value that cannot be read, a prompt where none is possible; each says what to do."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from aliorder.cli.listing import OTHER_WORDS
from tests.cli.given import CABLE, every_command, ran

Refusal = tuple[str, str, str | None]

IDS: list[Refusal] = [
    ("advise --why notneeded", "'notneeded' is not a known why", "did you mean not-needed"),
    ("advise --payment vsa", "'vsa' is not a known payment method", "did you mean visa"),
    ("advise --payment cheque", "'cheque' is not a known payment method", ""),
    ("advise --payment foo", "'foo' is not a known payment method", "known: card, "),
    ("advise --event piad=today", "'piad' is not a known event", "did you mean paid"),
    ("advise --deadline shipby=today", "'shipby' is not a known deadline", "did you mean ship-by"),
    ("advise --parcel stcuk", "'stcuk' is not a known state of a parcel", "did you mean stuck"),
    ("advise --coupon shop", "'shop' is not a known coupon", ""),
    ("record cable shippd", "'shippd' is not a known event", "did you mean shipped"),
    ("list --stage refundd", "'refundd' is not a known stage", "did you mean refunded"),
    ("list --action wiat", "'wiat' is not a known action", "did you mean wait"),
    ("reasons --why defectiv", "'defectiv' is not a known why", "did you mean defective"),
    ("schema advise", "'advise' is not a known schema", "did you mean advice"),
    ("edit cable --clear titel", "'titel' is not a known field", "did you mean title"),
    ("edit cable --drop-event shiped", "'shiped' is not a known event", "did you mean shipped"),
    ("refund --method payapl", "'payapl' is not a known payment method", "did you mean paypal?"),
    ("refund --method vissa", "'vissa' is not a known payment method", "did you mean visa?"),
    ("refund --method ''", "'' is not a known payment method", "known: card, "),
    ("refund --method 'credit crd'", "'credit crd' is not a known payment method", "did you mean card (Credit card)"),
    ("advise --site-status 'Awaiting delivry'", "the status 'Awaiting delivry' is not one", "did you mean awaiting"),
]
"""A line, how the error begins, and how the hint begins, if there is one."""

DATES: list[Refusal] = [
    ("advise --event paid=03/04/2026", "'03/04/2026' cannot be read as a date without guessing", "write it as "),
    ("advise --event paid=lately", "'lately' cannot be read as a date without guessing", "write it as "),
    ("advise --event paid=2026-02-30", "'2026-02-30' is not a day that exists", "write it as YYYY-MM-DD"),
    ("record cable shipped --on 3.11.", "'3.11.' cannot be read as a date without guessing", "write it as "),
    ("refund --from 03/04/2026", "'03/04/2026' cannot be read as a date without guessing", "write it as "),
    ("refund --from unknown", "--from needs a day that is known", "e.g. --from 2026-11-20"),
    ("--now 03/04/2026 list", "'03/04/2026' cannot be read as a date without guessing", "write it as "),
    ("--now unknown list", "--now has to be a day or a moment", "e.g. --now 2026-11-22"),
    ("advise --event paid=2026-11-23", "paid on 2026-11-23 is later than now (2026-11-22)", "to see what it would"),
    ("record cable shipped --on 2026-12-01", "shipped on 2026-12-01 is later than now", "to see what it would"),
]
VALUES: list[Refusal] = [
    ("advise --country Germany", "'Germany' is not a country code", "did you mean DE (Germany)?"),
    ("advise --total 12,34", "'12,34' is not an amount with its currency", "write it like 12.34 USD"),
    ("advise --event paid", "--event takes KIND=WHEN, not 'paid'", "e.g. --event paid=2026-11-20"),
    ("--color blue list", "--color: 'blue' is none of auto, always, never", "auto: in colour on a terminal"),
    ("list --due-within soon", "--due-within takes a number of days, not 'soon'", "e.g. --due-within 7d"),
    ("list --due-within 1w", "--due-within takes a number of days, not '1w'", "e.g. --due-within 7d"),
    ("due --within -1d", "--within takes a number of days, not '-1d'", "e.g. --within 7d"),
    ("record cable shipped --amount '5 USD'", "shipped carries no amount", "these do: dispute-agreed"),
    ("record cable refund-started --amount '0 USD'", "an amount has to be more than nothing", "leave --amount out"),
    (
        "record cable dispute-won --amount '5 EUR'",
        "the total of this order is in USD, not in EUR",
        "give the amount in",
    ),
    ("record cable dispute-won --amount '12.35 USD'", "12.35 USD is more than the total of this order, 12.34", "give"),
    ("remove cable", "removing asks first, and there is nobody to ask", "add --yes"),
    ("add", "an order needs its number", "aliorder add NUMBER, as it stands on the order page"),
    ("add 12", "'12' is not an order number", "it has 8 to 20 digits"),
    ("add 8.12346E+15", "'8.12346E+15' was damaged by a spreadsheet", "copy the number from the order page"),
    (f"add {CABLE}", f"order {CABLE} is kept already", f"change it with: aliorder edit {CABLE}"),
    ("add 81500000 --alias cable", f'the alias "cable" already belongs to order {CABLE}', "choose another alias"),
    ("edit cable", "nothing to change was given", "e.g. --why not-needed"),
    ("explain", "nothing to explain was given", "aliorder explain ORDER"),
    ("advise cable --all", "--all looks at every kept order", None),
    ("--home ~nobody-of-that-name list", "there is no such user as --home or ALIORDER_HOME names", "write the"),
]


@pytest.mark.parametrize("line, error, hint", IDS + DATES + VALUES)
def test_a_value_that_cannot_be_taken_is_refused_with_a_way_out(
    line: str, error: str, hint: str | None, kept: Path
) -> None:
    before, done = kept.read_bytes(), ran(*shlex.split(line))
    said = done.err.splitlines()
    assert (done.code, done.out) == (2, "")
    assert [text[: len(start)] for text, start in zip(said, starts(error, hint), strict=True)] == starts(error, hint)
    assert kept.read_bytes() == before


def starts(error: str, hint: str | None) -> list[str]:
    return [f"error: {error}"] if hint is None else [f"error: {error}", f"hint: {hint}"]


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("lst", "list"),
        ("advice", "advise"),
        ("shwo", "show"),
        ("refnd", "refund"),
        ("recrod", "record"),
        ("polcy", "policy"),
    ],
)
def test_an_unknown_command_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    done = ran(typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: there is no command '{typed}'\nhint: did you mean {meant}")


def test_a_command_that_is_like_none_leads_to_the_list() -> None:
    assert ran("zzz") == (2, "", "error: there is no command 'zzz'\nhint: aliorder --help lists the commands\n")


@pytest.mark.parametrize(
    "line, meant",
    [
        ("advise --paymnt visa", "--payment"),
        ("list --dew-within 7d", "--due-within"),
        ("--hom x list", "--home"),
        ("edit cable --drop-evnt paid", "--drop-event"),
        ("advise --even paid=today", "--event"),
        ("list --stagee shipped", "--stage"),
        ("list --jsno", "--json"),
        ("policy show --jsno", "--json"),
    ],
)
def test_an_unknown_option_is_answered_with_the_nearest(line: str, meant: str) -> None:
    done = ran(*line.split())
    assert (done.code, done.out) == (2, "")
    assert re.fullmatch(rf"error: aliorder.* has no option '--.*'\nhint: did you mean .*{meant}.*\?\n", done.err)


@pytest.mark.parametrize(
    "line, way_out",
    [
        ("list --no-input", "aliorder --no-input list"),
        ("advise cable --now 2026-11-25", "aliorder --now … advise"),
        ("advise cable --now=2026-11-25", "aliorder --now … advise"),
        ("show cable -q", "aliorder -q show"),
        ("show cable -v", "aliorder -v show"),
        ("paths --home x", "aliorder --home … paths"),
        ("list --color never", "aliorder --color … list"),
    ],
)
def test_an_option_for_every_command_is_told_its_place(line: str, way_out: str) -> None:
    done = ran(*line.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == f"hint: write it before the command: {way_out}"


@pytest.mark.parametrize("line", ["--country DE due", "due --country DE", "list --country=DE"])
def test_a_country_where_none_is_taken_leads_to_the_settings(line: str) -> None:
    done = ran(*line.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith("hint: set it once for all: aliorder config set country")


@pytest.mark.parametrize("line, option", [("list --op", "--open"), ("add --no-f", "--no-free-return")])
def test_the_beginning_of_one_option_alone_means_that_one(line: str, option: str) -> None:
    assert ran(*line.split()).err.endswith(f"\nhint: did you mean {option}?\n")


@pytest.mark.parametrize(
    "line, example",
    [
        ("--json list", "aliorder list --json"),
        ("--json", "aliorder list --json"),
        ("--why not-needed advise", "aliorder advise --why"),
        ("config --json show", "aliorder config show --json"),
    ],
)
def test_an_option_of_a_command_before_it_is_told_its_place(line: str, example: str) -> None:
    done = ran(*line.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"\nhint: options of a command come after it, e.g. {example}\n")


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("delete 2345", "remove 2345"),
        ("rm 2345 --yes", "remove 2345 --yes"),
        ("settings", "config"),
        ("set country DE", "config set country DE"),
        ("status", "advise"),
        ("check 2345", "advise 2345"),
        ("ls", "list"),
        ("find", "list"),
        ("search", "list"),
        ("update 2345 --title 'USB cable'", "edit 2345 --title 'USB cable'"),
        ("change 2345", "edit 2345"),
        ("config get country", "config show country"),
        ("config list", "config show"),
        ("config country DE", "config set country DE"),
        (f"rm {'x' * 99}", "remove …"),
    ],
)
def test_what_other_programs_call_a_command_leads_to_ours(typed: str, meant: str) -> None:
    done = ran(*shlex.split(typed))
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[1:] == [f"hint: did you mean: aliorder {meant}"]


def test_every_other_word_for_a_command_is_none_of_ours_and_leads_to_one() -> None:
    commands = set(every_command())
    assert commands.isdisjoint(OTHER_WORDS)
    assert {
        meant for meant in OTHER_WORDS.values() if meant not in commands and meant.rpartition(" ")[0] not in commands
    } == set()


@pytest.mark.parametrize(
    "line, error, hint",
    [
        ("record 2345", "aliorder record needs KIND", "e.g. aliorder record 2345 shipped --on yesterday"),
        ("show", "aliorder show needs ORDER", "e.g. aliorder show 2345"),
        ("config set country", "aliorder config set needs VALUE", "e.g. aliorder config set country DE"),
        ("list extra", "aliorder list takes no such word: 'extra'", "e.g. aliorder list --open --due-within 7d"),
        ("show a b c", "aliorder show takes no such word: 'b'", "e.g. aliorder show 2345"),
        ("due --within", "--within needs a value: DAYS", "e.g. aliorder due --within 7d"),
        ("list --stage", "--stage needs a value: STAGE", "e.g. aliorder list --stage refunding --json"),
        ("list --open=yes", "--open of aliorder list takes no value", "e.g. aliorder list --open --due-within 7d"),
        ("--now", "--now needs a value: WHEN", "add --help to see what this command takes"),
    ],
)
def test_a_word_too_few_or_too_many_is_answered_with_an_example_of_the_command(
    line: str, error: str, hint: str
) -> None:
    assert ran(*line.split(), now=None) == (2, "", f"error: {error}\nhint: {hint}\n")


@pytest.mark.parametrize("name", [name for name in every_command() if name not in ("config", "evidence", "policy")])
def test_every_command_refuses_words_that_it_does_not_take_in_words_of_ours(name: str) -> None:
    done = ran(*name.split(), *(["8150000000000001"] * 4), "--absent")
    assert (done.code, done.err.splitlines()[0]) == (2, f"error: aliorder {name} has no option '--absent'")
    done = ran(*name.split(), *(["8150000000000001"] * 4))
    assert done.code in (0, 2, 3, 4)
    assert "argument" not in done.err


def test_without_a_command_where_nobody_can_be_asked() -> None:
    done = ran()
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: aliorder ")
    assert "  Examples:\n" in done.err
    assert done.err.splitlines()[-2].startswith("error: no command was given")


def test_no_input_never_asks_even_on_a_terminal(kept: Path) -> None:
    done = ran("--no-input", "remove", "cable", stdin=b"y\n", terminal=True)
    assert done == (2, "", "error: removing asks first, and there is nobody to ask\nhint: add --yes\n")
