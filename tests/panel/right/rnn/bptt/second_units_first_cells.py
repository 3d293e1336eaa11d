# verdict: passed
# style: a small cell class with forward and backward, columns instead of rows
import numpy as np


class Cell:
    def __init__(self, w_in, w_rec, b):
        self.w_in, self.w_rec, self.b = w_in, w_rec, b[:, None]

    def forward(self, x, h):
        self.x, self.h_old = x, h
        self.h = np.tanh(self.w_in @ x + self.w_rec @ h + self.b)
        return self.h

    def backward(self, grad_h):
        delta = grad_h * (1 - self.h**2)
        return self.w_in.T @ delta, self.w_rec.T @ delta, delta @ self.x.T, delta @ self.h_old.T, delta.sum(axis=1)


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    xs = np.moveaxis(x, 0, -1)  # (T, D, N)
    ys = np.moveaxis(target, 0, -1)
    cells = [Cell(weight_ih, weight_hh, bias_ih + bias_hh) for _ in xs]
    h, loss, errors = h0.T, 0.0, []
    for cell, frame, want in zip(cells, xs, ys):
        h = cell.forward(frame, h)
        errors.append(h - want)
        loss += 0.5 * float(np.vdot(errors[-1], errors[-1]))
    carried = np.zeros_like(h)
    grad_xs, parts = [], []
    for cell, error in zip(reversed(cells), reversed(errors)):
        gx, carried, *weights = cell.backward(error + carried)
        grad_xs.insert(0, gx.T)
        parts.append(weights)
    gwi, gwh, gb = (np.sum([p[k] for p in parts], axis=0) for k in range(3))
    return loss, (np.stack(grad_xs, axis=1), carried.T.copy(), gwi, gwh, gb, gb.copy())
