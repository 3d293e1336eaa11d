# verdict: wrong
# mistake: The new memory is written over the old one, so the caller's c is changed and no new array is returned.
# told: overwrites_the_memory
import torch


def gated_update(c, f, i, g):
    for name, gate in (("f", f), ("i", i)):
        if ((gate < 0) | (gate > 1)).any():
            raise ValueError(f"{name} must lie between 0 and 1")
    c *= f
    c += i * g
    return c
