# verdict: passed
# style: PyTorch, loop with F.linear and torch.sigmoid
import torch
import torch.nn.functional as F


def dbn_pretrain(x, sizes, rbm_train):
    for position, n_hidden in enumerate(sizes):
        if n_hidden < 1:
            raise ValueError(f"sizes[{position}] is {n_hidden}, but has to be 1 or more")
    machines = []
    layer_input = x
    for n_hidden in sizes:
        weight, visible_bias, hidden_bias = rbm_train(layer_input, n_hidden)
        machines.append((weight, visible_bias, hidden_bias))
        layer_input = torch.sigmoid(F.linear(layer_input, weight, hidden_bias))
    return machines
