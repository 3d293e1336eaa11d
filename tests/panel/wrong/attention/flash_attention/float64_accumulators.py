# verdict: wrong
# mistake: The running sums are made in float64 whatever the inputs are, and the results have that dtype.
# told: returns_float64
import math

import numpy as np


def flash_attention(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size < 1")
    *batch, L, E = query.shape
    S, Ev = value.shape[-2:]
    running_max = np.full((*batch, L), -np.inf)
    running_sum = np.zeros((*batch, L))
    running_out = np.zeros((*batch, L, Ev))
    for j in range(0, S, block_size):
        kj, vj = key[..., j : j + block_size, :], value[..., j : j + block_size, :]
        s = np.einsum("...le,...je->...lj", query, kj) / math.sqrt(E)
        new_max = np.maximum(running_max, s.max(axis=-1))
        alpha = np.exp(running_max - new_max)
        p = np.exp(s - new_max[..., None])
        running_sum = alpha * running_sum + p.sum(axis=-1)
        running_out = alpha[..., None] * running_out + np.einsum("...lj,...jv->...lv", p, vj)
        running_max = new_max
    return running_out / running_sum[..., None], running_max + np.log(running_sum)
