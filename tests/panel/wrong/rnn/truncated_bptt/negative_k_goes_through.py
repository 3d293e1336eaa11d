# verdict: wrong
# mistake: Only k = 0 is refused; a negative k raises nothing and is treated like its absolute value.
# told: lets_a_negative_k_pass
import numpy as np


def truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if not k:
        raise ValueError("k must not be zero")
    T = x.shape[1]
    states = [h0]
    for t in range(T):
        z = x[:, t] @ weight_ih.T + bias_ih + states[t] @ weight_hh.T + bias_hh
        states.append(np.tanh(z))
    h = np.stack(states, axis=1)
    diff = h[:, 1:] - target
    loss = (diff ** 2).sum() / 2
    grad_x = np.zeros_like(x)
    grad_w_ih = np.zeros_like(weight_ih)
    grad_w_hh = np.zeros_like(weight_hh)
    grad_b = np.zeros_like(bias_ih)
    back = 0
    for t in range(T, 0, -1):
        if t % k == 0:
            back = 0
        delta = (diff[:, t - 1] + back) * (1 - h[:, t] ** 2)
        grad_x[:, t - 1] = delta @ weight_ih
        grad_w_ih += delta.T @ x[:, t - 1]
        grad_w_hh += delta.T @ h[:, t - 1]
        grad_b += delta.sum(axis=0)
        back = delta @ weight_hh
    return loss, (grad_x, back, grad_w_ih, grad_w_hh, grad_b, grad_b.copy())
