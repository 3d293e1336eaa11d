# grades: activations/softmax
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    z = x - x.amax(dim, keepdim=True)
    e = (z / temperature).exp()
    return e / e.sum(dim, keepdim=True)
