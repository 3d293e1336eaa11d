# verdict: wrong
# mistake: the sum for grad_weight_hh starts at the second step, although the first counts too with h0 before it
# told: forgets_the_share_of_h0
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    h, states = h0, []
    for t in range(T):
        h = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        states.append(h)
    grad_x = np.zeros_like(x)
    grad_ih, grad_hh = np.zeros_like(weight_ih), np.zeros_like(weight_hh)
    grad_b = np.zeros_like(bias_ih)
    loss, back = 0.0, np.zeros_like(h0)
    for t in range(T - 1, -1, -1):
        error = states[t] - target[:, t]
        loss += 0.5 * np.sum(error**2)
        delta = (error + back) * (1 - states[t] ** 2)
        grad_ih += delta.T @ x[:, t]
        if t > 0:
            grad_hh += delta.T @ states[t - 1]
        grad_b += delta.sum(axis=0)
        grad_x[:, t] = delta @ weight_ih
        back = delta @ weight_hh
    return float(loss), (grad_x, back, grad_ih, grad_hh, grad_b, grad_b.copy())
