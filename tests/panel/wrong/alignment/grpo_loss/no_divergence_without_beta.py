# verdict: wrong
# mistake: Skips the divergence when beta is 0 and reports 0, although it is to be returned without beta.
import numpy as np


def grpo_loss(log_probs, old_log_probs, ref_log_probs, advantages, mask, eps=0.2, beta=0.04):
    lp = np.where(mask, log_probs, 0)
    old = np.where(mask, old_log_probs, 0)
    lengths = mask.sum(axis=1)

    def average(values):
        return (np.where(mask, values, 0).sum(axis=1) / lengths).mean()

    r = np.exp(lp - old)
    a = advantages[:, None]
    j = np.minimum(r * a, np.clip(r, 1 - eps, 1 + eps) * a)
    divergence = np.float64(0.0)
    if beta > 0:
        d = np.where(mask, ref_log_probs, 0) - lp
        k = np.expm1(d) - d
        j = j - beta * k
        divergence = average(k)
    return -average(j), divergence
