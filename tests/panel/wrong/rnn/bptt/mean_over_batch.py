# verdict: wrong
# mistake: loss and gradients are divided by the batch size, but the loss is a sum with no division
# told: averages_the_loss_over_the_batch
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, _ = x.shape
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss = 0.0
    dx = np.zeros_like(x)
    dwi, dwh, db = np.zeros_like(weight_ih), np.zeros_like(weight_hh), np.zeros_like(bias_ih)
    carry = np.zeros_like(h0)
    for t in range(T - 1, -1, -1):
        e = hs[t + 1] - target[:, t]
        loss += 0.5 * np.sum(e**2) / N
        d = (e / N + carry) * (1 - hs[t + 1] ** 2)
        dwi += d.T @ x[:, t]
        dwh += d.T @ hs[t]
        db += d.sum(0)
        dx[:, t] = d @ weight_ih
        carry = d @ weight_hh
    return float(loss), (dx, carry, dwi, dwh, db, db.copy())
