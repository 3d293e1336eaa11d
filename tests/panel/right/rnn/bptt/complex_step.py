# verdict: passed
# style: complex-step differentiation: one forward pass per number with an imaginary nudge of 1e-30, exact to rounding
import numpy as np

TINY = 1e-30


def _losses(x, h, w_ih, w_hh, b_ih, b_hh, y):
    total = 0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ w_ih.T + b_ih + h @ w_hh.T + b_hh)
        total = total + 0.5 * ((h - y[:, t]) ** 2).sum(axis=1)
    return total  # one complex number for each sequence


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    given = (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    args = [np.array(a, dtype=np.complex128) for a in given]
    y = np.array(target, dtype=np.float64)
    loss = float(_losses(*args, y).real.sum())
    grads = []
    for k, (arg, orig) in enumerate(zip(args, given)):
        per_sequence = k < 2  # sequences do not meet: nudge the same place in all of them at once
        grad = np.zeros(arg.shape)
        where = np.ndindex(arg.shape[1:] if per_sequence else arg.shape)
        for place in where:
            index = (slice(None),) + place if per_sequence else place
            old = arg[index].copy()
            arg[index] = old + 1j * TINY
            slopes = _losses(*args, y).imag / TINY
            grad[index] = slopes if per_sequence else slopes.sum()
            arg[index] = old
        grads.append(grad.astype(orig.dtype))
    return loss, tuple(grads)
