# verdict: wrong
# mistake: Clears the padding in place, so the caller's log-probabilities are changed.
# told: overwrites_the_padding
import numpy as np


def grpo_loss(log_probs, old_log_probs, ref_log_probs, advantages, mask, eps=0.2, beta=0.04):
    for array in (log_probs, old_log_probs, ref_log_probs):
        array[~mask] = 0.0
    ratio = np.exp(log_probs - old_log_probs)
    adv = advantages.reshape(-1, 1)
    surrogate = np.minimum(ratio * adv, np.clip(ratio, 1 - eps, 1 + eps) * adv)
    d = ref_log_probs - log_probs
    k = np.exp(d) - d - 1
    lengths = mask.sum(axis=1)
    per_answer = ((surrogate - beta * k) * mask).sum(axis=1) / lengths
    kl = ((k * mask).sum(axis=1) / lengths).mean()
    return -per_answer.mean(), kl
