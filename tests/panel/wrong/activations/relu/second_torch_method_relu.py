# verdict: forbidden
# mistake: Calls the tensor's own relu method, which is torch.relu by another name.
import torch


def relu(x):
    return torch.zeros_like(x) + x.relu()
