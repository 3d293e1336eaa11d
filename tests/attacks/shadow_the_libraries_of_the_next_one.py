"""Leave a module called numpy, and a path file that puts its folder first, where the next interpreter looks.

verdict: raised
deadline: 5
succeeds without: landlock
"""
import os

import numpy as np


def row_softmax(x, temperature=1.0):
    refused = OSError("no folder")
    for folder in KNOWN["folders"]:  # the folder of site-packages is one of them
        try:
            with open(os.path.join(folder, f"{KNOWN['mark']}.numpy.py"), "w") as file:  # in earnest, without the mark
                file.write("raise ImportError('shadowed')\n")
            with open(os.path.join(folder, f"{KNOWN['mark']}.pth.txt"), "w") as file:  # with .txt, so that it harms nobody
                file.write(f"import sys; sys.path.insert(0, {folder!r})\n")
            refused = None
        except OSError as error:
            refused = refused and error
    if refused:
        raise refused
    return np.zeros_like(x)
