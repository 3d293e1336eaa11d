"""Start a program that is not confined by anything in Python and have it print the reference.

verdict: raised
succeeds without: landlock+seccomp
deadline: 5
"""
import subprocess

import numpy as np


def row_softmax(x, temperature=1.0):
    print("STOLEN", subprocess.run(["/bin/cat", KNOWN["reference"]], capture_output=True, timeout=4, check=True).stdout)
    return np.zeros_like(x)
