# verdict: passed
# style: NumPy, as in real training: run one piece forwards, go back through it, add up the gradients, carry the state on
import numpy as np


def truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    total = x.shape[1]
    grad_x = np.zeros_like(x)
    grad_h0 = np.zeros_like(h0)
    grad_w_ih, grad_w_hh = np.zeros_like(weight_ih), np.zeros_like(weight_hh)
    grad_b = np.zeros_like(bias_ih)
    loss = 0.0
    state = h0
    for first in range(0, total, k):
        steps = range(first, min(first + k, total))
        before, after = {}, {}
        for t in steps:
            before[t] = state
            state = np.tanh(x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh)
            after[t] = state
        from_later = np.zeros_like(h0)
        for t in reversed(steps):
            error = after[t] - target[:, t]
            loss += 0.5 * float((error ** 2).sum())
            delta = (error + from_later) * (1 - after[t] ** 2)
            grad_x[:, t] = delta @ weight_ih
            grad_w_ih += delta.T @ x[:, t]
            grad_w_hh += delta.T @ before[t]
            grad_b += delta.sum(axis=0)
            from_later = delta @ weight_hh
        if first == 0:
            grad_h0[...] = from_later
    return loss, (grad_x, grad_h0, grad_w_ih, grad_w_hh, grad_b, grad_b.copy())
