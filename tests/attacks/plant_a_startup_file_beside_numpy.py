"""Put a .pth file beside numpy: every Python that starts from then on would run the lines that it holds.

verdict: raised
succeeds without: landlock
as root: yes
"""
import os

import numpy as np


def row_softmax(x, temperature=1.0):
    packages = os.path.dirname(os.path.dirname(np.__file__))
    with open(f"{packages}/{KNOWN['mark']}.pth", "w") as file:
        file.write("# a line that begins with import would be run\n")
    return np.zeros_like(x)
