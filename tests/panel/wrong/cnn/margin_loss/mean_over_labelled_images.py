# verdict: wrong
# mistake: It divides by the number of images that contain some class, but the mean is over all N images, also those with no class at all.
import numpy as np


def margin_loss(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    pos = np.maximum(m_pos - input, 0.0) ** 2
    neg = np.maximum(input - m_neg, 0.0) ** 2
    per_image = np.where(target, pos, lam * neg).sum(axis=1)
    n = max(1, int(target.any(axis=1).sum()))
    return float(per_image.sum() / n)
