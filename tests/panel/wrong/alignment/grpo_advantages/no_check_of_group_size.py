# verdict: wrong
# mistake: Never checks the size of a group: one answer per prompt gives zeros instead of a ValueError.
# told: accepts_single_answers
import numpy as np


def grpo_advantages(rewards, eps=1e-4, scale_rewards=True):
    mu = rewards.mean(axis=1, keepdims=True)
    centred = rewards - mu
    if not scale_rewards:
        return centred
    n = rewards.shape[1]
    s = np.sqrt((centred**2).sum(axis=1, keepdims=True) / max(n - 1, 1))
    return centred / (s + eps)
