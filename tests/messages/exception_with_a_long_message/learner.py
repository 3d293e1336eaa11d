# grades: activations/sigmoid
import numpy as np


def sigmoid(x):
    result = np.exp(x) / np.exp(x).sum()
    if not np.allclose(result, 1 / (1 + np.exp(-x))):
        raise ArithmeticError(f"result is not what I expected.\n\nIt should not be {np.arange(4000) / 8}")
    return result
