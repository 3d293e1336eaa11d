# grades: activations/relu
import torch


def relu(x):
    return torch.stack([x, torch.zeros_like(x)]).max(dim=0)
