# verdict: wrong
# mistake: repeat tiles the key heads 0, 1, 0, 1, so distant query heads share and not neighbours.
# told: deals_out_the_keys
import math

import torch


def grouped_query_attention(query, key, value):
    H, G = query.shape[1], key.shape[1]
    if H % G != 0:
        raise ValueError("key: number of heads must divide the number of query heads")
    r = H // G
    k = key.repeat(1, r, 1, 1)
    v = value.repeat(1, r, 1, 1)
    scores = query @ k.transpose(-2, -1) / math.sqrt(query.shape[-1])
    return torch.softmax(scores, dim=-1) @ v
