"""The topic `scripting`: what a script may rely on."""

from __future__ import annotations

from aliorder.words.topics.parts import Lines, Part, Terms, Topic

EXIT_CODES = (
    ("0", "done"),
    ("1", "with --exit-code: nothing matched"),
    ("2", "wrong usage, a value that cannot be read, or a question where nobody can answer"),
    ("3", "no such order, or several that fit"),
    ("4", "input refused, wholly or in part; what was good is kept"),
    ("5", "the stored orders cannot be read or written, or your settings not written; nothing was changed"),
    ("6", "too few facts to name a stage"),
    ("70", "aliorder itself failed: a bug; nothing was half written"),
    ("130", "interrupted; nothing half written"),
)
"""Every exit code and what it means."""

VARIABLES = (
    ("ALIORDER_HOME", "the folder of all state, as --home"),
    ("ALIORDER_COUNTRY", "the setting country: whose business days count"),
    ("ALIORDER_PAYMENT", "the setting payment: how you usually pay"),
    ("ALIORDER_COLOR", "the setting color: auto, always (on a terminal, whatever NO_COLOR says) or never"),
    ("ALIORDER_LANGUAGE", "the setting language"),
    ("ALIORDER_MESSAGE_LANGUAGE", "the setting message_language: in which messages are written"),
    ("TZ", "the setting time_zone: the zone of your clock, such as Europe/Berlin"),
    ("ALIORDER_DEBUG", "if set, a bug shows its traceback"),
    ("NO_COLOR", "if set, no colour; always and never, as an option or a setting, overrule it"),
    ("TERM", "dumb: nothing is drawn, coloured or paged"),
    ("COLUMNS", "the width of the terminal, if it is set"),
    ("PAGER", "what shows long text on a terminal: its words, not run by a shell; less if not set, nothing if empty"),
    ("XDG_DATA_HOME, XDG_CONFIG_HOME", "the folders that hold aliorder's, where the system has them"),
)
"""Every variable of the environment that counts."""

FILES = (
    ("orders.db", "the orders, with what undo needs"),
    ("backups/", "copies of them"),
    ("raw/", "files kept whole by import --keep-raw"),
    ("evidence/", "copies of files that prove something"),
    ("settings.toml", "your settings"),
    ("policy.toml", "figures of your own"),
    ("columns/", "column maps for import"),
    ("messages/", "messages in words of your own"),
)
"""What lies in the folders that `aliorder paths` names."""

OUTPUT = Part(
    "Output",
    (
        "Results go to stdout, everything else to stderr: errors as error: …, what to do about them as hint: ….",
        "Where stdout is no terminal there are plain lines: a row for each thing, tabs between its fields, no "
        "headings, no colour, nothing cut short, always in the same order, in UTF-8 whatever the locale. --columns "
        "chooses the fields, by their names in the JSON. Only --color always, typed, draws where there is no terminal, "
        "and never what --columns chose; as a setting it changes no form. A reader that stops early, such as head, is "
        "no error. In place of a file, - is standard input for import, and standard output for export and due --ics. "
        "-q leaves out all talk but errors.",
        Lines(
            (
                "aliorder list --columns order,stage,title",
                "aliorder -q due --within 2d",
                "aliorder export --format csv -",
            )
        ),
    ),
)
JSON = Part(
    "JSON",
    (
        "Every command that reads takes --json and prints one document in UTF-8, with a final newline.",
        Terms(
            (
                ("schema", "aliorder.NAME/1; aliorder schema NAME prints its JSON Schema"),
                ("days", "2026-11-22; both ends of a range are included"),
                ("moments", "ISO 8601 with offset; a deadline is its last moment"),
                ("money", '{"amount": "12.34", "currency": "USD"}, the amount as decimal text'),
                ("order numbers", "text, never numbers"),
                ("not known", "null, never left out"),
            )
        ),
        "Within a version things are added, never renamed or dropped.",
        Lines(("aliorder due --json", "aliorder schema due")),
    ),
)
QUESTIONS = Part(
    "Questions and the clock",
    (
        "aliorder asks only where stdin and stdout are terminals, and never with --no-input. Where an answer is "
        "needed it ends with 2 and names the option that gives it. completion, remove, restore "
        "and wipe take --yes instead of the question; completion, import, restore and wipe take --dry-run, to show "
        "what would be done.",
        "--now 2026-11-22 fixes the clock, and TZ the zone, so that a run can be repeated. With --exit-code, due, "
        "refunds and policy check end with 1 where there is nothing to tell.",
        "What you type as an option counts first, then a variable, then your settings file, then the default. Options "
        "for every command, such as --now, stand before the command.",
    ),
)
EXIT = Part("Exit codes", (Terms(EXIT_CODES),))
ENVIRONMENT = Part("Environment", (Terms(VARIABLES),))
FOLDERS = Part(
    "Files",
    ("In the folders that aliorder paths names; ALIORDER_HOME or --home makes them one.", Terms(FILES)),
)

SCRIPTING = Topic("scripting", (OUTPUT, JSON, QUESTIONS, EXIT, ENVIRONMENT, FOLDERS))
"""What a script may rely on."""
