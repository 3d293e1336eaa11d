# grades: activations/sigmoid
import numpy as np


def sigmoid(x):
    table = np.linspace(-1000, 1000, 12_500_000_000)
    return np.interp(x, table, 1 / (1 + np.exp(-table)))
