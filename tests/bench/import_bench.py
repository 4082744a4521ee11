"""How long an import takes beside the least that it can cost, and how its memory grows.

python tests/bench/import_bench.py [PAIRS [ORDERS]]: the 30-column CSV of an order exporter with ORDERS orders (100,000
unless named), taken in by `aliorder import` into an empty store, beside csv.reader and sqlite3.executemany filling the
same tables; then the peak memory of imports of a tenth and of all of it, as CSV and as mbox. Nothing is asserted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

HEADER = tuple(
    f"{start}{name}"
    for start, names in (
        ("Order ", ("Id", "date", "Status", "detail url")),
        ("", ("Store Name", "Store url", "Currency", "Tracking number", "Tracking link")),
        ("Item ", ("title", "price", "quantity", "attributes", "image url", "product link")),
        ("Total ", ("order net price", "Shipping", "price adjustments", "discount", "EU Tax", "VAT", "price")),
        ("Buyer ", ("Full Name", "address", "Phone Number", "country", "region", "ZIP", "city")),
        ("", ("Payment method",)),
    )
    for name in names
)
STATUSES = ("Abgeschlossen", "Completed", "Awaiting delivery", "Cancelled", "Awaiting shipment")
MONTHS = ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")

BASELINE = """
import csv, sqlite3, sys
from aliorder.store.migrations import migrate

path, target = sys.argv[1:]
connection = sqlite3.connect(target, isolation_level=None)
migrate(connection)
orders, items, events = [], [], []
number, key, place = None, 0, 0
with open(path, encoding="utf-8-sig", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    for row in rows:
        if row[0] != number:
            number, key, place = row[0], key + 1, 0
            orders.append([key, row[0], row[9], row[4], None, None, row[2], "2026-11-22T12:00:00+00:00", "unknown"])
            events.append((key, 0, "placed", row[1]))
        if row[9]:
            items.append((key, place, row[9], 1, row[10], row[6]))
            place += 1
        if row[21]:
            orders[-1][4:6] = row[21], row[6]
connection.execute("BEGIN")
connection.executemany(
    "INSERT INTO orders (id, number, title, store_name, total_amount, total_currency, status_text, status_seen, parcel)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    orders,
)
connection.executemany(
    "INSERT INTO items (order_id, position, title, quantity, unit_amount, unit_currency) VALUES (?, ?, ?, ?, ?, ?)",
    items,
)
connection.executemany("INSERT INTO events (order_id, position, kind, on_day) VALUES (?, ?, ?, ?)", events)
connection.execute("COMMIT")
"""


def rows(count: int) -> Iterator[list[str]]:
    """The rows of an export of so many orders, the newest first: one or two items each, and a line of totals."""
    first = date(2026, 11, 20)
    for index in range(count):
        day = first - timedelta(days=index * 3000 // count)
        number, cents = str(3_050_000_000_005_504 + index * 10_000), 100 + index % 9000
        url = f"https://www.aliexpress.com/p/order/detail.html?orderId={number}"
        store = [f"Example Store {index % 500}", f"//www.aliexpress.com/store/11000{index % 500:05}"]
        head = [
            number,
            f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
            STATUSES[index * 7 // 5 % 5],
            url,
            *store,
            "€",
        ]
        for item in range(1 + index % 2):
            image, link = (
                "https://ae01.alicdn.com/kf/Sxxxx.jpg_220x220.jpg",
                "//www.aliexpress.com/item/100500000000.html",
            )
            title = f"Garden hose connectors, {item + 2} pcs, no. {index}"
            yield [*head, "", "", title, f"{cents / 100:.2f}", "1.00", "Bronze Yellow", image, link, *[""] * 15]
        totals = ["0.00"] * 6 + [f"{cents * (1 + index % 2) / 100:.2f}"]
        yield [*head, "", "", *[""] * 6, *totals, *[""] * 8]


def write_csv(path: Path, count: int) -> Path:
    """The export as the extension writes it: a mark, CRLF, everything in quotes."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        for row in (HEADER, *rows(count)):
            file.write(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n")
    return path


def write_mbox(path: Path, count: int) -> Path:
    """So many mails that tell of orders shipped."""
    with path.open("w", encoding="ascii") as file:
        for index in range(count):
            file.write(
                "From MAILER-DAEMON Wed Sep 02 00:51:43 2026\nFrom: AliExpress <transaction@notice.aliexpress.com>\n"
                f"Subject: Order {8_219_000_000_020_001 + index * 10_000}: order shipped\n"
                "Date: Wed, 02 Sep 2026 00:51:43 +0000 (UTC)\nContent-Type: text/html; charset=UTF-8\n\n"
                f"<p>Your order has shipped.</p>{'<p>more</p>' * 100}\n\n"
            )
    return path


def run(*command: str | Path) -> tuple[float, float]:
    """Seconds and peak memory (MiB) of a process; one that fails ends the benchmark."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start, peak = time.perf_counter(), 0
    quiet = subprocess.DEVNULL
    with subprocess.Popen([sys.executable, *map(str, command)], stdout=quiet, stderr=quiet, env=environment) as process:
        while process.poll() is None:
            peak = max(peak, high_water_mark(process.pid))
            time.sleep(0.02)
    if process.returncode:
        raise SystemExit(f"failed: {command}")
    return time.perf_counter() - start, peak / 1024


def high_water_mark(pid: int) -> int:
    """The most memory that the process has had so far, in KiB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def aliorder(folder: Path, source: Path) -> tuple[float, float]:
    """A whole import into an empty store."""
    shutil.rmtree(folder / "home", ignore_errors=True)
    return run("-m", "aliorder", "--home", folder / "home", "--now", "2026-11-22", "import", source)


def baseline(folder: Path, source: Path) -> tuple[float, float]:
    """The bare minimum, into an empty store."""
    (folder / "bare.db").unlink(missing_ok=True)
    return run(folder / "baseline.py", source, folder / "bare.db")


def main() -> None:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "baseline.py").write_text(BASELINE, encoding="utf-8")
        source = write_csv(folder / "orders.csv", count)
        aliorder(folder, write_csv(folder / "few.csv", 10))
        baseline(folder, folder / "few.csv")
        times = [(aliorder(folder, source)[0], baseline(folder, source)[0]) for _ in range(pairs)]
        ours, theirs = (median(side) for side in zip(*times, strict=True))
        ratio = median(theirs / ours for ours, theirs in times)
        print(f"import of {count} orders, {source.stat().st_size >> 20} MiB: {ours:.2f} s, bare {theirs:.2f} s")
        print(f"speed beside csv.reader and executemany: {ratio:.0%} (at least 25%)")
        for what, write in (("CSV", write_csv), ("mbox", write_mbox)):
            few, many = (aliorder(folder, write(folder / "memory", part))[1] for part in (count // 10, count))
            print(f"peak memory, {what}: {few:.0f} MiB with {count // 10} orders, {many:.0f} MiB with {count}")


if __name__ == "__main__":
    main()
