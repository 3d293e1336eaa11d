# verdict: wrong
# mistake: Clips to 0.8 and 1.2 whatever eps says.
import numpy as np


def grpo_loss(log_probs, old_log_probs, ref_log_probs, advantages, mask, eps=0.2, beta=0.04):
    N = len(advantages)
    total = 0.0
    kl_total = 0.0
    for n in range(N):
        keep = mask[n]
        r = np.exp(log_probs[n, keep] - old_log_probs[n, keep])
        d = ref_log_probs[n, keep] - log_probs[n, keep]
        k = np.exp(d) - d - 1.0
        j = np.minimum(r * advantages[n], np.clip(r, 0.8, 1.2) * advantages[n]) - beta * k
        total += np.mean(j)
        kl_total += np.mean(k)
    return -total / N, kl_total / N
