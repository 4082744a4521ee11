"""How long aliorder takes beside the least that the same work can cost: python tests/bench/bench.py [PAIRS].

Every figure is a ratio: the two sides run in turn, PAIRS times (11 unless named), and the median of the ratios is
printed with the limit it should stay below. Nothing is asserted: a busy machine makes any one run worthless.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import NamedTuple
from uuid import UUID

from aliorder.domain.order import Deadline, Event, Item, Money, Order, When
from aliorder.domain.seller_clock import seller_clock
from aliorder.domain.survey import entry_of
from aliorder.exporters.advice_document import entry_document
from aliorder.exporters.json_text import json_text
from aliorder.policies import load_policy
from aliorder.store.orders import OrderStore

MANY = 10_000
FEW, VERY_MANY = 100, 100_000
DUE = 10
"""So many orders of a store that is asked what is due within a week have something due."""

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()

BARE = '''
import typer

app = typer.Typer()


@app.command()
def advise(event: list[str] = [], why: str = "", payment: str = "") -> None:
    """Advise."""
    typer.echo("wait")


@app.command()
def other() -> None:
    """Another command."""


app()
'''
REWRITE = """
import json, sys

with open(sys.argv[1], encoding="utf-8") as file:
    documents = json.load(file)
sys.stdout.write(json.dumps(documents, ensure_ascii=False) + "\\n")
"""

FACTS = ("--event", "paid=2026-11-20", "--event", "payment-verified=2026-11-20", "--why", "duplicate")


class Comparison(NamedTuple):
    """Two sides of a comparison, each of which runs once when called, and the limit of their ratio."""

    name: str
    ours: Callable[[], object]
    theirs: Callable[[], object]
    limit: float


def ago(days: int) -> When:
    return When(TODAY - timedelta(days=days))


PAID = (Event("placed", ago(8)), Event("paid", ago(8)), Event("payment-verified", ago(7)))
SENT = (*PAID, Event("shipped", ago(5)))
LIVES = (
    Order(events=(Event("placed", ago(2)),)),
    Order(events=PAID, why="not-needed", payment="visa"),
    Order(events=PAID, deadlines=(Deadline("ship-by", When(date(2026, 11, 26))),)),
    Order(events=(*PAID, Event("cancel-requested", ago(1))), why="duplicate", payment="paypal"),
    Order(events=SENT, deadlines=(Deadline("deliver-by", When(date(2026, 12, 20))),)),
    Order(events=SENT, why="not-received", parcel="stuck", payment="mastercard"),
    Order(events=(*SENT, Event("delivered", ago(2))), why="defective", keep=False, payment="card"),
    Order(events=(*SENT, Event("dispute-opened", ago(2))), why="not-as-described", payment="card"),
    Order(events=(*SENT, Event("return-agreed", ago(2))), payment="paypal"),
    Order(events=(*PAID, Event("cancel-accepted", ago(3))), payment="visa", coupon="platform"),
)
"""Ten orders as they usually stand; all are open."""


def orders(count: int) -> Iterator[Order]:
    """As many orders as asked for, with numbers of their own."""
    for index in range(count):
        price = Money(Decimal("4.11"), "USD")
        yield replace(
            LIVES[index % len(LIVES)],
            number=str(8_123_456_789_000_000 + index),
            title=f"USB cable no. {index}, black, 1 m",
            store_name="Example Cable Store",
            items=(Item(None, "USB cable", 3, price),),
            total=Money(Decimal("12.34"), "USD"),
        )


NEAR = Order(events=PAID, deadlines=(Deadline("ship-by", When(date(2026, 11, 26))),))
FAR = Order(
    events=(Event("placed", ago(30)), Event("paid", ago(30)), Event("shipped", ago(20))),
    deadlines=(Deadline("deliver-by", When(date(2027, 1, 20))),),
)
OVER = Order(events=(*PAID, Event("refund-received", ago(3))))


def mostly_quiet(count: int) -> Iterator[Order]:
    """As many orders as asked for, of which `DUE` have something due this week; of the others two thirds are over."""
    for index, order in enumerate(orders(count)):
        life = NEAR if index % (count // DUE) == 0 else OVER if index % 3 else FAR
        yield replace(order, events=life.events, deadlines=life.deadlines, why=None, parcel="unknown", keep=None)


def filled(folder: Path, kept: Iterable[Order]) -> Path:
    """A home in which these orders are kept."""
    with OrderStore.open(folder, write=True) as store, store.transaction("import", NOW):
        for order in kept:
            store.put(order)
    return folder


def tasks(count: int) -> list[dict[str, object]]:
    """The same orders as tasks for Taskwarrior, with what aliorder knows of each of them; none is over."""
    found: list[dict[str, object]] = []
    for index, order in enumerate(mostly_quiet(count)):
        due = "20261126" if index % (count // DUE) == 0 else "20270120"
        said = (order.number, "12.34 USD", *(event.kind for event in order.events))
        notes = [{"entry": f"20261023T1200{place:02}Z", "description": text} for place, text in enumerate(said)]
        found.append(
            {
                "uuid": str(UUID(int=index + 1)),
                "description": order.title,
                "status": "pending",
                "entry": "20261023T120000Z",
                "due": f"{due}T000000Z",
                "project": order.store_name,
                "annotations": notes,
            }
        )
    return found


class Bench(NamedTuple):
    """A folder to lay things out in, and the environment that both sides run in."""

    folder: Path
    environment: dict[str, str]

    def process(self, *arguments: str | Path) -> Callable[[], object]:
        """A whole process of this Python, whose output goes nowhere; one that fails ends the benchmark."""
        command = [sys.executable, *map(str, arguments)]
        return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=self.environment)

    def aliorder(self, home: Path, *arguments: str) -> Callable[[], object]:
        """A whole run of aliorder."""
        return self.process("-m", "aliorder", "--home", home, "--now", NOW.isoformat(), *arguments)

    def taskwarrior(self, kept: list[dict[str, object]], *arguments: str) -> Callable[[], object] | None:
        """A whole run of Taskwarrior over these tasks; `None` where it is not installed."""
        if shutil.which("task") is None:
            return None
        settings = self.script("taskrc", f"data.location={self.folder / 'tasks'}\nconfirmation=off\nverbose=nothing\n")
        file = self.script("tasks.json", json.dumps(kept))
        environment = {**self.environment, "TASKRC": str(settings)}
        subprocess.run(["task", "import", file], capture_output=True, check=True, env=environment)
        return lambda: subprocess.run(["task", *arguments], capture_output=True, check=True, env=environment)

    def script(self, name: str, text: str) -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def laid_out(folder: Path) -> Bench:
    """A bench on which both sides find their byte code, as an installed program does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return Bench(folder, {**environment, "PYTHONPYCACHEPREFIX": str(folder / "byte-code")})


