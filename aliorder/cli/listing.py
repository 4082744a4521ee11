"""The commands and topics in the order in which help lists them, each with its purpose.

Written down here, so that the help of the program loads no command. A test holds it against the commands themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from aliorder.settings import ENTRIES

SECTIONS: Mapping[str, Mapping[str, str]] = {
    "Advice": {
        "advise": "What to do now, by when, how, and when the money will be back.",
        "explain": "Why aliorder advises what it does: rules, figures, sources.",
        "plan": "The road ahead: what to do from which day on.",
        "reasons": "The true reasons for a situation, the least costly first.",
    },
    "Orders": {
        "add": "Keep an order with what is known about it.",
        "edit": "Change a kept order.",
        "record": "Note that something happened to a kept order.",
        "remove": "Forget a kept order.",
        "list": "The kept orders, soonest deadline first.",
        "show": "All that is known about a kept order.",
        "history": "The life of an order: what happened, which deadlines lie ahead.",
    },
    "To write and to prove": {
        "message": "What to write to the seller, AliExpress or your bank.",
        "evidence": "What proves your case: files, checklist, dossier.",
        "note": "Write a note to a kept order.",
    },
    "Deadlines and money": {
        "due": "The deadlines of all open orders, overdue ones on top.",
        "refunds": "The money on its way to you, overdue refunds first.",
        "refund": "When the money will be back, by a method or for a kept order.",
        "payments": "The payment methods, and how long a refund takes by each.",
    },
    "In and out": {
        "import": "Take in orders from files: the site's, mails, tables.",
        "export": "Write the kept orders to a file: json, csv or ics.",
        "undo": "Take back the last change; again, the one before.",
        "backup": "Copy all orders, with what undo needs, into one file.",
        "restore": "Put back all orders as a backup holds them.",
    },
    "Settings and more": {
        "config": "Your settings: country, clock and more.",
        "policy": "The figures behind the advice, and where they were read.",
        "paths": "Where aliorder keeps what it knows.",
        "wipe": "Delete all that aliorder keeps.",
        "completion": "Let your shell complete commands, values and your orders.",
        "schema": "The JSON Schema of a document that aliorder prints.",
        "help": "Help on a topic or a command.",
    },
}
"""Every command by the section in which help shows it."""

OTHER_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("delete", "rm"), "remove"),
    **dict.fromkeys(("search", "find", "ls"), "list"),
    **dict.fromkeys(("update", "change"), "edit"),
    **dict.fromkeys(("status", "check"), "advise"),
    "settings": "config",
    "set": "config set",
    **dict.fromkeys(("config get", "config list"), "config show"),
    **{f"config {entry.key}": f"config set {entry.key}" for entry in ENTRIES},
}
"""What other programs call a command, and the command that does it here."""

TOPICS: Mapping[str, str] = {
    "dates": "How days, moments and spans are written and counted.",
    "events": "What can happen to an order, and the deadlines of its page.",
    "messages": "What to write to whom, in which language, in your words.",
    "policy": "The figures behind the advice, and your own in their place.",
    "scripting": "Output, JSON, exit codes and variables, for scripts.",
    "values": "The words that options take: stages, actions, whys and more.",
}
"""What `aliorder help TOPIC` tells about."""
