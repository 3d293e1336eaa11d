# verdict: wrong
# mistake: the loss is taken as half of |h|^2 - 2 h.y + |y|^2, which cancels when the states are near the targets and leaves few digits
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    h = np.stack(hs[1:], axis=1)
    prev = np.stack(hs[:-1], axis=1)
    loss = 0.5 * (np.sum(h * h) - 2 * np.sum(h * target) + np.sum(target * target))
    delta = np.empty_like(h)
    back = np.zeros_like(hs[-1])
    for t in range(T - 1, -1, -1):
        delta[:, t] = (h[:, t] - target[:, t] + back) * (1 - h[:, t] ** 2)
        back = delta[:, t] @ weight_hh
    own = (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    grads = (
        delta @ weight_ih,
        back,
        np.tensordot(delta, x, ((0, 1), (0, 1))),
        np.tensordot(delta, prev, ((0, 1), (0, 1))),
        delta.sum(axis=(0, 1)),
        delta.sum(axis=(0, 1)),
    )
    return float(loss), tuple(g.astype(a.dtype) for g, a in zip(grads, own))
