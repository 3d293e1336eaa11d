# verdict: wrong
# mistake: The weight of -2 from the AND neuron to the output is larger than 1.5 in absolute value.
import numpy as np


def xor_network():
    return {
        "weight1": np.ones((2, 2)),
        "bias1": np.array([-0.5, -1.5]),
        "weight2": np.array([1.0, -2.0]),
        "bias2": -0.5,
    }
