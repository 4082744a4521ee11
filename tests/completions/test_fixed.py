"""Commands, options and fixed values: the shells make of them what a user expects."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable

import pytest

from aliorder.cli import choice
from aliorder.cli.commands import export
from aliorder.domain.vocabulary import EVENT_KINDS
from aliorder.importers import DATE_ORDERS, DECIMAL_MARKS
from aliorder.settings import ENTRIES
from tests.completions.shells import FILES, FOLDER, QUIET, opened, output, posix_only, shell

END = "== end"


def in_bash(lines: Iterable[str]) -> dict[str, list[str]]:
    """What bash would offer at the end of each line, broken into words at blanks, = and : as readline does."""
    script = [f"source {FILES['bash']}"]
    for line in lines:
        words = re.findall(r"[=:]+|[^\s=:]+", line) + ([""] if line.endswith(" ") else [])
        script.append(
            f"COMP_LINE={shlex.quote(line)} COMP_POINT={len(line)} COMP_CWORD={len(words) - 1} "
            f"COMP_WORDS=({' '.join(map(shlex.quote, words))}); _aliorder; printf '%s\\n' \"${{COMPREPLY[@]}}\" '{END}'"
        )
    found = output([shell("bash"), "-c", "\n".join(script)], FOLDER).split(f"{END}\n")
    return {line: each.split() for line, each in zip(lines, found, strict=False)}


def in_fish(lines: Iterable[str]) -> dict[str, list[str]]:
    """What fish would offer at the end of each line."""
    script = [f"source {shlex.quote(str(FOLDER / FILES['fish']))}"]
    script.extend(f"complete -C {shlex.quote(line)}; echo '{END}'" for line in lines)
    found = output([shell("fish"), "--no-config", "-c", "\n".join(script)]).split(f"{END}\n")
    pairs = zip(lines, found, strict=False)
    return {line: [offer.split("\t")[0] for offer in each.splitlines()] for line, each in pairs}


OFFERS: dict[str, set[str]] = {
    "aliorder re": {"record", "remove", "reasons", "refund", "refunds", "restore"},
    "aliorder --now 2026-11-22 sho": {"show"},
    "aliorder --color ": {"auto", "always", "never"},
    "aliorder advise --why cha": {"change-details", "change-address", "change-coupon", "change-shipping"},
    "aliorder advise --free": {"--free-return"},
    "aliorder record 2345 ship": {"shipped"},
    "aliorder record ship": set(),
    "aliorder advise --title record ": set(),
    "aliorder list --stage ref": {"refunding", "refunded"},
    "aliorder list --action chase": {"chase-refund"},
    "aliorder edit 2345 --drop-event appe": {"appealed"},
    "aliorder edit 2345 --clear deliver": {"deliver-by"},
    "aliorder refund --method pay": {"paypal"},
    "aliorder advise --deadline prot": {"protection-until="},
    "aliorder advise --deadline ship-by=": set(),
    "aliorder advise --event paid": {"paid="},
    "aliorder policy ": {"show", "check", "sources"},
    "aliorder policy s": {"show", "sources"},
    "aliorder --now 2026-11-22 policy check --on": {"--only"},
    "aliorder policy check --only ": {"stale", "overridden", "quarrelling", "weak"},
    "aliorder policy show cancel-a": {"cancel-answer", "cancel-answer-latest"},
    "aliorder policy show --json payp": {"paypal"},
    "aliorder policy show paypal ": set(),
    "aliorder policy sources api-st": {"api-status"},
    "aliorder policy --js": set(),
    "aliorder show s": set(),
    "aliorder import --format ": set(choice.FORMATS),
    "aliorder import --format si": {"site-json", "site-har", "site-captures"},
    "aliorder export --format ": set(export.FORMATS),
    "aliorder export --format i": {"ics"},
    "aliorder export --format json --stage ref": {"refunding", "refunded"},
    "aliorder --now 2026-11-22 export --action chase": {"chase-refund"},
    "aliorder import --date-order ": set(DATE_ORDERS),
    "aliorder import --decimal ": set(DECIMAL_MARKS),
    "aliorder import --currency EU": {"EUR"},
    "aliorder import --seen ": {"today", "yesterday", "now"},
    "aliorder import --column order": {"order=", "order-title="},
    "aliorder import --column order=": set(),
    "aliorder import --encoding ": set(),
    "aliorder import --format table --column order=No --dec": {"--decimal"},
    "aliorder ba": {"backup"},
    "aliorder backup --": {"--list", "--json", "--help"},
    "aliorder restore --d": {"--dry-run"},
    "aliorder wipe ": set(),
    "aliorder wipe --": {"--yes", "--dry-run", "--settings", "--help"},
    "aliorder backup READ": {"README.md"},
    "aliorder restore READ": {"README.md"},
    "aliorder restore late": {"latest"},
    "aliorder --now 2026-11-22 --no-pa": {"--no-pager"},
    "aliorder completion ": {"bash", "zsh", "fish", "powershell"},
    "aliorder completion zsh --": {"--install", "--uninstall", "--yes", "--dry-run", "--help"},
    "aliorder config ": {"show", "set", "unset", "path"},
    "aliorder config set ": {entry.key for entry in ENTRIES},
    "aliorder config unset pay": {"payment"},
    "aliorder config set color ": {"auto", "always", "never"},
    "aliorder config set country D": {"DE", "DJ", "DK", "DM", "DO", "DZ"},
    "aliorder config set payment payp": {"paypal"},
    "aliorder config set time_zone ": set(),
    "aliorder config show color ": set(),
    "aliorder help sc": {"schema", "scripting"},
    "aliorder help policy ": {"show", "check", "sources"},
    "aliorder help advise ": set(),
    "aliorder list --columns ti": {"title"},
    "aliorder list --columns order,ti": {"order,title"},
    "aliorder refunds --columns order,title,refund.m": {"order,title,refund.method"},
    "aliorder import READ": {"README.md"},
}


IN_BASH = {
    **{line: offered for line, offered in OFFERS.items() if not line.endswith("READ")},
    "aliorder import _ali": {"_aliorder"},
    "aliorder import a.json _ali": {"_aliorder"},
    "aliorder backup _ali": {"_aliorder"},
    "aliorder restore --yes _ali": {"_aliorder"},
    "aliorder import --format i": set(),
    "aliorder export --format si": set(),
    "aliorder import --format=mb": {"mbox"},
    "aliorder export --format=c": {"csv"},
    "aliorder import --column=plac": {"placed="},
    "aliorder advise --event paid=": {"today", "yesterday", "now", "unknown"},
    "aliorder advise --event paid=y": {"yesterday"},
    "aliorder advise --event=paid=y": {"yesterday"},
    "aliorder advise --event=disp": {f"{kind}=" for kind in EVENT_KINDS if kind.startswith("disp")},
    "aliorder advise --why=dup": {"duplicate"},
    "aliorder advise --event paid=2026-11-20T10:00 --why dup": {"duplicate"},
    "aliorder due --columns=order,lev": {"order,level"},
    "aliorder -- li": {"list"},
    "aliorder list -- --": set(),
}
IN_FISH = {
    **OFFERS,
    "aliorder advise --event paid=y": {"paid=yesterday"},
    "aliorder advise --event=paid=y": {"--event=paid=yesterday"},
    "aliorder due --columns=order,lev": {"--columns=order,level"},
}


def test_bash_offers_what_fits() -> None:
    assert {line: set(found) for line, found in in_bash(IN_BASH).items()} == IN_BASH


def test_fish_offers_what_fits() -> None:
    assert {line: set(found) for line, found in in_fish(IN_FISH).items()} == IN_FISH


TYPED = {
    "adv": "advise ",
    "advise --event pai": "advise --event paid=",
    "advise --event paid=yes": "advise --event paid=yesterday ",
    "advise --event paid=today --why=dup": "advise --event paid=today --why=duplicate ",
    "advise --why duplicate --no-k": "advise --why duplicate --no-keep ",
    "pol": "policy ",
    "policy sh": "policy show ",
    "policy show --js": "policy show --json ",
    "policy show --json payp": "policy show --json paypal ",
    "import --format mb": "import --format mbox ",
    "import --format mbox --column plac": "import --format mbox --column placed=",
    "import --column placed=Date --seen yes": "import --column placed=Date --seen yesterday ",
    "export --format ics --action chase": "export --format ics --action chase-refund ",
    "config set color al": "config set color always ",
    "help policy sou": "help policy sources ",
    "completion ba": "completion bash ",
    "import READ": "import READ\\ ME.txt ",
    "due --ics=READ": "due --ics=READ\\ ME.txt ",
    'list --stage "refunde': 'list --stage "refunded" ',
}


@posix_only
@pytest.mark.parametrize("name", QUIET)
@pytest.mark.usefixtures("environment")
def test_what_is_typed_is_completed_by_the_tab_key(name: str) -> None:
    wanted = {f"aliorder {typed}": f"aliorder {line}" for typed, line in TYPED.items()}
    with opened(name) as prompt:
        assert {line: prompt.tab(line) for line in wanted} == wanted
