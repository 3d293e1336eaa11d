# verdict: passed
# style: np.ndindex loop in Python floats, math.fsum, cast at the end
import math

import numpy as np


def mse_loss(input, target):
    if input.shape != target.shape:
        raise ValueError(f"target: shape {target.shape} differs from {input.shape}")
    n = input.size
    squares = []
    grad = np.empty(input.shape, dtype=input.dtype)
    for index in np.ndindex(input.shape):
        error = float(input[index]) - float(target[index])
        squares.append(error * error)
        grad[index] = 2.0 * error / n
    return input.dtype.type(math.fsum(squares) / n), grad
