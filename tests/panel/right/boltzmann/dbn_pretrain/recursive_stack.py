# verdict: passed
# style: recursion from the bottom, sigmoid as exp of minus softplus
import numpy as np


def _hidden_probabilities(data, machine):
    weight, _, hidden_bias = machine
    return np.exp(-np.logaddexp(0.0, -(data @ weight.T + hidden_bias)))


def _stack(data, sizes, rbm_train):
    if not sizes:
        return []
    machine = rbm_train(data, sizes[0])
    if len(sizes) == 1:
        return [machine]
    return [machine, *_stack(_hidden_probabilities(data, machine), sizes[1:], rbm_train)]


def dbn_pretrain(x, sizes, rbm_train):
    sizes = list(sizes)
    if any(size < 1 for size in sizes):
        raise ValueError(f"all sizes must be at least 1, got {sizes}")
    return _stack(x, sizes, rbm_train)
