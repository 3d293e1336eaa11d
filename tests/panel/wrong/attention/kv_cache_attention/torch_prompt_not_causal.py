# verdict: wrong
# mistake: Nothing hides later new positions from earlier ones, so it is right for a single new token only.
# told: sees_later_positions
import math

import torch


def kv_cache_attention(query, key, value, key_cache, value_cache):
    keys = torch.cat((key_cache, key), dim=-2)
    values = torch.cat((value_cache, value), dim=-2)
    scores = query @ keys.transpose(-2, -1) / math.sqrt(query.size(-1))
    attn = torch.softmax(scores, dim=-1)
    return attn @ values, keys, values
