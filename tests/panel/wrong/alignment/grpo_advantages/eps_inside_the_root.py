# verdict: wrong
# mistake: Adds eps to the variance under the root, while the statement adds it to the standard deviation outside the root.
# told: puts_eps_inside_the_root
import numpy as np


def grpo_advantages(rewards, eps=1e-4, scale_rewards=True):
    if rewards.shape[1] < 2:
        raise ValueError("rewards: need at least 2 answers per prompt")
    adv = rewards - rewards.mean(axis=1, keepdims=True)
    if scale_rewards:
        var = rewards.var(axis=1, ddof=1, keepdims=True)
        adv = adv / np.sqrt(var + eps)
    return adv.astype(rewards.dtype)
