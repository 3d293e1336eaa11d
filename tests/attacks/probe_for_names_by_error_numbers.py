"""Open, link and trace a hidden name and tell from the number of the refusal whether it exists.

verdict: wrong
succeeds without: privileges
"""
import errno
import os

import numpy as np


def refusal(act, *args):
    try:
        act(*args)
    except OSError as error:
        return error.errno
    return 0


def row_softmax(x, temperature=1.0):
    path = KNOWN["private"]
    missing = path + "-that-is-not-there"
    for act, *rest in ((os.open, os.O_RDONLY), (os.open, os.O_PATH), (os.readlink,), (os.scandir,), (os.statvfs,)):
        # A folder that cannot be entered refuses both names alike; anything else tells them apart.
        if refusal(act, path, *rest) != refusal(act, missing, *rest) == errno.ENOENT:
            print("EXISTS", act.__name__)
    return np.zeros_like(x)
