"""What `aliorder help TOPIC` tells, and the manual after it: texts about more than one command."""

from __future__ import annotations

from collections.abc import Mapping

from aliorder.words.topics.dates import DATES
from aliorder.words.topics.events import EVENTS
from aliorder.words.topics.messages import MESSAGES
from aliorder.words.topics.parts import Topic
from aliorder.words.topics.policy import POLICY
from aliorder.words.topics.scripting import SCRIPTING
from aliorder.words.topics.values import VALUES

TOPICS: Mapping[str, Topic] = {topic.name: topic for topic in (DATES, EVENTS, MESSAGES, POLICY, SCRIPTING, VALUES)}
"""Every topic by its name."""
