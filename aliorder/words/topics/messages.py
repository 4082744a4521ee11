"""The topic `messages`: what can be written, in which languages, and in one's own words."""

from __future__ import annotations

from aliorder.domain.vocabulary import ABOUTS
from aliorder.policies.messages import RECIPIENTS
from aliorder.words.topics.parts import Lines, Part, Terms, Topic
from aliorder.words.writing import ABOUT_LABELS, FACT_LABELS, RECIPIENT_LABELS

EXAMPLE = (
    "[messages]",
    'remind = """',
    "Hello,",
    "",
    "{if written}I wrote on {written} about order {about}.",
    "{no written}I wrote about order {about}.",
    "Could you please answer?",
    '"""',
)

MESSAGES = Topic(
    "messages",
    (
        Part(
            "How to get one",
            (
                Lines(
                    (
                        "aliorder message 2345",
                        "aliorder message 2345 --about remind --lang zh --beside en",
                        "aliorder message 2345 --sent",
                    )
                ),
                "Without --about it is what the advice calls for now. What aliorder does not know is left out of the "
                "text; what it cannot do without stands as ____. Nothing is ever sent: you paste it where it belongs. "
                "--sent notes that you have, and then due reminds you if no answer comes.",
            ),
        ),
        Part(
            "--about KIND",
            (
                Terms(
                    tuple((kind, f"{ABOUT_LABELS[kind]} (to {RECIPIENT_LABELS[RECIPIENTS[kind]]})") for kind in ABOUTS)
                ),
            ),
        ),
        Part(
            "Languages",
            (
                "--lang is the language of the message, --beside that of a second text for yourself. English and "
                "Chinese are whole, and so are Spanish, Portuguese, French, German and Russian; aliorder message "
                "--list shows all. The setting message_language takes the place of English where you give no --lang.",
            ),
        ),
        Part(
            "Your own words",
            (
                "Write a file CODE.toml, such as en.toml, into the folder messages that aliorder paths shows. What "
                "stands in it comes before what aliorder would say, text by text; with a new CODE it is a new "
                "language, and what is missing in it is told in English.",
                Lines(EXAMPLE),
                "A line with a fact that is not known is left out. {if FACT} and {no FACT} at its beginning print "
                "nothing and only ask. The lines of a paragraph are joined; one that begins with “- ” stays by itself. "
                "Beside [messages] there are [why] and [why_told], [claim], [phrases] and [counted.files], and name, "
                "joiner and gap at the head.",
            ),
        ),
        Part("{FACT}", (Terms(tuple(FACT_LABELS.items())),)),
    ),
)
"""What can be written about an order."""
