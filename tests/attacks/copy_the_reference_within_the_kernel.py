"""Copy another student's file under a name of its own with copy_file_range, to be fetched later.

verdict: raised
succeeds without: landlock
"""
import os

import numpy as np


def row_softmax(x, temperature=1.0):
    source = os.open(KNOWN["submission"], os.O_RDONLY)
    target = os.open(f"{KNOWN['folders'][0]}/{KNOWN['mark']}.copied", os.O_RDWR | os.O_CREAT)
    os.copy_file_range(source, target, 1000)
    print("STOLEN", os.pread(target, 1000, 0))
    return np.zeros_like(x)
