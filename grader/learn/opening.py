"""Opens a picture in what the desktop shows pictures with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_file(path: Path) -> bool:
    """Whether something was started that shows it; without a screen, nothing is."""
    if sys.platform == "win32":
        os.startfile(path)
        return True
    if sys.platform == "darwin":
        command = "open"
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        command = "xdg-open"
    else:
        return False
    found = shutil.which(command)
    if found is None:
        return False
    null = subprocess.DEVNULL
    subprocess.Popen([found, str(path)], stdin=null, stdout=null, stderr=null, start_new_session=True)
    return True
