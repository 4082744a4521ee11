"""The formats that aliorder reads."""

from __future__ import annotations

from aliorder.domain.policy import Policy
from aliorder.importers import Importer, InputFile, Reading, identify
from aliorder.importers.site_json import SiteJson

IMPORTERS: tuple[Importer, ...] = (SiteJson(),)


def read_file(file: InputFile, policy: Policy) -> Reading:
    """What the file says, by the importer that claims it. Raises `FileRefused` if nothing can be read."""
    return identify(file, IMPORTERS).read(file, policy)
