# grades: activations/sigmoid
import torch


def sigmoid(x):
    e = torch.exp(-x)
    e += 1
    return 1 / e
