# grades: activations/softmax
import torch


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError(f"temperature must be positive, got {temperature}")
    return x.div(temperature).softmax(dim)
