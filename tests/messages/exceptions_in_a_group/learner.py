# grades: activations/sigmoid
import numpy as np


def sigmoid(x):
    problems = [ValueError(f"{value} is negative") for value in x.ravel() if value < 0]
    if problems:
        raise ExceptionGroup("negative numbers", problems)
    return 1 / (1 + np.exp(-x))
