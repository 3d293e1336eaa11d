# verdict: wrong
# mistake: The maximum is taken before masking, so a huge later score makes all visible weights underflow and gives 0/0.
# told: takes_the_maximum_before_masking
import math

import numpy as np


def causal_attention(query, key, value):
    l, e = query.shape[-2:]
    s = key.shape[-2]
    if s < l:
        raise ValueError(f"query is too long: {l} > {s}")
    scores = np.einsum("...le,...se->...ls", query, key) / math.sqrt(e)
    expo = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    expo = np.tril(expo, k=s - l)
    return np.einsum("...ls,...sv->...lv", expo, value) / expo.sum(axis=-1)[..., None]
