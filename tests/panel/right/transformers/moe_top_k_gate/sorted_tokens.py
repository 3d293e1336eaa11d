# verdict: passed
# style: plain Python per token with sorted keys and a softmax helper
import math

import numpy as np


def _softmax(scores):
    top = max(scores)
    e = [math.exp(s - top) for s in scores]
    total = math.fsum(e)
    return [v / total for v in e]


def moe_top_k_gate(logits, k):
    n_tokens, n_experts = logits.shape
    if not 1 <= k <= n_experts:
        raise ValueError(f"k must be from 1 to {n_experts}, got {k}")
    weights = np.zeros((n_tokens, k), dtype=logits.dtype)
    indices = np.zeros((n_tokens, k), dtype=np.int64)
    share = [0] * n_experts
    prob = [0.0] * n_experts
    for n, row in enumerate(logits.tolist()):
        chosen = sorted(range(n_experts), key=lambda e: (-row[e], e))[:k]
        indices[n] = chosen
        weights[n] = _softmax([row[e] for e in chosen])
        for e in chosen:
            share[e] += 1
        for e, p in enumerate(_softmax(row)):
            prob[e] += p
    loss = n_experts * sum(c / (n_tokens * k) * p / n_tokens for c, p in zip(share, prob))
    return weights, indices, loss
