# verdict: passed
# style: NumPy, forward loop that stores states, backward loop that accumulates
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss = 0.0
    gx = np.zeros_like(x)
    gwi, gwh = np.zeros_like(weight_ih), np.zeros_like(weight_hh)
    gbi, gbh = np.zeros_like(bias_ih), np.zeros_like(bias_hh)
    future = np.zeros_like(hs[-1])
    for t in reversed(range(T)):
        h, prev = hs[t + 1], hs[t]
        err = h - target[:, t]
        loss += 0.5 * float((err * err).sum())
        delta = (err + future) * (1 - h * h)
        gwh += (delta.T @ prev).astype(gwh.dtype)
        gwi += (delta.T @ x[:, t]).astype(gwi.dtype)
        gbi += delta.sum(axis=0).astype(gbi.dtype)
        gbh += delta.sum(axis=0).astype(gbh.dtype)
        gx[:, t] = delta @ weight_ih
        future = delta @ weight_hh
    return loss, (gx, future.astype(h0.dtype), gwi, gwh, gbi, gbh)
