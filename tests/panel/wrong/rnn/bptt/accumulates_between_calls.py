# verdict: wrong
# mistake: the weight gradients live in a module-level store that is never zeroed, so a second call adds to the first
import numpy as np

_GRADS = {}


def _slot(name, like):
    key = (name, like.shape, like.dtype)
    return _GRADS.setdefault(key, np.zeros_like(like))


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    gwi, gwh = _slot("weight_ih", weight_ih), _slot("weight_hh", weight_hh)
    gbi, gbh = _slot("bias_ih", bias_ih), _slot("bias_hh", bias_hh)
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    gx = np.empty_like(x)
    dh = np.zeros_like(h0)
    loss = 0.0
    for t in range(T - 1, -1, -1):
        e = hs[t + 1] - target[:, t]
        loss += 0.5 * float((e**2).sum())
        dz = (e + dh) * (1 - hs[t + 1] ** 2)
        gwi += dz.T @ x[:, t]
        gwh += dz.T @ hs[t]
        gbi += dz.sum(0)
        gbh += dz.sum(0)
        gx[:, t] = dz @ weight_ih
        dh = dz @ weight_hh
    return loss, (gx, dh, gwi.copy(), gwh.copy(), gbi.copy(), gbh.copy())
