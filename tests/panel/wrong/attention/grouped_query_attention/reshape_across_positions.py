# verdict: wrong
# mistake: Positions stand before heads when the result is reshaped, which mixes both as soon as there is more than one query.
import math

import numpy as np


def grouped_query_attention(query, key, value):
    N, H, L, E = query.shape
    G = key.shape[1]
    if H % G:
        raise ValueError(f"key: {G} heads for {H} query heads")
    q = query.reshape(N, G, H // G, L, E)
    logits = np.einsum("ngrle,ngse->ngrls", q, key) / math.sqrt(E)
    logits -= logits.max(axis=-1, keepdims=True)
    attn = np.exp(logits)
    attn /= attn.sum(axis=-1, keepdims=True)
    out = np.einsum("ngrls,ngsv->nlgrv", attn, value)
    return out.reshape(N, H, L, value.shape[-1])
