# verdict: passed
# style: a small tape: each step pushes a closure that knows how to go back, the tape is unwound at the end
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    names = ("x", "h0", "wi", "wh", "bi", "bh")
    values = dict(zip(names, (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)))
    g = {k: np.zeros(v.shape) for k, v in values.items()}
    tape = []
    loss = 0.0

    def step(h_old, t):
        h_new = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h_old @ weight_hh.T + bias_hh)
        miss = h_new - target[:, t]

        def back(from_later):
            d = (miss + from_later) * (1 - h_new) * (1 + h_new)
            g["wh"] += d.T @ h_old
            g["wi"] += d.T @ x[:, t]
            for b in ("bi", "bh"):
                g[b] += d.sum(0)
            g["x"][:, t] = d @ weight_ih
            return d @ weight_hh

        tape.append(back)
        return h_new, 0.5 * float(np.square(miss).sum())

    h = h0
    for t in range(x.shape[1]):
        h, part = step(h, t)
        loss += part
    carry = np.zeros_like(h)
    while tape:
        carry = tape.pop()(carry)
    g["h0"] += carry
    return loss, tuple(g[k].astype(values[k].dtype) for k in names)