def advise_all(home: Path) -> Iterator[str]:
    """The entries that `advise --all --json` prints, worked out in this process, one after the other."""
    policy = load_policy()
    clock = seller_clock(NOW, policy)
    with OrderStore.open(home) as store:
        entries = (entry_of(order, policy, NOW) for order in store.each())
        yield from (json_text(entry_document(entry, policy, clock)) for entry in entries if entry.is_open)


def comparisons(bench: Bench) -> Iterator[Comparison]:
    """Everything that is measured; the first run of each side, which makes its byte code, is not."""
    many, one = filled(bench.folder / "many", orders(MANY)), filled(bench.folder / "one", orders(1))
    homes = {count: filled(bench.folder / f"quiet-{count}", mostly_quiet(count)) for count in (FEW, MANY, VERY_MANY)}
    due = {count: bench.aliorder(home, "due", "--within", "7d") for count, home in homes.items()}
    record = {
        count: bench.aliorder(home, "record", "8123456789000000", "message-sent") for count, home in homes.items()
    }
    listing = bench.taskwarrior(tasks(MANY), "due.before:2026-11-29", "list")
    bare = bench.process(bench.script("bare.py", BARE), "advise")
    document = {"schema": "aliorder.advice-list/1", "advice": [json.loads(text) for text in advise_all(many)]}
    advice = bench.script("advice.json", json.dumps(document, ensure_ascii=False))
    rewrite = bench.process(bench.script("rewrite.py", REWRITE), advice)

    yield Comparison("advise with facts / bare Typer", bench.aliorder(one, "advise", *FACTS), bare, 1.8)
    yield Comparison("advise a kept order / bare Typer", bench.aliorder(one, "advise", "8123"), bare, 1.8)
    yield Comparison(
        f"advise --all --json, {MANY} orders / load and dump the same",
        bench.aliorder(many, "advise", "--all", "--json"),
        rewrite,
        4,
    )
    yield Comparison(
        f"the same without start-up, {MANY} orders / json.dumps alone",
        lambda: sum(map(len, advise_all(many))),
        lambda: json.dumps(document, ensure_ascii=False),
        4,
    )
    yield Comparison(f"due --within 7d, {VERY_MANY} orders / {FEW}, {DUE} due each", due[VERY_MANY], due[FEW], 1.5)
    yield Comparison(f"record, {VERY_MANY} orders / {FEW}", record[VERY_MANY], record[FEW], 1.5)
    if listing is None:
        print("skipped: Taskwarrior is not installed")
    else:
        yield Comparison(
            f"due --within 7d, {MANY} orders / task due.before: list, {MANY} tasks", due[MANY], listing, 0.5
        )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(comparison: Comparison, pairs: int) -> str:
    """A line of the table: the median of the ratios, the limit, and the median times of both sides."""
    comparison.ours()
    comparison.theirs()
    times = [(seconds(comparison.ours), seconds(comparison.theirs)) for _ in range(pairs)]
    ratio = median(ours / theirs for ours, theirs in times)
    ours, theirs = (median(side) for side in zip(*times, strict=True))
    return f"{ratio:>6.2f} {comparison.limit:>6.1f} {ours * 1000:>9.0f} {theirs * 1000:>9.0f}  {comparison.name}"


def main() -> None:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    gc.disable()  # as aliorder itself does
    print(f"{'ratio':>6} {'limit':>6} {'ms':>9} {'other ms':>9}  what")
    with tempfile.TemporaryDirectory() as folder:
        for comparison in comparisons(laid_out(Path(folder))):
            print(measured(comparison, pairs), flush=True)


if __name__ == "__main__":
    main()
