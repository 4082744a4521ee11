"""PowerShell, where it is installed: what it would put at the cursor, asked for as its line editor asks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.completions.conftest import DAY
from tests.completions.shells import FILES, FOLDER, output, shell

OFFERS = {
    "aliorder rec": ["record"],
    "aliorder list --stage ref": ["refunding", "refunded"],
    "aliorder advise --event paid=y": ["paid=yesterday"],
    "aliorder advise --event=paid=y": ["--event=paid=yesterday"],
    "aliorder due --columns=order,lev": ["--columns=order,level"],
    "aliorder config set color al": ["always"],
    "aliorder show 819": ["8190000000001111"],
    "aliorder show ear": ["8190000000001111"],
    "aliorder show grö": ["8190000000001111"],
    "aliorder show caf": ["café"],
    "aliorder show usb": ["5555000011115555", "8123000000002345"],
    "aliorder import --order=ear": ["--order=8190000000001111"],
    "aliorder --home none show 8": [],
    "aliorder -- rec": ["record"],
    "aliorder show -- ear": ["8190000000001111"],
    "aliorder list -- --": [],
}


def matches(lines: Sequence[str]) -> dict[str, list[list[str]]]:
    """For each line what would be inserted, and what is said of it."""
    asked = ", ".join("'{}'".format(line.replace("'", "''")) for line in lines)
    script = (
        "[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false; "
        f". '{FOLDER / FILES['pwsh']}'; $found = @(foreach ($line in @({asked})) {{ "
        "try { $all = @((TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches) } "
        "catch { $all = @() }; , @($all | ForEach-Object { , @($_.CompletionText, $_.ToolTip) }) }); "
        "ConvertTo-Json -Compress -Depth 5 -InputObject $found"
    )
    answer = output([shell("pwsh"), "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script], Path.cwd())
    return dict(zip(lines, json.loads(answer), strict=True))


@pytest.mark.usefixtures("environment")
def test_powershell_offers_what_fits() -> None:
    found = matches(list(OFFERS))
    assert {line: [text for text, _ in each if text] for line, each in found.items()} == OFFERS
    assert found["aliorder show ear"][0][1] == f"Awaiting shipment · {DAY} · Earbuds pro — Größe M"
