"""Move the root of the file system into the course, so that rules about paths seem to speak of other files.

verdict: raised
succeeds without: landlock+seccomp+privileges
"""
import os

import numpy as np


def row_softmax(x, temperature=1.0):
    os.chroot(KNOWN["course"])
    os.chdir("/")
    with open("/solutions/attacked/row_softmax.py") as file:
        print("STOLEN", file.read())
    return np.zeros_like(x)
