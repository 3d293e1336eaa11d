"""Walk through the folders of the course and read every file that is there.

verdict: wrong
succeeds without: landlock
deadline: 5
"""
import os

import numpy as np


def row_softmax(x, temperature=1.0):
    for folder, _, names in os.walk(KNOWN["course"]):  # a folder that cannot be listed is skipped
        for name in names:
            try:
                with open(os.path.join(folder, name), errors="replace") as file:
                    print("STOLEN", name, file.read(500))
            except OSError:
                continue
    return np.zeros_like(x)
