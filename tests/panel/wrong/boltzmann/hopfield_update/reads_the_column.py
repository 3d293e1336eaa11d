# verdict: wrong
# mistake: Uses column i of weight, which holds the connections out of unit i, in place of row i; it only works for symmetric weights.
# told: reads_the_column
import torch


def hopfield_update(state, weight, order):
    s = state.clone()
    for i in order.tolist():
        h = (s * weight[:, i]).sum()
        if h > 0:
            s[i] = 1.0
        elif h < 0:
            s[i] = -1.0
    return s
