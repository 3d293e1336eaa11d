# verdict: wrong
# mistake: Subtracts the mean in place, so the caller's rewards are overwritten.
# told: overwrites_rewards
import numpy as np


def grpo_advantages(rewards, eps=1e-4, scale_rewards=True):
    if rewards.shape[-1] < 2:
        raise ValueError("rewards must hold two or more answers per group")
    std = np.std(rewards, axis=1, ddof=1, keepdims=True)
    rewards -= np.mean(rewards, axis=1, keepdims=True)
    if scale_rewards:
        return rewards / (std + eps)
    return rewards.copy()
