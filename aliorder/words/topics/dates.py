"""The topic `dates`: how days, moments and spans are written and counted."""

from __future__ import annotations

from aliorder.domain.when import YEARS
from aliorder.words.topics.parts import Lines, Part, Terms, Topic

SPELLINGS = (
    ("2026-11-22", "a day"),
    ("2026-11-22T18:30", "a moment, in your time zone; seconds may follow, a blank may stand for the T"),
    ("2026-11-22T18:30+01:00", "a moment in the zone that it names; Z is UTC"),
    ("now", "this moment"),
    ("today, yesterday", "those days"),
    ("3d", "three days ago"),
    ("unknown", "it happened, and you do not know when"),
)
"""Every way to write a WHEN, and what it means."""

COUNTDOWNS = (
    ("+2d5h", "in two days and five hours, as the page counts down"),
    ("+90m", "in ninety minutes"),
)
"""What a deadline may be written as, too."""

REFUSED = ("22/11/2026", "11/22/2026", "22 Nov 2026", "tomorrow")
"""What somebody may try, and what is refused rather than guessed."""

DATES = Topic(
    "dates",
    (
        Part(
            "WHEN: a day or a moment",
            (
                Terms(SPELLINGS),
                "now, today, yesterday and 3d count from this moment, or from what --now says. A day has no hour: "
                "where hours count, aliorder takes the hour that is the safer one for you.",
                f"Any other spelling is refused, never guessed: {', '.join(REFUSED[:-1])} or {REFUSED[-1]}, say. "
                f"So is a year before {YEARS[0]} or after {YEARS[-1]}. aliorder import reads the spellings of many "
                "languages, and asks for --date-order where a day could be two.",
            ),
        ),
        Part(
            "Deadlines",
            (
                "A deadline read off the page takes all that, and what is left:",
                Terms(COUNTDOWNS),
                "A bare day is one of the site's clock: it ends at midnight in California, which is in the morning of "
                "the next day in Europe. What aliorder shows you is the end by your own clock.",
                "Of two that are shown the earlier one holds, and one that is shown beats one that is worked out.",
            ),
        ),
        Part(
            "What has not happened yet",
            (
                "An event later than now is refused, but in aliorder plan, where it counts from its day on. There, "
                "what is left until then will do as well:",
                Lines(("aliorder plan 2345 --event shipped=+3d",)),
            ),
        ),
        Part(
            "Spans and counting",
            (
                Terms(
                    (
                        ("7d, 7", "seven days, for --within and --due-within"),
                        ("business days", "those of your country, if it is set; else Monday to Friday"),
                    )
                ),
                "The day from which is counted is day 0. Days shown as a range include both ends. Your time zone is "
                "that of TZ, else of the setting time_zone, else of this computer.",
                "--now fixes the clock for one run; a day means its noon:",
                Lines(("aliorder --now 2026-11-22 due",)),
            ),
        ),
    ),
)
"""How days, moments and spans are written and counted."""
