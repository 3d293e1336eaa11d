"""Zips that are the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Mapping

WHEN = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell
UNIX = 3


def packed(files: Mapping[str, bytes], executable: Collection[str] = ()) -> bytes:
    """A zip of these files, in their order; those in `executable` may be run once they are unpacked."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, WHEN)
            entry.create_system = UNIX  # whatever this machine is: without it, the mode is not looked at
            entry.external_attr = (0o100755 if path in executable else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return held.getvalue()
