# grades: activations/sigmoid
# deadline: 0.5
import numpy as np


def sigmoid(x):
    while True:
        try:
            result = 1 / (1 + np.exp(-x))
            if np.isfinite(result).any() > 1:
                return result
        except BaseException:
            continue
