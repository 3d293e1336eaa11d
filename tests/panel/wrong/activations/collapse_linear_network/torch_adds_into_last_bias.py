# verdict: wrong
# mistake: Working backwards, the sum is collected in place in the last bias of the caller.
# told: overwrites_the_first_bias
import torch


def collapse_linear_network(weights, biases):
    if len(weights) != len(biases):
        raise ValueError("biases and weights differ in number")
    W = weights[-1].clone()
    b = biases[-1]
    for i in range(len(weights) - 2, -1, -1):
        b += W.mv(biases[i])
        W = W.mm(weights[i])
    return W, b.clone()
