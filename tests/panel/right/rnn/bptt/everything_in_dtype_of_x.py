# verdict: passed
# style: a list of deltas filled from its end, einsum for the weights, and every gradient cast to the dtype of x
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    deltas = [None] * T
    carry = np.zeros_like(hs[-1])
    loss = 0.0
    for t in reversed(range(T)):
        err = hs[t + 1] - target[:, t]
        loss += 0.5 * float(np.sum(err * err))
        deltas[t] = (err + carry) * (1 - hs[t + 1] ** 2)
        carry = deltas[t] @ weight_hh
    delta = np.stack(deltas, axis=1)
    prev = np.stack(hs[:-1], axis=1)
    out = (
        delta @ weight_ih,
        carry,
        np.einsum("nth,ntd->hd", delta, x),
        np.einsum("nth,ntk->hk", delta, prev),
        delta.sum((0, 1)),
        delta.sum((0, 1)),
    )
    return loss, tuple(g.astype(x.dtype) for g in out)
