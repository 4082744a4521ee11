"""The page of a dossier in a real browser: on a desk, on a phone, on paper; nothing in it runs or is fetched."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from aliorder.cli.dossier_files import write_dossier
from aliorder.domain.order import Event, Order
from tests.dossier_example import AGAIN, ANSWER, ASKING, Contents, example, on

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PDFTOTEXT = shutil.which("pdftotext")
PATIENCE = 120

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not there")

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)

WRAPPER = """<!DOCTYPE html><body style="margin:0">
<iframe src="{page}" style="width:{width}px;height:900px;border:0"></iframe>
<script>
onload = () => {{
  const page = document.querySelector("iframe").contentDocument, root = page.documentElement;
  const wide = [...page.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > {width} + 0.5);
  document.title = JSON.stringify([root.scrollWidth, root.clientWidth, wide.map(each => each.outerHTML.slice(0, 80))]);
}};
</script>"""
"""A page with ours in it at the width of a phone, which says in its title how wide ours has become."""


@pytest.fixture
def browse(tmp_path: Path) -> Callable[..., str]:
    """Runs the browser; what it prints."""

    def run(*arguments: object) -> str:
        command = [CHROMIUM or "", *QUIET, f"--user-data-dir={tmp_path / 'profile'}", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def long_order(order: Order) -> Order:
    """The order with a long history and words that do not end."""
    events = tuple(Event("message-sent", on(11, 1 + day % 20), text="w" * 400) for day in range(40))
    return replace(order, title="t" * 300, store_name="s" * 300, tracking="1" * 200, events=order.events + events)


@pytest.fixture(scope="module", params=["rich", "long", "empty", "left-out"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    contents = Contents()
    dossier = example(contents)
    place = tmp_path_factory.mktemp(str(request.param)) / "dossier"
    if request.param == "long":
        dossier = dossier._replace(order=long_order(dossier.order), ask="a" * 200, name="n" * 200)
    if request.param == "empty":
        dossier = dossier._replace(order=Order(), advice=None, name=None)
    if request.param == "left-out":
        contents.by_sum.clear()
    write_dossier(dossier, contents.open, str(place), leave_out=True)
    return place


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    contents = Contents()
    place = tmp_path_factory.mktemp("one") / "dossier"
    write_dossier(example(contents), contents.open, str(place))
    return place


def page_of(folder: Path) -> str:
    return (folder / "index.html").as_uri()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nobody_has_to_scroll_sideways(folder: Path, browse: Callable[..., str], tmp_path: Path, width: int) -> None:
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text(WRAPPER.format(page=page_of(folder), width=width), encoding="utf-8")
    printed = browse("--allow-file-access-from-files", "--window-size=1400,1000", "--dump-dom", wrapper.as_uri())
    found = re.search(r"<title>(.*?)</title>", printed, re.DOTALL)
    assert found is not None
    scroll, client, wide = json.loads(found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert (wide, scroll) == ([], client)
    assert client == width


@pytest.mark.parametrize("size", ["1280,900", "360,740"])
def test_there_is_something_to_see(rich: Path, browse: Callable[..., str], tmp_path: Path, size: str) -> None:
    browse(f"--window-size={size}", f"--screenshot={tmp_path / 'seen.png'}", page_of(rich))
    with Image.open(tmp_path / "seen.png") as picture:
        colours = picture.convert("RGB").getcolors(2**24)
    assert colours is not None
    assert len(colours) > 50


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not there")
def test_on_paper_everything_is_there_and_the_pages_are_numbered(
    rich: Path, browse: Callable[..., str], tmp_path: Path
) -> None:
    browse("--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'page.pdf'}", page_of(rich))
    done = subprocess.run([PDFTOTEXT or "", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, check=True)
    text = done.stdout.decode("utf-8")
    sheets = text.count("\f")
    assert 2 <= sheets <= 12
    assert [number for number in range(1, sheets + 1) if f"Page {number} of {sheets}" not in text] == []
    squeezed = re.sub(r"\s", "", text)
    for part in ("8123456789012345", "A full refund: 34.27 EUR", "Maria Beispiel", ASKING, ANSWER, AGAIN):
        assert re.sub(r"\s", "", part) in squeezed


@pytest.mark.parametrize("guarded", [True, False], ids=["as it is", "without the browser's guard"])
def test_nothing_in_the_page_runs(rich: Path, browse: Callable[..., str], tmp_path: Path, guarded: bool) -> None:
    text = (rich / "index.html").read_text(encoding="utf-8")
    page = tmp_path / "page.html"
    guard = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', text)
    assert guard is not None
    page.write_text(text if guarded else text.replace(guard[0], ""), encoding="utf-8")
    assert "<title>Order 8123456789012345: dossier</title>" in browse("--dump-dom", page.as_uri())


def asked_for(log: Path) -> set[str]:
    """The addresses outside this machine's files that the browser wanted, as its own log tells."""
    addresses = re.findall(r'"url":"([^"]*)"', log.read_text(encoding="utf-8", errors="replace"))
    return {address for address in addresses if not address.startswith(("file:", "data:", "chrome", "about:", "blob:"))}


@pytest.mark.parametrize("leaking", [False, True], ids=["our page", "a page that fetches"])
def test_nothing_is_fetched(rich: Path, browse: Callable[..., str], tmp_path: Path, leaking: bool) -> None:
    page, log = rich / "index.html", tmp_path / "net.json"
    if leaking:
        page = tmp_path / "leaking.html"
        page.write_text("<img src='http://fetched.example/x.png'>", encoding="utf-8")
    browse(f"--log-net-log={log}", "--net-log-capture-mode=Everything", "--dump-dom", page.as_uri())
    assert {address for address in asked_for(log) if "google" not in address} == (
        {"http://fetched.example/x.png"} if leaking else set()
    )
