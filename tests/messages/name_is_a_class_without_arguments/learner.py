# grades: activations/relu
import numpy as np


class relu:
    def forward(self, x):
        return np.maximum(x, 0)
