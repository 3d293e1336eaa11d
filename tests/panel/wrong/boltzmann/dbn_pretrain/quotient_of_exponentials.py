# verdict: wrong
# mistake: The sigmoid is written as exp(z) / (1 + exp(z)), which gives NaN for large sums.
# told: overflows
import numpy as np


def dbn_pretrain(x, sizes, rbm_train):
    if len(sizes) > 0 and min(sizes) < 1:
        raise ValueError("every entry of sizes has to be at least 1")

    def sigmoid(z):
        e = np.exp(z)
        return e / (1 + e)

    stack = []
    for size in sizes:
        params = rbm_train(x, size)
        stack.append(params)
        weight, _, c = params
        x = sigmoid(x @ weight.T + c)
    return stack
