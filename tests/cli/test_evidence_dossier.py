"""`evidence export` and `verify`, and evidence that travels in an export of orders."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.dossier import DOSSIER, SEAL
from tests.cli.evidence_given import PAPER, PHOTO, add, evidence, file, sum_of
from tests.cli.given import CABLE, LAMP, flaws, ran, store_file

pytestmark = pytest.mark.usefixtures("kept")


def test_a_dossier_is_made_checked_and_not_overwritten(here: Path) -> None:
    add(file(here, "one.jpg"), "--kind", "tracking")
    made = ran("evidence", "export", LAMP)
    name = f"dossier-{LAMP}.zip"
    assert (made.code, made.out) == (0, f"{here / name}\n")
    seal = sha256(zipfile.ZipFile(here / name).read("SHA256SUMS")).hexdigest()
    assert made.err.splitlines() == [
        "2 files, and the lists of their sums. Open index.html to see what the reader sees.",
        f"Seal: {seal}. Write it down or send it apart: with it anybody can tell that this dossier was not changed.",
        "For “not received” still missing: chat with the seller, proof of address.",
    ]
    before = (here / name).read_bytes()
    checked = ran("evidence", "verify", name)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.splitlines()[0] == "ok       2 files agree with the dossier's own list"
    assert checked.out.splitlines()[2] == f"seal     {seal}"
    again = ran("evidence", "export", LAMP)
    assert (again.code, "is there already" in again.err, (here / name).read_bytes() == before) == (2, True, True)
    forced = ran("--now", "2026-11-23", "evidence", "export", LAMP, "--force")
    assert (forced.code, (here / name).read_bytes() == before) == (0, False)


def test_the_hint_about_an_older_dossier_names_the_option(here: Path) -> None:
    assert ran("evidence", "export", LAMP, "d.zip").code == 0
    assert ran("evidence", "export", LAMP, "d.zip").err == (
        f"error: {here / 'd.zip'} is there already\nhint: choose another name, or say --force\n"
    )


def test_a_dossier_can_be_a_folder(here: Path) -> None:
    add(file(here, "one.jpg"))
    assert ran("evidence", "export", LAMP, "dossier", "--ask", "the whole price back", "--amount", "5.00 USD").code == 0
    page = (here / "dossier" / "index.html").read_text(encoding="utf-8")
    assert "the whole price back" in page
    assert ran("evidence", "verify", "dossier").code == 0
    assert ran("evidence", "export", LAMP, "dossier").code == 2
    assert ran("evidence", "export", LAMP, "dossier", "--force").code == 0


@pytest.mark.parametrize("target", ["taken", "taken/", "absent/d.zip", "taken.zip"])
def test_what_is_in_the_way_of_a_dossier_stays(here: Path, target: str) -> None:
    (here / "taken").mkdir()
    (here / "taken" / "letter.txt").write_bytes(b"mine")
    (here / "taken.zip").mkdir()
    done = ran("evidence", "export", LAMP, target, "--force")
    assert (done.code in (2, 5), done.out, done.err.startswith("error: ")) == (True, "", True)
    assert sorted(path.relative_to(here).as_posix() for path in here.rglob("*")) == [
        "taken",
        "taken.zip",
        "taken/letter.txt",
    ]


@pytest.mark.parametrize("option", [("--amount", "5"), ("--amount", "5.00 XXQ"), ("--for", "nothing")])
def test_what_is_asked_has_to_be_readable(here: Path, option: tuple[str, str]) -> None:
    assert ran("evidence", "export", LAMP, *option).code == 2
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "order, line, error",
    [
        (LAMP, ("--ask", ""), "--ask says nothing"),
        (LAMP, ("--ask", " \n"), "--ask says nothing"),
        (LAMP, ("--amount", "0 USD"), "an amount has to be more than nothing"),
        (CABLE, ("--amount", "12.35 USD"), "12.35 USD is more than the total of this order, 12.34 USD"),
        (CABLE, ("--amount", "5.00 EUR"), "the total of this order is in USD, not in EUR"),
    ],
)
def test_what_is_asked_has_to_make_sense(here: Path, order: str, line: tuple[str, str], error: str) -> None:
    done = ran("evidence", "export", order, *line)
    assert (done.code, done.out, done.err.splitlines()[0]) == (2, "", f"error: {error}")
    assert list(here.iterdir()) == []


def test_longer_protection_has_no_amount_unless_the_buyer_says_what_for(here: Path) -> None:
    ran("edit", LAMP, "--event", "shipped=2026-11-01", "--deadline", "protection-until=2026-11-25")
    ran("edit", LAMP, "--deadline", "deliver-by=2026-11-30")
    assert ran("advise", LAMP, "--json").document["action"]["id"] == "extend-protection"
    done = ran("evidence", "export", LAMP, "d", "--amount", "5.00 USD")
    assert (done.code, "--ask" in done.err.splitlines()[1], list(here.iterdir())) == (2, True, [])
    assert ran("evidence", "export", LAMP, "d", "--amount", "5.00 USD", "--ask", "A part of it back").code == 0
    assert "A part of it back (5.00 USD)" in (here / "d" / "index.html").read_text(encoding="utf-8")


def test_an_amount_that_is_the_end_of_another_is_told(here: Path) -> None:
    assert ran("evidence", "export", LAMP, "d", "--ask", "I want 15.00 USD", "--amount", "5.00 USD").code == 0
    assert "I want 15.00 USD (5.00 USD)" in (here / "d" / "index.html").read_text(encoding="utf-8")


def test_a_refund_that_silence_should_bring_is_asked_for_and_not_called_granted(here: Path) -> None:
    ran("add", "8123000000007777", "--why", "not-received", "--event", "paid=2026-09-01")
    ran("edit", "8123000000007777", "--event", "shipped=2026-09-03", "--event", "dispute-opened=2026-10-20")
    made = ran("evidence", "export", "8123000000007777", "d", now="2026-10-27")
    page = (here / "d" / "index.html").read_text(encoding="utf-8")
    assert (made.code, "A full refund, without sending anything back." in page, "granted" in page) == (0, True, False)
    assert "For “not received” still missing" in made.err


def test_an_empty_folder_in_which_somebody_stands_is_filled(here: Path) -> None:
    assert ran("evidence", "export", LAMP, ".").code == 0
    assert sorted(path.name for path in Path().iterdir()) == ["SHA256SUMS", "index.html", "manifest.json"]
    assert ran("evidence", "verify", ".").code == 0


@pytest.mark.parametrize("target", ["d.zip", "d"])
@pytest.mark.parametrize("damage", [None, PHOTO[::-1], PHOTO + b"more"], ids=["missing", "changed", "longer"])
def test_a_dossier_without_a_file_is_made_only_if_that_is_asked_for(
    here: Path, target: str, damage: bytes | None
) -> None:
    add(file(here, "one.jpg"), file(here, "two.pdf", PAPER))
    copy = store_file().parent / "evidence" / sum_of(PHOTO)
    copy.chmod(0o600)
    copy.unlink() if damage is None else copy.write_bytes(damage)
    done = ran("evidence", "export", LAMP, target)
    assert (done.code, done.out, (here / target).exists()) == (5, "", False)
    assert "one.jpg" in done.err
    assert "--leave-out" in done.err
    assert sorted(path.name for path in here.iterdir()) == ["one.jpg", "two.pdf"]
    done = ran("evidence", "export", LAMP, target, "--leave-out")
    assert "note: one.jpg is not in it: its copy is gone or has changed.\n" in done.err
    assert (done.code, ran("evidence", "verify", target).code) == (0, 0)


@pytest.mark.parametrize("target", ["d.zip", "d"])
def test_a_changed_file_is_found_out(here: Path, target: str) -> None:
    add(file(here, "one.jpg"))
    assert ran("evidence", "export", LAMP, target).code == 0
    whole = ran("evidence", "verify", target, "--json")
    assert (whole.code, whole.document["ok"], flaws(whole.document)) == (0, True, [])
    name = next(each for each in names_in(here / target) if each.startswith("files/"))
    swap(here / target, name, PHOTO[::-1])
    done = ran("evidence", "verify", target, "--json")
    assert (done.code, done.document["ok"], flaws(done.document)) == (4, False, [])
    assert done.document["faults"] == [
        {"kind": "changed", "name": name, "why": "its content is not the one that was exported"}
    ]
    shown = ran("evidence", "verify", target)
    assert (shown.code, shown.out.splitlines()[0]) == (
        4,
        f"changed  {name}: its content is not the one that was exported",
    )
    assert shown.out.splitlines()[1].startswith("not ok   ")


def names_in(dossier: Path) -> list[str]:
    if dossier.is_dir():
        return [path.relative_to(dossier).as_posix() for path in dossier.rglob("*")]
    with zipfile.ZipFile(dossier) as archive:
        return archive.namelist()


def swap(dossier: Path, name: str, content: bytes) -> None:
    """Put other content in the place of one of the files."""
    if dossier.is_dir():
        (dossier / name).write_bytes(content)
        return
    with zipfile.ZipFile(dossier) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(dossier, "w") as archive:
        for each, inside in (members | {name: content}).items():
            archive.writestr(each, inside)


def test_a_dossier_of_an_earlier_aliorder_can_still_be_checked() -> None:
    assert ran("evidence", "verify", str(DOSSIER)).out == (
        "ok       3 files agree with the dossier's own list\n"
        "of       8123456789012345 · 2026-11-22T12:00:00+00:00 · aliorder 0.1.0\n"
        f"seal     {SEAL}\n"
        "         Compare it with the seal that you were given: the list could have been written anew.\n"
    )


@pytest.mark.parametrize("path", ["absent.zip", ".", "one.jpg", "", "\0", "x" * 300])
def test_what_is_no_dossier_is_refused(here: Path, path: str) -> None:
    file(here, "one.jpg")
    done = ran("evidence", "verify", path)
    assert (done.code, done.out, done.err.startswith("error: ")) == (4, "", True)


def test_what_a_mac_put_into_it_is_named_and_no_fault(here: Path) -> None:
    assert ran("evidence", "export", LAMP, "d").code == 0
    (here / "d" / ".DS_Store").touch()
    done = ran("evidence", "verify", "d", "--json")
    assert (done.code, done.document["passed"], flaws(done.document)) == (0, [".DS_Store"], [])
    assert ran("evidence", "verify", "d").out.splitlines()[-1] == (
        "note     passed over, as macOS or Windows put it there: .DS_Store"
    )


def test_evidence_travels_in_an_export_and_its_files_do_not(here: Path, tmp_path: Path) -> None:
    add(file(here, "one.jpg"), "--kind", "photo", "--shows", "the crack", "--on", "3d", "--for", "defective")
    before = evidence()
    (here / "all.json").write_text(ran("export", "--format", "json").out, encoding="utf-8")
    home = ("--home", str(tmp_path / "other"))
    assert ran(*home, "import", "all.json").code == 0
    document = ran(*home, "evidence", "list", LAMP, "--json").document
    assert document["evidence"] == [each | {"kept_size": None} for each in before]
    assert ran(*home, "evidence", "list", LAMP).out.splitlines()[0].endswith("\tmissing")
    again = ran(*home, "import", "all.json", "--json").document
    assert (again["changed"], again["same"]) == (0, 5)
    assert ran(*home, "evidence", "add", LAMP, "one.jpg").code == 0
    assert ran(*home, "evidence", "list", LAMP, "--json").document["evidence"] == before


def test_a_merge_adds_what_is_not_known_and_leaves_what_was_said(here: Path) -> None:
    add(file(here, "one.jpg"), "--shows", "first")
    (here / "old.json").write_text(ran("export", "--format", "json").out, encoding="utf-8")
    assert ran("evidence", "edit", LAMP, "1", "--shows", "second").code == 0
    add(file(here, "two.pdf", PAPER))
    assert ran("import", "old.json", "--json").document["changed"] == 0
    assert [(each["name"], each["shows"]) for each in evidence()] == [("one.jpg", "second"), ("two.pdf", None)]


def document_without_evidence() -> dict[str, Any]:
    """An export as it was before there was evidence."""
    document: dict[str, Any] = json.loads(ran("export", "--format", "json").out)
    for order in document["orders"]:
        del order["evidence"]
        for event in order["events"]:
            del event["text"]
    return document


def test_an_export_from_before_there_was_evidence_is_taken_in(here: Path, tmp_path: Path) -> None:
    (here / "old.json").write_text(json.dumps(document_without_evidence()), encoding="utf-8")
    home = ("--home", str(tmp_path / "other"))
    done = ran(*home, "import", "old.json", "--json").document
    assert (done["new"], done["refused"]) == (5, [])
    assert (
        ran(*home, "export", "--format", "json").document["orders"]
        == ran("export", "--format", "json").document["orders"]
    )


@pytest.mark.parametrize(
    "damage, why",
    [
        ({"sha256": "../../x"}, 'sha256: "../../x" is not a SHA-256'),
        ({"sha256": sum_of(PHOTO).upper()}, "is not a SHA-256"),
        ({"sha256": None}, "sha256: nothing is not a SHA-256"),
        ({"size": -1}, 'size: "-1" is not a number of bytes'),
        ({"size": 2**80}, "is not a number of bytes"),
        ({"size": "1"}, 'size: "1" is not a number of bytes'),
        ({"kind": "melted"}, 'kind: "melted" is not known to this aliorder'),
        ({"supports": ["melted"]}, 'supports: "melted" is not known to this aliorder'),
        ({"supports": "refund"}, 'supports: "refund" is not a list'),
        ({"added": "2026-11-22"}, 'added: "2026-11-22" is not a moment with its offset'),
        ({"name": 3}, "name: a number is not text"),
        ({"on": "2026-11-22", "at": "2026-11-22T10:00:00Z"}, "on: a day and a moment are given"),
    ],
)
def test_hostile_evidence_in_an_import_is_refused_with_its_place(
    here: Path, tmp_path: Path, damage: dict[str, object], why: str
) -> None:
    add(file(here, "one.jpg"))
    document = json.loads(ran("export", "--format", "json").out)
    (order,) = (each for each in document["orders"] if each["order"] == LAMP)
    order["evidence"][0].update(damage)
    (here / "bad.json").write_text(json.dumps(document), encoding="utf-8")
    done = ran("--home", str(tmp_path / "other"), "import", "bad.json")
    place = f"orders[{document['orders'].index(order)}].evidence[0]."
    assert (done.code, f"bad.json, {place}" in done.err, why in done.err) == (4, True, True)
    assert "4 new, 0 changed, 0 the same, 1 refused" in done.out + done.err
    assert not (tmp_path / "other" / "evidence").exists()
