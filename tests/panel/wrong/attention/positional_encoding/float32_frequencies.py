# verdict: wrong
# mistake: The frequencies are rounded to float32, and at thousands of positions the angles are visibly off.
import numpy as np


def positional_encoding(length, d_model):
    i = np.arange(0, d_model, 2, dtype=np.float32)
    freq = np.exp(-np.log(np.float32(10000.0)) * i / np.float32(d_model))
    angle = np.arange(length, dtype=np.float64)[:, None] * freq[None, :]
    table = np.zeros((length, d_model))
    table[:, 0::2] = np.sin(angle)
    table[:, 1::2] = np.cos(angle)[:, : d_model // 2]
    return table
