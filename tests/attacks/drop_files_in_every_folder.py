"""Write a file into every folder that could be written to, for the next run to find.

verdict: raised
succeeds without: landlock
"""
import numpy as np


def row_softmax(x, temperature=1.0):
    written, refusal = 0, None
    for folder in KNOWN["folders"]:
        try:
            with open(f"{folder}/{KNOWN['mark']}.txt", "w") as file:
                written += file.write("was here")
        except OSError as error:
            refusal = error
    if not written and refusal:
        raise refusal
    return np.zeros_like(x)
