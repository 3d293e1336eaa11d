# verdict: wrong
# mistake: The names in the check are paired with the wrong arrays, so the message names f when i is bad and i when f is bad.
import numpy as np


def gated_update(c, f, i, g):
    for name, gate in zip(("i", "f"), (f, i)):
        if np.any((gate < 0) | (gate > 1)):
            raise ValueError(f"gate {name} has elements that are not in [0, 1]")
    return np.asarray(np.multiply(f, c) + np.multiply(i, g))
