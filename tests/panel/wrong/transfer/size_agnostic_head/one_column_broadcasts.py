# verdict: wrong
# mistake: There is no check, and a weight with a single column is silently broadcast over all channels instead of raising a ValueError that names it.
import numpy as np


def size_agnostic_head(x, weight, bias):
    pooled = x.mean(axis=3).mean(axis=2)
    logits = (pooled[:, None, :] * weight[None, :, :]).sum(axis=2) + bias
    return logits.astype(x.dtype)
