# verdict: wrong
# mistake: The gradient of the positive is computed in the memory of center, so that input is changed.
import numpy as np


def stable_sigmoid(s):
    t = np.exp(-np.abs(s))
    return np.where(s >= 0, 1 / (1 + t), t / (1 + t))


def sgns_loss(center, positive, negatives):
    zero = center.dtype.type(0)
    s_pos = np.dot(center, positive)
    s_neg = np.dot(negatives, center)
    loss = np.logaddexp(zero, -s_pos) + np.sum(np.logaddexp(zero, s_neg))
    p_neg = stable_sigmoid(s_neg)
    p_miss = stable_sigmoid(-s_pos)
    grad_center = np.dot(p_neg, negatives) - p_miss * positive
    grad_negatives = np.outer(p_neg, center)
    grad_positive = np.multiply(center, -p_miss, out=center)
    return loss, grad_center, grad_positive, grad_negatives
