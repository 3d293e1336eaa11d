# verdict: wrong
# mistake: The gradient is divided by the length of the first axis and not by the number of all entries, so it is too large from two axes on.
import numpy as np


def ppo_clip_loss(log_probs, old_log_probs, advantages, eps=0.2):
    if not (eps > 0 and eps < 1):
        raise ValueError("eps must be above 0 and below 1")
    log_probs = np.asarray(log_probs)
    m = log_probs.shape[0] if log_probs.ndim else 1
    ratio = np.exp(log_probs - old_log_probs)
    unclipped = ratio * advantages
    clipped = np.clip(ratio, 1 - eps, 1 + eps) * advantages
    loss = -np.mean(np.minimum(unclipped, clipped))

    stopped = ((advantages > 0) & (ratio > 1 + eps)) | ((advantages < 0) & (ratio < 1 - eps))
    grad = np.where(stopped, 0, -unclipped / m).astype(log_probs.dtype)
    return loss, grad
