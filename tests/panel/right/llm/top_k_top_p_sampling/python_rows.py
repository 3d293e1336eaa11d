# verdict: passed
# style: plain Python per row: sorted order, running sum, running draw
import math

import numpy as np


def top_k_top_p_sampling(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    if not 0 < top_p <= 1:
        raise ValueError(f"top_p must be above 0 and at most 1, got {top_p}")
    n_rows, vocab = logits.shape
    probs = np.zeros_like(logits)
    tokens = np.zeros(n_rows, dtype=np.int64)
    for n in range(n_rows):
        row = logits[n].tolist()
        order = sorted(range(vocab), key=lambda i: (-row[i], i))
        if 0 < top_k < vocab:
            order = order[:top_k]
        weights = [math.exp((row[i] - row[order[0]]) / temperature) for i in order]
        total = sum(weights)
        kept, running = [], 0.0
        for i, w in zip(order, weights):
            if top_p < 1 and running >= top_p:
                break
            kept.append((i, w))
            running += w / total
        norm = sum(w for _, w in kept)
        for i, w in kept:
            probs[n, i] = w / norm
        cumulative, choice = 0.0, 0
        for i, p in enumerate(probs[n].tolist()):
            if p > 0:
                cumulative += p
                choice = i
                if cumulative > float(u[n]):
                    break
        tokens[n] = choice
    return tokens, probs
