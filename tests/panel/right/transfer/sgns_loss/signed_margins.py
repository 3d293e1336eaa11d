# verdict: passed
# style: NumPy, all words stacked with a sign each, one stable formula for the margins
import numpy as np


def sgns_loss(center, positive, negatives):
    words = np.concatenate([positive[None, :], negatives], axis=0)
    sign = np.full(len(words), -1, dtype=center.dtype)
    sign[0] = 1
    margin = sign * (words @ center)
    small = np.exp(-np.abs(margin))
    loss = (np.maximum(-margin, 0) + np.log1p(small)).sum()
    wrongness = np.where(margin < 0, 1, small) / (1 + small)  # sigma(-margin)
    slope = (-sign * wrongness).astype(center.dtype)
    grad_words = slope[:, None] * center[None, :]
    return loss, slope @ words, grad_words[0].copy(), grad_words[1:].copy()
