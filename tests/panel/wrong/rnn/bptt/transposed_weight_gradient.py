# verdict: wrong
# mistake: grad_weight_hh is h^T delta, the transpose of what belongs to a weight of shape (out, in)
# told: transposes_the_gradient_of_weight_hh
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss = 0.0
    gx, gwi, gwh = np.zeros_like(x), np.zeros_like(weight_ih), np.zeros_like(weight_hh)
    gbi, gbh = np.zeros_like(bias_ih), np.zeros_like(bias_hh)
    dh_next = np.zeros_like(h0)
    for t in reversed(range(T)):
        dy = hs[t + 1] - target[:, t]
        loss += 0.5 * np.sum(dy**2)
        draw = (1 - hs[t + 1] ** 2) * (dy + dh_next)
        gwi += np.dot(x[:, t].T, draw).T
        gwh += np.dot(hs[t].T, draw)
        gbi += draw.sum(axis=0)
        gbh += draw.sum(axis=0)
        gx[:, t] = np.dot(draw, weight_ih)
        dh_next = np.dot(draw, weight_hh)
    return float(loss), (gx, dh_next, gwi, gwh, gbi, gbh)
