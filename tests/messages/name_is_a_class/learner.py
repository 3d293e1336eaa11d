# grades: activations/relu
import numpy as np


class relu:
    def __init__(self, inplace=False):
        self.inplace = inplace

    def forward(self, x):
        return np.maximum(x, 0)
