# verdict: wrong
# mistake: The pieces of k steps are counted from the last step backwards, so the shorter piece is the first one.
# told: counts_from_the_end
import numpy as np


def truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    N, T, D = x.shape
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss = 0.5 * sum(((hs[t + 1] - target[:, t]) ** 2).sum() for t in range(T))
    gx, gwi, gwh, gb = np.zeros_like(x), np.zeros_like(weight_ih), np.zeros_like(weight_hh), np.zeros_like(bias_ih)
    carry = np.zeros_like(h0)
    since_cut = 0
    for t in reversed(range(T)):
        if since_cut == k:
            carry = np.zeros_like(h0)
            since_cut = 0
        delta = (hs[t + 1] - target[:, t] + carry) * (1 - hs[t + 1] ** 2)
        gx[:, t] = delta @ weight_ih
        gwi += delta.T @ x[:, t]
        gwh += delta.T @ hs[t]
        gb += delta.sum(0)
        carry = delta @ weight_hh
        since_cut += 1
    return loss, (gx, carry, gwi, gwh, gb, gb.copy())
