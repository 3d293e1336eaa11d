# verdict: passed
# style: NumPy, length by hypot, harmonic form s / (l + 1/l), capsules moved to the first axis
import numpy as np


def squash(s, dim=-1):
    capsules = np.moveaxis(s, dim, 0)
    length = np.hypot.reduce(capsules, axis=0)
    silent = length == 0
    safe = np.where(silent, np.ones_like(length), length)
    v = capsules / (safe + 1 / safe)
    v = np.where(silent, np.zeros_like(v), v)
    return np.moveaxis(v, 0, dim).copy()
