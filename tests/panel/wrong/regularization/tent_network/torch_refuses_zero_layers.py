# verdict: raised
# mistake: k = 0 is refused as well, though it is allowed and gives a copy of the input.
import torch


def tent_network(x, k):
    if k <= 0:
        raise ValueError("k must be positive")
    y = x.clone()
    for _ in range(k):
        y = 2 * torch.relu(y) - 4 * torch.relu(y - 0.5)
    return y
