"""Write the completion files of all shells from the command line and the vocabulary: make_completions.py [FOLDER].

FOLDER is `completions` unless named. Commands, options and fixed values stand in the files; only for what is kept, as
order numbers, do they ask the program while completing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import typer
from babel import Locale
from completion_bash import bash
from completion_fish import fish
from completion_model import KEPT, Command, Option, Program, Values
from completion_powershell import powershell
from completion_zsh import zsh

from aliorder.cli import columns
from aliorder.cli.app import app
from aliorder.cli.choice import TABLE
from aliorder.cli.commands.edit import FIELDS
from aliorder.cli.listing import TOPICS
from aliorder.cli.shells import SCRIPTS, SHELLS, Shell
from aliorder.domain.countries import COUNTRIES
from aliorder.domain.policy_review import FINDINGS, figures_on
from aliorder.domain.typed import CURRENCIES
from aliorder.domain.vocabulary import (
    ABOUTS,
    ACTIONS,
    CASES,
    COUPONS,
    DEADLINE_KINDS,
    EVENT_KINDS,
    EVIDENCE_KINDS,
    PARCELS,
    STAGES,
    WHYS,
)
from aliorder.importers.known import IMPORTERS
from aliorder.importers.tables.columns import FACTS
from aliorder.messages.language import shipped_codes
from aliorder.policies import load_policy
from aliorder.settings import COLORS, ENTRIES, LANGUAGES
from aliorder.words.columns import LABELS as COLUMN_LABELS
from aliorder.words.evidence import CASE_LABELS, EVIDENCE_LABELS
from aliorder.words.figures import figure_label
from aliorder.words.labels import (
    ACTION_LABELS,
    COUPON_LABELS,
    DEADLINE_LABELS,
    EVENT_LABELS,
    PARCEL_LABELS,
    WHY_LABELS,
)
from aliorder.words.stages import STAGE_LABELS
from aliorder.words.writing import ABOUT_LABELS

DEFAULT = Path(__file__).resolve().parents[1] / "completions"

WHENS = {"today": "", "yesterday": "", "now": "this moment", "unknown": "the day is not known"}
FACT_LABELS: Values = dict((*EVENT_LABELS.items(), *DEADLINE_LABELS.items(), *COLUMN_LABELS.items()))
LISTS: Mapping[str, Values] = {
    "event": {f"{kind}=": EVENT_LABELS[kind] for kind in EVENT_KINDS},
    "deadline": {f"{kind}=": DEADLINE_LABELS[kind] for kind in DEADLINE_KINDS},
    "kind": {kind: EVENT_LABELS[kind] for kind in EVENT_KINDS},
    "field": dict.fromkeys((*FIELDS, *DEADLINE_KINDS), ""),
    "why": {why: WHY_LABELS[why] for why in WHYS},
    "payment": {method.id: method.label for method in load_policy().methods.values()},
    "figure": {figure.id: figure_label(figure) for figure in figures_on(load_policy(), date.max)},
    "finding": dict.fromkeys(FINDINGS, ""),
    "source": {source.id: source.title for source in load_policy().sources.values()},
    "coupon": {coupon: COUPON_LABELS[coupon] for coupon in COUPONS},
    "parcel": {parcel: PARCEL_LABELS[parcel] for parcel in PARCELS},
    "stage": {stage: STAGE_LABELS[stage] for stage in STAGES},
    "action": {action: ACTION_LABELS[action] for action in ACTIONS},
    "country": dict.fromkeys(sorted(COUNTRIES), ""),
    "color": dict.fromkeys(COLORS, ""),
    "when": WHENS,
    "day": {day: label for day, label in WHENS.items() if day != "unknown"},
    "import-format": {
        **{importer.name: importer.label for importer in IMPORTERS},
        TABLE: "any other table, by --column or --map",
    },
    "export-format": {"json": "everything", "csv": "for a spreadsheet", "ics": "the deadlines for a calendar"},
    "date-order": {"dmy": "22/11/2026", "mdy": "11/22/2026", "ymd": "2026/11/22"},
    "decimal": {"comma": "1,50", "point": "1.50"},
    "currency": dict.fromkeys(sorted(CURRENCIES), ""),
    "column": {f"{fact}=": FACT_LABELS.get(fact, "") for fact in FACTS},
    "list-columns": dict.fromkeys(columns.LIST, ""),
    "due-columns": dict.fromkeys(columns.DUE, ""),
    "refunds-columns": dict.fromkeys(columns.REFUNDS, ""),
    "about": {about: ABOUT_LABELS[about] for about in ABOUTS},
    "message-language": {code: str(Locale(code).get_language_name("en")) for code in shipped_codes()},
    "evidence-kind": {kind: EVIDENCE_LABELS[kind] for kind in EVIDENCE_KINDS},
    "case": {case: CASE_LABELS[case] for case in CASES},
    "setting": {entry.key: f"e.g. {entry.example}" for entry in ENTRIES},
    "language": LANGUAGES,
    "shell": dict.fromkeys(SHELLS, ""),
    "schema": {
        name.removesuffix(".json"): ""
        for name in sorted(entry.name for entry in (files("aliorder") / "schemas").iterdir())
        if name.endswith(".json")
    },
}
"""Every list of fixed values by its name, each value with what it means."""

OF_OPTION: Mapping[str, str] = {
    "--event": "event",
    "--deadline": "deadline",
    "--drop-event": "kind",
    "--clear": "field",
    "--why": "why",
    "--payment": "payment",
    "--method": "payment",
    "--coupon": "coupon",
    "--parcel": "parcel",
    "--stage": "stage",
    "--action": "action",
    "--country": "country",
    "--color": "color",
    "--on": "when",
    "--now": "day",
    "--from": "day",
    "--home": "dir",
    "--only": "finding",
    "--ics": "file",
    "--about": "about",
    "--lang": "message-language",
    "--beside": "message-language",
    "--kind": "evidence-kind",
    "--for": "case",
    "--seen": "day",
    "--date-order": "date-order",
    "--decimal": "decimal",
    "--currency": "currency",
    "--column": "column",
    "import --format": "import-format",
    "import --order": "orders",
    "import --map": "maps",
    "list --columns": "list-columns",
    "due --columns": "due-columns",
    "refunds --columns": "refunds-columns",
    "export --format": "export-format",
}
"""What an option takes, in any command or in the one it stands behind: a list, fixed or kept, `dir` or `file`.

