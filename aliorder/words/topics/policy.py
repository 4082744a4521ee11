"""The topic `policy`: the figures behind the advice, and what the user's own file of them may hold."""

from __future__ import annotations

from aliorder.policies.own_tables import MOST
from aliorder.words.labels import WINDOW_LABELS
from aliorder.words.topics.parts import Lines, Part, Terms, Topic

OWN_FILE = """\
[windows.ship-by]
value = 10
unit = "days"
valid_from = 2026-11-01
note = "what the stores I buy from say"

[methods.paypal]
minimum = 1
maximum = 10"""
"""An example of a file with figures of one's own."""

WINDOW_KEYS = (
    ("value", f"how long it is; a whole number from 0 to {MOST}"),
    ("unit", "hours, days or business-days, where the window has a choice of them"),
    ("valid_from", "the first day of the figure; before it holds what held then"),
    ("note", "where you read it"),
)
METHOD_KEYS = (
    ("minimum, maximum", "when the money comes at the earliest and at the latest"),
    ("unit", "days or business-days"),
    ("typical", "when it usually comes, in business days, such as [7, 15]"),
    ("completed", "the same, once the site says refund completed"),
    ("valid_from, note", "as for windows"),
)

POLICY = Topic(
    "policy",
    (
        Part(
            "The figures",
            (
                "Every day that aliorder names rests on a figure: how long a window is open, how long a refund takes. "
                "Each figure has its sources, with the day on which they were read, and a grade: A official, B several "
                "guides agree, C one source, J our own judgement.",
                Terms(
                    (
                        ("policy show", "all figures of today; with --now, those of another day"),
                        ("policy show ID", "one in full: sources, other opinions, what held before"),
                        ("policy check", "old ones, weak ones, yours beside ours, and where the sources quarrel"),
                        ("policy sources", "where it all was read"),
                    )
                ),
                "aliorder policy --help has examples of them.",
            ),
        ),
        Part(
            "Figures of your own",
            (
                "Write them into policy.toml; aliorder paths says where that file is looked for. They count from then "
                "on, and aliorder explain tells yours from ours.",
                Lines(tuple(OWN_FILE.split("\n"))),
                "A file with anything wrong in it is refused as a whole, with exit code 4, each place with its cure. "
                "aliorder --no-policy-file COMMAND goes on without it.",
            ),
        ),
        Part("[windows.ID]", (Terms(WINDOW_KEYS),)),
        Part("[methods.ID], an ID that aliorder payments lists", (Terms(METHOD_KEYS),)),
        Part("ID of a window", (Terms(tuple(WINDOW_LABELS.items())),)),
    ),
)
"""The figures behind the advice, and your own in their place."""
