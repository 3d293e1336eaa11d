# verdict: passed
# style: hidden NOR and AND, the output fires if neither of them does
import numpy as np


def xor_network():
    neither = ([-1.0, -1.0], 0.5)
    both = ([1.0, 1.0], -1.5)
    return {
        "weight1": np.array([neither[0], both[0]]),
        "bias1": np.array([neither[1], both[1]]),
        "weight2": np.full(2, -1.0),
        "bias2": 0.5,
    }
