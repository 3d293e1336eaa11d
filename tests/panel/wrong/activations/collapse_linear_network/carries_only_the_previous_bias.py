# verdict: wrong
# mistake: Each step carries only the bias of the layer before and not the bias collected so far, which is right for at most two layers.
import numpy as np


def collapse_linear_network(weights, biases):
    if len(weights) != len(biases):
        raise ValueError(f"{len(weights)} weights, but {len(biases)} biases")
    weight = weights[0].copy()
    bias = biases[0].copy()
    for i in range(1, len(weights)):
        weight = weights[i] @ weight
        bias = weights[i] @ biases[i - 1] + biases[i]
    return weight, bias
