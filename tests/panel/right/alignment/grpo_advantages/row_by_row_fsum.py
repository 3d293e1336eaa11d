# verdict: passed
# style: plain Python per row with fsum, writing into a fresh array
import math

import numpy as np


def grpo_advantages(rewards, eps=1e-4, scale_rewards=True):
    n_prompts, n_answers = rewards.shape
    if n_answers < 2:
        raise ValueError(f"rewards: a group needs at least two answers, got {n_answers}")
    out = np.zeros_like(rewards)
    for p in range(n_prompts):
        row = [float(r) for r in rewards[p]]
        if min(row) == max(row):
            continue  # nothing to learn here
        mean = math.fsum(row) / n_answers
        deviations = [r - mean for r in row]
        if scale_rewards:
            sd = math.sqrt(math.fsum(d * d for d in deviations) / (n_answers - 1))
            deviations = [d / (sd + eps) for d in deviations]
        out[p] = deviations
    return out
