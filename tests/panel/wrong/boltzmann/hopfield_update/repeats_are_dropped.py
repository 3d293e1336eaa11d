# verdict: wrong
# mistake: Every unit is updated at most once, although order may name a unit several times.
# told: updates_each_unit_once
import numpy as np


def hopfield_update(state, weight, order):
    s = np.array(state)
    done = set()
    for i in order:
        if int(i) in done:
            continue
        done.add(int(i))
        h = np.dot(weight[i], s)
        if h > 0:
            s[i] = 1
        elif h < 0:
            s[i] = -1
    return s