Any other option takes what the user likes.
"""

OF_ARGUMENT: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("advise", "order"): ("open-orders",),
    ("plan", "order"): ("open-orders",),
    ("record", "order"): ("open-orders",),
    ("edit", "order"): ("orders",),
    ("message", "order"): ("orders",),
    ("note", "order"): ("orders",),
    ("evidence add", "order"): ("orders",),
    ("evidence list", "order"): ("orders",),
    ("evidence edit", "order"): ("orders",),
    ("evidence open", "order"): ("orders",),
    ("evidence remove", "order"): ("orders",),
    ("evidence export", "order"): ("orders",),
    ("explain", "order"): ("orders",),
    ("history", "order"): ("orders",),
    ("refund", "order"): ("orders",),
    ("remove", "order"): ("orders",),
    ("show", "order"): ("orders",),
    ("record", "kind"): ("kind",),
    ("schema", "name"): ("schema",),
    ("completion", "shell"): ("shell",),
    ("import", "files"): ("file",),
    ("evidence add", "files"): ("file",),
    ("evidence export", "target"): ("file",),
    ("evidence verify", "path"): ("file",),
    ("policy show", "name"): ("figure",),
    ("policy sources", "name"): ("source",),
    ("export", "target"): ("file",),
    ("backup", "target"): ("file",),
    ("restore", "file"): ("backups",),
    ("config show", "key"): ("setting",),
    ("config set", "key"): ("setting",),
    ("config set", "value"): ("setting-value",),
    ("config unset", "key"): ("setting",),
    ("help", "names"): ("topic", "command-within"),
}
"""What an argument of a command takes; one that may be given several times takes this one after another."""

SETTING_VALUES = {
    "country": "country",
    "payment": "payment",
    "color": "color",
    "message_language": "message-language",
    "language": "language",
}
"""What a setting takes, if that is a list."""

TEXTS: Mapping[Shell, Callable[[Program], str]] = {
    "bash": bash,
    "zsh": zsh,
    "fish": fish,
    "powershell": powershell,
}
"""The function that gives the text of each shell's file."""


