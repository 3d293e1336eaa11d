# verdict: wrong
# mistake: Both weights are arrays of integers, where the statement asks for float64.
import numpy as np


def xor_network():
    return dict(
        weight1=np.array([[1, -1], [-1, 1]]),
        bias1=np.array([-0.5, -0.5]),
        weight2=np.array([1, 1]),
        bias2=-0.5,
    )
