"""The content of files, wherever it is read or written: how much at once, and what a half-written file is called."""

from __future__ import annotations

import re

PIECE = 1024**2
"""So many bytes of a file are in memory at a time."""

DRAFT_PREFIX, DRAFT_SUFFIX = ".aliorder-", ".part"
"""How the name of a file begins and ends that is being written; what stands between them is from `tempfile`."""

DRAFT = re.compile(r"\.(aliorder-)?[a-z0-9_]{8}\.part")
"""What a file is called that was being written when its writer was killed; whole files begin with the point alone."""

DRAFTS_STAY = 24 * 3600
"""So many seconds they stay: whoever writes one may not have ended yet."""

EVIDENCE_FOLDER = "evidence"
"""What the folder with the copies of evidence is called; it lies beside the store."""
