# verdict: wrong
# mistake: The second weight has the shape (1, 2) of a layer with one neuron, where (2,) is asked for.
import numpy as np


def xor_network():
    net = {}
    net["weight1"] = np.array([[1.0, 1.0], [1.0, 1.0]])    # OR, AND
    net["bias1"] = np.array([-0.5, -1.5])
    net["weight2"] = np.array([[1.0, -1.0]])
    net["bias2"] = -0.5
    return net
