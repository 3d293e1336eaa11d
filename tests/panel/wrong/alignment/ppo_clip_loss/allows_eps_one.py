# verdict: wrong
# mistake: Lets eps = 1 pass, although it must be below 1.
import numpy as np


def ppo_clip_loss(log_probs, old_log_probs, advantages, eps=0.2):
    if eps <= 0 or eps > 1:
        raise ValueError("eps must be between 0 and 1")
    ratio = np.exp(log_probs - old_log_probs)
    surr1 = ratio * advantages
    surr2 = np.clip(ratio, 1 - eps, 1 + eps) * advantages
    active = surr1 <= surr2
    grad = np.where(active, -surr1 / surr1.size, 0.0)
    return -np.minimum(surr1, surr2).mean(), grad
