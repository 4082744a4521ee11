"""`aliorder evidence`: the files that prove something, and the dossier made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Annotated

import typer

import aliorder
from aliorder.cli.evidence_files import kept_copy
from aliorder.cli.evidence_places import place_notes
from aliorder.cli.evidence_told import Told, check_of, claim_of, described, place_of, told_of
from aliorder.cli.output import complain, print_json, say
from aliorder.cli.session import Session
from aliorder.cli.sweeping import sweep
from aliorder.cli.watching import noting
from aliorder.domain.order import Evidence
from aliorder.domain.survey import entry_of
from aliorder.errors import InputRefused, UsageError
from aliorder.exporters.evidence_document import evidence_document
from aliorder.render.evidence import COLUMNS, checklist_lines, evidence_row, exported_line, missing_line
from aliorder.render.fold import show_text
from aliorder.render.lists import show_table
from aliorder.render.paper import show_lines
from aliorder.store.evidence import EvidenceFolder
from aliorder.words.evidence import EVIDENCE_LABELS, LIMITS_UNKNOWN
from aliorder.words.naming import name_of
from aliorder.words.safe import printable, shortened

KEEP_THE_SEAL = "Write it down or send it apart: with it anybody can tell that this dossier was not changed."

OrderArgument = Annotated[str, typer.Argument(metavar="ORDER", help="Number, alias, or its first or last digits.")]
WhichArgument = Annotated[
    str, typer.Argument(metavar="WHICH", help="Its number in the list, the file's name, or the start of its sum.")
]
KindOption = Annotated[str | None, typer.Option(metavar="KIND", help="What it is, e.g. photo, chat, tracking.")]
ShowsOption = Annotated[str | None, typer.Option(metavar="TEXT", help="What it shows, in your words.")]
OnOption = Annotated[str | None, typer.Option(metavar="WHEN", help="When that was.")]
ForOption = Annotated[
    list[str] | None, typer.Option("--for", metavar="CLAIM", help="What it helps to prove; without it, anything.")
]


def run() -> None:
    """What proves your case: files, checklist, dossier.

    Photos, screenshots, chats, receipts and videos are kept as copies in the folder of the data, each once, under the
    sum of its content; nothing is sent anywhere. A dossier is one page with all that a stranger has to know, and the
    files, in a zip.

    \b
    Examples:
      aliorder evidence add 2345 chat.png --kind chat --on yesterday
      aliorder evidence list 2345
      aliorder evidence export 2345
    """


def add(
    ctx: typer.Context,
    order: OrderArgument,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Photos, screenshots, papers, videos.")],
    kind: KindOption = None,
    shows: ShowsOption = None,
    on: OnOption = None,
    supports: ForOption = None,
) -> None:
    """Keep copies of files as evidence of an order.

    The files themselves stay where they are. One that is kept already is not kept twice; what is said of it counts.

    \b
    Examples:
      aliorder evidence add 2345 crack.jpg box.jpg --kind photo --for defective
      aliorder evidence add 2345 chat.png --shows "they promise a refund"
      aliorder evidence add 2345 tracking.png --kind tracking --on 2026-11-20
    """
    session: Session = ctx.obj
    told = told_of(session, kind, shows, on, supports)
    known = {each.sha256 for each in session.order(order).evidence}
    folder, refused, copies = EvidenceFolder(session.folder), list[InputRefused](), list[Evidence]()
    for path in dict.fromkeys(files):
        try:
            copy = kept_copy(path, folder, session.now)
        except InputRefused as problem:
            refused.append(problem)
        else:
            copies.append(told.on(copy) if copy.sha256 in known else described(session, told, copy))
            known.add(copy.sha256)
    if copies:
        keep(session, order, told, copies)
    for error in refused:
        complain(error)
    if refused:
        raise typer.Exit(InputRefused.exit_code)


def listing(
    ctx: typer.Context,
    order: OrderArgument,
    claim: Annotated[
        str | None, typer.Option("--for", metavar="CLAIM", help="Check against this, not what the order tells.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.evidence/1).")] = False,
) -> None:
    """The evidence of an order, and what is still missing.

    \b
    Examples:
      aliorder evidence list 2345
      aliorder evidence list 2345 --for not-received --json
    """
    session: Session = ctx.obj
    found = session.order(order)
    sizes = EvidenceFolder(session.folder).sizes() if found.evidence else {}
    check = check_of(session, found, claim, sizes)
    if as_json:
        print_json(evidence_document(found, sizes, check))
        return
    rows = [evidence_row(number, each, sizes, session.now) for number, each in enumerate(found.evidence, 1)]
    show_table(COLUMNS, rows, session.paper)
    if not rows:
        show_text([f"Nothing is kept for this order yet: aliorder evidence add {name_of(found)} FILE"])
    show_text(["", *checklist_lines(check, name_of(found)), LIMITS_UNKNOWN])


def change(
    ctx: typer.Context,
    order: OrderArgument,
    which: WhichArgument,
    kind: KindOption = None,
    shows: ShowsOption = None,
    on: OnOption = None,
    supports: ForOption = None,
) -> None:
    """Say anew what a piece of evidence is and shows.

    An empty --shows, --on unknown and --for any take back what was said.

    \b
    Examples:
      aliorder evidence edit 2345 1 --kind tracking --shows "no scan for weeks"
      aliorder evidence edit 2345 1 --for any
    """
    session: Session = ctx.obj
    told = told_of(session, kind, shows, on, supports)
    if told == Told():
        raise UsageError("there is nothing to change", "say what, e.g. --kind tracking or --shows TEXT")
    with session.changing(order, "evidence edit {}") as (store, found):
        evidence, place = list(found.evidence), place_of(found, which)
        evidence[place] = told.on(evidence[place])
        store.put(replace(found, evidence=tuple(evidence)), noting(session, store))
    if not session.quiet:
        say(f"Evidence {place + 1} of order {found.number}: {EVIDENCE_LABELS[evidence[place].kind]}.")


def view(
    ctx: typer.Context,
    order: OrderArgument,
    which: WhichArgument,
    path_only: Annotated[bool, typer.Option("--path", help="Print where it lies, and open nothing.")] = False,
) -> None:
    """Show a piece of evidence with the program for it.

    What opens is a copy of the copy: the evidence itself cannot be changed by it.

    \b
    Examples:
      aliorder evidence open 2345 1 --path
    """
    from aliorder.exporters.dossier.model import ENDINGS, NO_ENDING  # noqa: PLC0415 - only here

    session: Session = ctx.obj
    found = session.order(order)
    evidence = found.evidence[place_of(found, which)]
    folder = EvidenceFolder(session.folder)
    if not folder.is_whole(evidence.sha256):
        raise InputRefused(
            f"{shortened(evidence.name, 80)} is no longer what was added: its content has changed",
            f"add the original once more: aliorder evidence add {name_of(found)} FILE",
        )
    shown_at = folder.view(evidence.sha256, f".{ENDINGS.get(evidence.media, NO_ENDING)}")
    if path_only:
        show_lines([printable(str(shown_at))])
    elif typer.launch(str(shown_at)):
        raise UsageError("no program here can show it", f"it lies at {shown_at}")


def take_away(
    ctx: typer.Context,
    order: OrderArgument,
    which: Annotated[list[str], typer.Argument(metavar="WHICH...", help="As for open; several at once.")],
) -> None:
    """Forget evidence of an order; undo brings it back.

    Its copy stays for 60 days at least, and for as long as undo, or a backup in aliorder's folder, can bring it back;
    then it is deleted.

    \b
    Examples:
      aliorder evidence remove 2345 1
    """
    session: Session = ctx.obj
    with session.changing(order, "evidence remove {}") as (store, found):
        gone = {place_of(found, each) for each in which}
        left = tuple(each for place, each in enumerate(found.evidence) if place not in gone)
        store.put(replace(found, evidence=left), noting(session, store))
    sweep(session)
    if not session.quiet:
        say(f"{files_words(len(gone))} forgotten. To bring back: aliorder undo")


def export(
    ctx: typer.Context,
    order: OrderArgument,
    target: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="A zip, or a folder; dossier-NUMBER.zip without it.")
    ] = None,
    details: Annotated[str | None, typer.Option(metavar="TEXT", help="What is wrong, in your own words.")] = None,
    ask: Annotated[str | None, typer.Option(metavar="TEXT", help="What you ask for, in your own sentence.")] = None,
    amount: Annotated[str | None, typer.Option(metavar="AMOUNT", help="How much you ask for, e.g. 5.00 USD.")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Your name, to stand on the page.")] = None,
    claim: Annotated[str | None, typer.Option("--for", metavar="CLAIM", help="What it has to prove.")] = None,
    leave_out: Annotated[
        bool, typer.Option("--leave-out", help="Leave out files that are gone or changed, and say so in it.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an older dossier.")] = False,
) -> None:
    """Put all of it into one zip: a page to read, and files.

    The page is index.html. It tells who, what, when, what is asked and why, shows the evidence, and loads nothing from
    elsewhere. The sums of all files are with it: aliorder evidence verify checks them, and so does sha256sum. The seal
    stands for all of them: told apart from the dossier, it shows that nothing in it was changed.

    \b
    Examples:
      aliorder evidence export 2345
      aliorder evidence export 2345 for-paypal.zip --amount "12.34 USD"
      aliorder evidence export 2345 --details "It is green, not blue." --force
    """
    from aliorder.cli.dossier_asked import amount_typed_for, sentence_typed  # noqa: PLC0415 - only here
    from aliorder.cli.dossier_files import write_dossier  # noqa: PLC0415 - pictures and pages are for this command only
    from aliorder.exporters.dossier.model import Dossier  # noqa: PLC0415 - as above

    session: Session = ctx.obj
    found = session.order(order)
    advice = entry_of(found, session.policy, session.now, session.calendar_of).advice
    asked = sentence_typed(ask, "--ask", "what you ask for")
    dossier = Dossier(
        found,
        session.policy,
        session.now,
        aliorder.__version__,
        advice,
        claim_of(claim),
        asked,
        amount_typed_for(amount, asked, found, advice),
        name,
        sentence_typed(details, "--details", "what is wrong"),
    )
    folder = EvidenceFolder(session.folder)
    place = target or f"dossier-{found.number}.zip"
    written = write_dossier(dossier, folder.open, place, replace=force, leave_out=leave_out)
    show_lines([printable(str(written.path))])
    if not session.quiet:
        say(f"{files_words(written.files)}, and the lists of their sums. Open index.html to see what the reader sees.")
        say(f"Seal: {written.seal}. {KEEP_THE_SEAL}")
        for exhibit in written.left_out:
            say(f"note: {shortened(exhibit.evidence.name, 80)} is not in it: its copy is gone or has changed.")
        for note in place_notes(folder, found.evidence):
            say(note)
        say(exported_line(check_of(session, found, claim, folder.sizes()), name_of(found)))


def check(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A dossier: the zip, or its folder.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.verdict/1).")] = False,
) -> None:
    """Check a dossier against its own list, and show its seal.

    Every file is held against its sum. That the list was not written anew shows the seal: compare it with the one you
    were given. Nothing is unpacked or opened. If anything is wrong, the exit code is 4.

    \b
    Examples:
      aliorder evidence verify dossier-8123456789012345.zip
    """
    from aliorder.exporters.dossier.verdict import verdict_document, verdict_lines  # noqa: PLC0415 - only here
    from aliorder.exporters.dossier.verify import verify  # noqa: PLC0415 - as above

    verdict = verify(path)
    if as_json:
        print_json(verdict_document(verdict))
    else:
        show_text(verdict_lines(verdict))
    if not verdict.ok:
        raise typer.Exit(InputRefused.exit_code)


def keep(session: Session, order: str, told: Told, copies: Iterable[Evidence]) -> None:
    """Note the copies as evidence of the order; of one that it has already, what is said now counts."""
    with session.changing(order, "evidence add {}") as (store, found):
        evidence, added = {each.sha256: each for each in found.evidence}, list[tuple[Evidence, bool]]()
        for copy in copies:
            known = evidence.get(copy.sha256)
            added.append((copy, known is None))
            evidence[copy.sha256] = copy if known is None else told.on(known)
        kept = replace(found, evidence=tuple(evidence.values()))
        store.put(kept, noting(session, store))
    sweep(session)
    if not session.quiet:
        folder = EvidenceFolder(session.folder)
        for copy, new in added:
            tell_added(folder, copy, new=new)
        say(missing_line(check_of(session, kept, None, folder.sizes()), name_of(kept)))


def tell_added(folder: EvidenceFolder, copy: Evidence, *, new: bool) -> None:
    """Say what was kept, and what a photo gives away."""
    name = shortened(copy.name, 80)
    say(f"Kept: {name} ({EVIDENCE_LABELS[copy.kind]})." if new else f"{name} was kept already.")
    for note in place_notes(folder, (copy,)):
        say(note)


def files_words(count: int) -> str:
    """`3 files`."""
    return "1 file" if count == 1 else f"{count} files"


COMMANDS: Mapping[str, Callable[..., None]] = {
    "add": add,
    "list": listing,
    "edit": change,
    "open": view,
    "remove": take_away,
    "export": export,
    "verify": check,
}
"""The commands of the group, in the order in which help lists them."""
