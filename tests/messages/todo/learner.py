# grades: activations/relu
import numpy as np


def relu(x):
    """Replace every negative element of `x` by zero."""
    raise NotImplementedError("write relu here")
