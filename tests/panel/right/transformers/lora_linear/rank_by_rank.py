# verdict: passed
# style: NumPy, adds one rank-one change after the other with einsum
import numpy as np


def lora_linear(x, weight, bias, lora_a, lora_b, alpha):
    rank = lora_a.shape[0]
    factor = x.dtype.type(alpha / rank)
    y = np.einsum("...i,oi->...o", x, weight) + bias
    change = np.zeros_like(y)
    for a, b in zip(lora_a, lora_b.T):
        change = change + np.einsum("...i,i->...", x, a)[..., None] * b
    return np.asarray(y + factor * change, dtype=x.dtype)
