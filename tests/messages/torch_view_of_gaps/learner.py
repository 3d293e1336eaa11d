# grades: activations/sigmoid
import torch


def sigmoid(x):
    flat = x.view(-1)
    e = torch.exp(-flat.abs())
    return torch.where(flat >= 0, 1 / (1 + e), e / (1 + e)).view(x.shape)
