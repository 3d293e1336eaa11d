# verdict: wrong
# mistake: the delta is cut every ten steps, as in truncated BPTT, but the statement wants no truncation
import numpy as np

WINDOW = 10


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    states = [h0]
    for t in range(T):
        z = x[:, t] @ weight_ih.T + bias_ih + states[-1] @ weight_hh.T + bias_hh
        states.append(np.tanh(z))
    gx = np.zeros_like(x)
    g_ih, g_hh = np.zeros_like(weight_ih), np.zeros_like(weight_hh)
    g_b = np.zeros_like(bias_ih)
    loss, carry = 0.0, np.zeros_like(h0)
    for t in range(T - 1, -1, -1):
        e = states[t + 1] - target[:, t]
        loss += 0.5 * (e * e).sum()
        delta = (e + carry) * (1 - states[t + 1] ** 2)
        g_ih += delta.T @ x[:, t]
        g_hh += delta.T @ states[t]
        g_b += delta.sum(axis=0)
        gx[:, t] = delta @ weight_ih
        carry = delta @ weight_hh
        if t > 0 and (T - t) % WINDOW == 0:
            carry = np.zeros_like(carry)
    return float(loss), (gx, carry, g_ih, g_hh, g_b, g_b.copy())
