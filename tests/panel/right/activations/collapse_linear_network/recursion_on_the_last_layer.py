# verdict: passed
# style: NumPy, recursive, the last layer applied to the collapsed rest
import numpy as np


def collapse_linear_network(weights, biases):
    if len(biases) != len(weights):
        raise ValueError(f"biases: {len(biases)} of them for {len(weights)} weights")
    *front_weights, last_weight = weights
    *front_biases, last_bias = biases
    if not front_weights:
        return np.copy(last_weight), np.copy(last_bias)
    weight, bias = collapse_linear_network(front_weights, front_biases)
    return np.dot(last_weight, weight), np.dot(last_weight, bias) + last_bias
