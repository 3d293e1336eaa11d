# verdict: passed
# style: one recursive function that goes down the sequence and collects on the way back up
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    grad_x = np.zeros_like(x)
    gwi, gwh = np.zeros_like(weight_ih), np.zeros_like(weight_hh)
    gb = np.zeros_like(bias_ih)
    T = x.shape[1]

    def visit(t, state):
        """Return the loss from step t on and its gradient by the state before step t."""
        if t == T:
            return 0.0, np.zeros_like(state)
        new = np.tanh(x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh)
        wrong_by = new - target[:, t]
        later, grad_new = visit(t + 1, new)
        delta = (wrong_by + grad_new) * (1 + new) * (1 - new)
        gwi[...] += delta.T @ x[:, t]
        gwh[...] += delta.T @ state
        gb[...] += delta.sum(axis=0)
        grad_x[:, t] = delta @ weight_ih
        return later + 0.5 * float((wrong_by**2).sum()), delta @ weight_hh

    loss, grad_h0 = visit(0, h0)
    return loss, (grad_x, grad_h0, gwi, gwh, gb, gb.copy())
