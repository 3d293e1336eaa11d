"""Go round the path of the reference through the links to the root and to the working folder in /proc/self.

verdict: raised
succeeds without: landlock
"""
import numpy as np


def row_softmax(x, temperature=1.0):
    for way in ("/proc/self/root", "/proc/thread-self/root", "/proc/self/cwd/.", "/dev/fd/../root", "/proc/self/task/../cwd/"):
        try:
            with open(way + KNOWN["reference"]) as file:
                print("STOLEN", file.read())
            return np.zeros_like(x)
        except OSError as error:
            refused = error
    raise refused
