"""Copies of evidence that have long been of no use are deleted in passing, by commands that change orders anyway."""

from __future__ import annotations

import os
from contextlib import suppress

from aliorder.cli.session import Session
from aliorder.errors import StoreError
from aliorder.records.content import EVIDENCE_FOLDER


def sweep(session: Session) -> None:
    """Delete the copies that have long been of no use, and note of the others that they are.

    What cannot be deleted is left for the next time.
    """
    if not os.path.lexists(session.folder / EVIDENCE_FOLDER):
        return
    from aliorder.store.evidence import EvidenceFolder  # noqa: PLC0415 - most have no evidence, and need not wait for it

    with suppress(StoreError), session.store() as store:
        EvidenceFolder(session.folder).sweep(store.evidence_in_use, store.evidence_in_backups)
