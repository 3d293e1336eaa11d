# verdict: passed
# style: NumPy, loops over the answers and works on their real tokens only
import numpy as np


def grpo_loss(log_probs, old_log_probs, ref_log_probs, advantages, mask, eps=0.2, beta=0.04):
    objectives, divergences = [], []
    for lp, old, ref, a, m in zip(log_probs, old_log_probs, ref_log_probs, advantages, mask):
        lp, old, ref = lp[m].astype(float), old[m].astype(float), ref[m].astype(float)
        ratio = np.exp(lp - old)
        clipped = np.minimum(np.maximum(ratio, 1 - eps), 1 + eps)
        d = ref - lp
        k = np.expm1(d) - d
        divergences.append(k.mean())
        objectives.append((np.minimum(ratio * float(a), clipped * float(a)) - beta * k).mean())
    return -sum(objectives) / len(objectives), sum(divergences) / len(divergences)
