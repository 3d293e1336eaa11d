# grades: activations/sigmoid
import numpy as np


class Overflow(Exception):
    """The argument of exp is too large."""


def sigmoid(x):
    if np.any(np.abs(x) > 0.1):
        raise Overflow(f"{int((np.abs(x) > 0.1).sum())} numbers are too large")
    return 1 / (1 + np.exp(-x))
