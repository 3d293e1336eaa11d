# verdict: wrong
# mistake: the input gradients, stacked with time first, are reshaped to batch first where the axes must be swapped.
# told: reshapes_grad_x
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss, carry = 0.0, np.zeros_like(h0)
    grads_x, gwi, gwh, gb = [], 0, 0, 0
    for t in range(T - 1, -1, -1):
        e = hs[t + 1] - target[:, t]
        loss += float((e**2).sum()) / 2
        delta = (e + carry) * (1 - hs[t + 1] ** 2)
        grads_x.append(delta @ weight_ih)
        gwi = gwi + delta.T @ x[:, t]
        gwh = gwh + delta.T @ hs[t]
        gb = gb + delta.sum(axis=0)
        carry = delta @ weight_hh
    gx = np.array(grads_x[::-1]).reshape(N, T, D)
    return loss, (gx, carry, gwi, gwh, gb, gb.copy())
