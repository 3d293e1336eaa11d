# verdict: passed
# style: functools.reduce over the order, a new state for every update
from functools import reduce

import numpy as np


def hopfield_update(state, weight, order):
    def turn(s, i):
        told = float(np.sum(weight[i] * s))
        if told == 0.0:
            return s
        nxt = s.copy()
        nxt[i] = np.copysign(1.0, told)
        return nxt

    return reduce(turn, np.asarray(order).tolist(), np.array(state))
