# verdict: wrong
# mistake: Negatives equal to the positive vector are masked out as in some word2vec code, but here every row of negatives counts.
import numpy as np


def _sigmoid(s):
    e = np.exp(-np.abs(s))
    return np.where(s >= 0, 1, e) / (1 + e)


def sgns_loss(center, positive, negatives):
    hits = (negatives == positive).all(axis=1)
    keep = (~hits).astype(center.dtype)
    s_pos = center @ positive
    s_neg = negatives @ center
    loss = np.logaddexp(s_pos.dtype.type(0), -s_pos) + (keep * np.logaddexp(s_pos.dtype.type(0), s_neg)).sum()
    g_pos = -_sigmoid(-s_pos)
    g_neg = keep * _sigmoid(s_neg)
    grad_center = g_pos * positive + g_neg @ negatives
    return loss, grad_center.astype(center.dtype), (g_pos * center).astype(center.dtype), g_neg[:, None] * center
