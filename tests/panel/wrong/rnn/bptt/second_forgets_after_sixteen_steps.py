# verdict: wrong
# mistake: the error is carried back over at most 16 steps and then cut, where the statement wants no truncation.
import numpy as np

WINDOW = 16


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    h = np.stack(hs, axis=1)
    err = h[:, 1:] - target
    delta = np.zeros_like(err)
    carry = np.zeros_like(h0)
    for count, t in enumerate(range(T - 1, -1, -1)):
        if count and count % WINDOW == 0:
            carry = np.zeros_like(h0)
        delta[:, t] = (err[:, t] + carry) * (1 - h[:, t + 1] ** 2)
        carry = delta[:, t] @ weight_hh
    gb = np.einsum("nth->h", delta)
    return 0.5 * float((err**2).sum()), (
        delta @ weight_ih,
        carry,
        np.einsum("nth,ntd->hd", delta, x),
        np.einsum("nth,ntk->hk", delta, h[:, :-1]),
        gb,
        gb.copy(),
    )
