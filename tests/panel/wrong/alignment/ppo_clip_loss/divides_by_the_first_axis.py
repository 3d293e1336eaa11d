# verdict: wrong
# mistake: Takes the length of the first axis for M, which is too small as soon as there is a second axis.
# told: divides_by_the_first_axis
import numpy as np


def ppo_clip_loss(log_probs, old_log_probs, advantages, eps=0.2):
    if not (0 < eps < 1):
        raise ValueError("eps must be in (0, 1)")
    M = len(log_probs)
    r = np.exp(log_probs - old_log_probs)
    unclipped = r * advantages
    clipped = np.clip(r, 1 - eps, 1 + eps) * advantages
    loss = -np.sum(np.minimum(unclipped, clipped)) / M
    grad = np.where(unclipped <= clipped, -unclipped / M, 0.0)
    return loss, grad.astype(log_probs.dtype)
