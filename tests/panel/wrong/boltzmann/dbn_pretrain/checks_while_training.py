# verdict: wrong
# mistake: Each size is checked only when its turn comes, so lower machines have been trained before a bad size is refused.
import numpy as np


def dbn_pretrain(x, sizes, rbm_train):
    machines = []
    data = x
    for size in sizes:
        if size < 1:
            raise ValueError(f"sizes must be at least 1, got {size}")
        weight, visible_bias, hidden_bias = rbm_train(data, size)
        machines.append((weight, visible_bias, hidden_bias))
        z = data @ weight.T + hidden_bias
        e = np.exp(-np.abs(z))
        data = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return machines
