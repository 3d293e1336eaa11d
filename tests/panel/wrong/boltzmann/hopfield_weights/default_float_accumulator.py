# verdict: wrong
# mistake: The weights are added up in a default float32 tensor, so the result is float32 for float64 patterns.
import torch


def hopfield_weights(patterns):
    if ((patterns != 1) & (patterns != -1)).any():
        raise ValueError("patterns has entries other than -1 and +1")
    m, n = patterns.shape
    w = torch.zeros(n, n)
    for p in patterns:
        w += torch.outer(p, p)
    w.fill_diagonal_(0)
    return w / n
