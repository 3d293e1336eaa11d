# verdict: passed
# style: PyTorch, each layer as a homogeneous matrix [[W, b], [0, 1]], multiplied up by reduce
from functools import reduce

import torch


def _homogeneous(weight, bias):
    out_features, in_features = weight.shape
    top = torch.cat([weight, bias.reshape(out_features, 1)], dim=1)
    bottom = weight.new_zeros(1, in_features + 1)
    bottom[0, -1] = 1
    return torch.cat([top, bottom], dim=0)


def collapse_linear_network(weights, biases):
    if len(weights) != len(biases):
        raise ValueError("there must be as many biases as weights")
    matrices = [_homogeneous(w, b) for w, b in zip(weights, biases)]
    total = reduce(lambda done, layer: layer @ done, matrices)
    return total[:-1, :-1].clone(), total[:-1, -1].clone()
