# grades: activations/softmax
import numpy as np
import torch


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    x = x.numpy()
    e = np.exp((x - x.max(axis=dim, keepdims=True)) / temperature)
    return torch.from_numpy(e / e.sum(axis=dim, keepdims=True))
