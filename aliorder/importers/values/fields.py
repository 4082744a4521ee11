"""The fields of one JSON object, read one by one; what cannot be read becomes a problem with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from aliorder.importers import Problem
from aliorder.importers.values.reading import Unreadable
from aliorder.importers.values.text import clean
from aliorder.words.safe import cut

Value = TypeVar("Value")

NO_OBJECT = "this should be an object"
NO_LIST = "this should be a list"


class OrderRefused(Exception):
    """An order that cannot be taken in at all: the problem says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.why)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Fields:
    """An object in a file. `place` leads to it; `problems` collects what could not be read."""

    values: dict[str, object]
    file: str
    place: str
    problems: list[Problem]

    def read(self, key: str, reader: Callable[[object], Value]) -> Value | None:
        """The value of `key`; `None` if it is absent or blank, or cannot be read (then a problem)."""
        try:
            return self.taken(key, reader)
        except Unreadable as error:
            self.report(key, str(error))
            return None

    def need(self, key: str, reader: Callable[[object], Value]) -> Value | None:
        """The value of `key`, `None` if it is absent or blank. Raises `OrderRefused` if it cannot be read."""
        try:
            return self.taken(key, reader)
        except Unreadable as error:
            raise OrderRefused(self.problem(key, str(error))) from None

    def taken(self, key: str, reader: Callable[[object], Value]) -> Value | None:
        """The value of `key`, `None` if it is absent or blank. Raises `Unreadable` if it cannot be read."""
        value = self.values.get(key)
        return None if is_blank(value) else reader(value)

    def inner(self, key: str) -> Fields:
        """The object under `key`; empty if it is absent or something else (then a problem)."""
        value = self.values.get(key)
        if not is_blank(value) and not isinstance(value, dict):
            self.report(key, NO_OBJECT)
        return self.below(key, value)

    def need_inner(self, key: str) -> Fields:
        """The object under `key`, empty if it is absent. Raises `OrderRefused` if it is something else."""
        value = self.values.get(key)
        if not is_blank(value) and not isinstance(value, dict):
            raise OrderRefused(self.problem(key, NO_OBJECT))
        return self.below(key, value)

    def each(self, key: str) -> list[Fields]:
        """The objects of the list under `key`; what is no list or no object becomes a problem."""
        for problem in self.misfits(key):
            self.problems.append(problem)
        return self.objects(key)

    def need_each(self, key: str) -> list[Fields]:
        """The objects of the list under `key`. Raises `OrderRefused` if anything else stands there."""
        for problem in self.misfits(key):
            raise OrderRefused(problem)
        return self.objects(key)

    def objects(self, key: str) -> list[Fields]:
        """The objects of the list under `key`, each with its place."""
        values = self.values.get(key)
        listed = enumerate(values) if isinstance(values, list) else ()
        return [self.below(f"{key}[{number}]", value) for number, value in listed if isinstance(value, dict)]

    def parts(self, key: str) -> Fields:
        """The values of the list under `key`, each as a field; none if it is absent or no list (then a problem)."""
        values = self.values.get(key)
        if not is_blank(values) and not isinstance(values, list):
            self.report(key, NO_LIST)
        listed = enumerate(values) if isinstance(values, list) else ()
        return replace(self, values={f"{key}[{number}]": value for number, value in listed})

    def misfits(self, key: str) -> list[Problem]:
        """What keeps the value of `key` from being a list of objects."""
        values = self.values.get(key)
        if is_blank(values):
            return []
        if not isinstance(values, list):
            return [self.problem(key, NO_LIST)]
        wrong = (number for number, value in enumerate(values) if not isinstance(value, dict))
        return [self.problem(f"{key}[{number}]", NO_OBJECT) for number in wrong]

    def below(self, key: str, value: object) -> Fields:
        """The object `value`, which stands under `key`, as fields of its own; anything else as none."""
        return Fields(value if isinstance(value, dict) else {}, self.file, self.path(key), self.problems)

    def report(self, key: str, why: str) -> None:
        """Notes that `key` was not taken in."""
        self.problems.append(self.problem(key, why))

    def problem(self, key: str, why: str) -> Problem:
        """A problem at `key`."""
        return Problem(self.file, None, self.path(key), why)

    def path(self, key: str) -> str:
        """Where `key` stands in the file."""
        return cut(clean(f"{self.place}.{key}" if self.place else key), 200)


def is_blank(value: object) -> bool:
    """Whether the file says nothing here."""
    return value is None or (isinstance(value, str) and not value.strip())
