"""Map the file of results into memory instead of reading it.

verdict: raised
succeeds without: landlock
"""
import numpy as np


def row_softmax(x, temperature=1.0):
    mapped = np.memmap(KNOWN["results"], dtype=np.uint8, mode="r")
    raise ValueError(f"mapped: {mapped.tobytes()[:1000]!r}")
