# verdict: passed
# style: no gradient exactly on the limit of the range
import numpy as np


def ppo_clip_loss(log_probs, old_log_probs, advantages, eps=0.2):
    if not 0 < eps < 1:
        raise ValueError("eps: expected 0 < eps < 1")
    ratio = np.exp(log_probs - old_log_probs)
    clipped = np.clip(ratio, 1 - eps, 1 + eps)
    loss = -np.mean(np.minimum(ratio * advantages, clipped * advantages))
    stop_up = (advantages > 0) & (ratio >= 1 + eps)
    stop_down = (advantages < 0) & (ratio <= 1 - eps)
    grad = -ratio * advantages / ratio.size
    return loss, np.where(stop_up | stop_down, np.zeros_like(grad), grad)
