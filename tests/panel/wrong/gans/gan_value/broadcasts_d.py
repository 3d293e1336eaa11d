# verdict: wrong
# mistake: Never compares the shapes, so a d that can be broadcast is accepted instead of being an error.
# told: broadcasts
import numpy as np


def plogd(weight, logarithm):
    return np.where(weight == 0, 0, weight * logarithm)


def gan_value(p, q, d):
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = plogd(p, np.log(d)) + plogd(q, np.log1p(-d))
    return terms.sum()
