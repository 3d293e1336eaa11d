# verdict: wrong
# mistake: Lengths above 1 are clipped to 1 as if they were probabilities, so an absent class that is longer costs too little.
import numpy as np


def margin_loss(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    p = np.clip(input, 0.0, 1.0)
    t = target.astype(p.dtype)
    present = t * np.maximum(0, m_pos - p) ** 2
    absent = lam * (1 - t) * np.maximum(0, p - m_neg) ** 2
    return float((present + absent).sum(axis=1).mean())
