# verdict: passed
# style: NumPy, decides by the sign of the advantage where the clip bites, then one select
import numpy as np


def ppo_clip_loss(log_probs, old_log_probs, advantages, eps=0.2):
    if not 0 < eps < 1:
        raise ValueError(f"eps must lie strictly between 0 and 1, got {eps}")
    m = log_probs.size
    r = np.exp(np.asarray(log_probs - old_log_probs))
    low, high = 1 - eps, 1 + eps
    too_far = ((advantages > 0) & (r > high)) | ((advantages < 0) & (r < low))
    bound = np.where(advantages > 0, high, low)
    product = np.where(too_far, bound, r) * advantages
    grad = np.where(too_far, 0.0, -r * advantages / m)
    return -product.sum() / m, np.asarray(grad, dtype=log_probs.dtype)
