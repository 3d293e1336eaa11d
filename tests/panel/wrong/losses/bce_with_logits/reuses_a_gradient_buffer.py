# verdict: wrong
# mistake: The gradient is written into a buffer kept between calls, so the next call of the same shape overwrites the result of the last one; it has to be a new array.
import numpy as np

_buffers = {}


def bce_with_logits(input, target):
    if input.shape != target.shape:
        raise ValueError("target must have shape of input")
    key = (input.shape, input.dtype)
    if key not in _buffers:
        _buffers[key] = np.empty(input.shape, input.dtype)
    grad = _buffers[key]
    z = np.exp(-np.abs(input))
    loss = np.mean(np.maximum(input, 0) - input * target + np.log1p(z))
    grad[...] = np.where(input >= 0, 1 / (1 + z), z / (1 + z))
    grad -= target
    grad /= input.size
    return loss, grad
