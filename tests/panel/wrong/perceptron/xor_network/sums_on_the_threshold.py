# verdict: wrong
# mistake: Some weighted sums are exactly 0 for some of the inputs, where all have to be at least 0.4 away from 0.
import numpy as np


def xor_network():
    # first neuron: any input on; second neuron: more than one on
    return {
        "weight1": np.array([[1.0, 1.0], [1.0, 1.0]]),
        "bias1": np.array([0.0, -1.0]),
        "weight2": np.array([1.0, -1.0]),
        "bias2": 0.0,
    }
