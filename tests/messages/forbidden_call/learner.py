# grades: activations/softmax
from scipy.special import softmax as scipy_softmax


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    return scipy_softmax(x / temperature, axis=dim)