def program() -> Program:
    """The command line as it stands."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("aliorder", [], resilient_parsing=True)
    commands = tuple(
        each for name in group.list_commands(context) for each in commands_of(name, group.get_command(context, name))
    )
    within = subcommands(commands)
    topics = {**TOPICS, **{each.name: each.help for each in commands if " " not in each.name}}
    lists = {**LISTS, **within, "topic": topics}
    every = Program(
        options=options(group, context),
        commands=commands,
        lists=lists,
        after_equals={"event": "when", "deadline": "any", "column": "any"},
        joined=("list-columns", "due-columns", "refunds-columns"),
        by_argument={
            "setting-value": SETTING_VALUES,
            "command-within": {name.removesuffix("-command"): name for name in within},
        },
    )
    used = {*every.takes().values(), *(what for _, _, what in every.places()), *every.after_equals.values()}
    used.update(*(each.values() for name, each in every.by_argument.items() if name in used))
    unknown = used - {*lists, *KEPT, *every.by_argument, "any", "file", "dir"}
    if unknown:
        raise SystemExit(f"error: nobody knows what {', '.join(sorted(unknown))} are")
    return every._replace(lists={name: values for name, values in lists.items() if name in used})


def commands_of(name: str, found: Any) -> Iterator[Command]:
    """A command, or a group and then its commands; a group takes one of them."""
    if not hasattr(found, "commands"):
        yield command(name, found)
        return
    context = found.make_context(name, [], resilient_parsing=True)
    yield Command(name, first_sentence(found.help), options(found, context), (f"{name}-command",), False)
    for within in found.list_commands(context):
        yield command(f"{name} {within}", found.get_command(context, within))


def subcommands(commands: Iterable[Command]) -> Mapping[str, Values]:
    """The commands of each group as a list of its own."""
    found: dict[str, dict[str, str]] = {}
    for each in commands:
        group, _, within = each.name.partition(" ")
        if within:
            found.setdefault(f"{group}-command", {})[within] = each.help
    return found


def command(name: str, found: Any) -> Command:
    """A command with its options and what its arguments take."""
    context = found.make_context(name, [], resilient_parsing=True)
    arguments = [each for each in found.params if each.param_type_name == "argument"]
    takes = [OF_ARGUMENT.get((name, each.name), ("any",)) for each in arguments]
    repeats = bool(arguments) and arguments[-1].nargs < 0 and len(takes[-1]) == 1
    return Command(
        name,
        first_sentence(found.help),
        options(found, context),
        tuple(what for each in takes for what in each),
        repeats,
    )


def options(found: Any, context: Any) -> tuple[Option, ...]:
    """The options of a command, `--help` among them; short names first, for Typer keeps some in no order."""
    params = [each for each in found.get_params(context) if each.param_type_name == "option"]
    return tuple(
        Option(
            (*sorted(each.opts, key=len), *each.secondary_opts),
            first_sentence(each.help),
            None if each.is_flag else takes(context.info_name, each.opts),
        )
        for each in params
    )


def takes(command: str, names: list[str]) -> str:
    """What an option with a value takes; what is said of it in this command counts first."""
    spelled = (*(f"{command} {name}" for name in names), *names)
    return next((OF_OPTION[name] for name in spelled if name in OF_OPTION), "any")


def first_sentence(text: str) -> str:
    """What a help text says first, without its full stop."""
    return re.split(r"\. (?=[A-Z])", text.strip().splitlines()[0])[0].removesuffix(".")


def main() -> None:
    """Write a file for each shell."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    folder.mkdir(exist_ok=True)
    found = program()
    for shell, text_of in TEXTS.items():
        (folder / SCRIPTS[shell]).write_text(text_of(found), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
