# verdict: wrong
# mistake: Fills an output from np.zeros without a dtype, so float32 tokens come back as float64.
# told: returns_float64
import numpy as np


def swiglu(x, weight_gate, weight_up, weight_down):
    tokens = x.reshape(-1, x.shape[-1])
    out = np.zeros(tokens.shape)
    for i, token in enumerate(tokens):
        z = weight_gate @ token
        e = np.exp(-np.abs(z))
        gate = z * np.where(z >= 0, 1 / (1 + e), e / (1 + e))
        out[i] = weight_down @ (gate * (weight_up @ token))
    return out.reshape(x.shape)
