# verdict: passed
# style: one object per time step sharing a parameter object, forward and backward methods, flattened sums
import numpy as np


class Params:
    def __init__(self, wi, wh, bi, bh):
        self.wi, self.wh, self.bi, self.bh = wi, wh, bi, bh
        self.inputs, self.olds, self.deltas = [], [], []

    def gradients(self):
        delta = np.concatenate(self.deltas)
        inputs, olds = np.concatenate(self.inputs), np.concatenate(self.olds)
        return delta.T @ inputs, delta.T @ olds, delta.sum(0), delta.sum(0)


class Step:
    def __init__(self, params):
        self.p = params

    def forward(self, inp, old, goal):
        self.inp, self.old = inp, old
        self.h = np.tanh(inp @ self.p.wi.T + old @ self.p.wh.T + (self.p.bi + self.p.bh))
        self.err = self.h - goal
        return self.h

    def backward(self, upstream):
        delta = (self.err + upstream) * (1 - self.h**2)
        self.p.deltas.append(delta)
        self.p.inputs.append(self.inp)
        self.p.olds.append(self.old)
        return delta @ self.p.wi, delta @ self.p.wh


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    params = Params(weight_ih, weight_hh, bias_ih, bias_hh)
    layers = [Step(params) for _ in range(x.shape[1])]
    h = h0
    for t, layer in enumerate(layers):
        h = layer.forward(x[:, t], h, target[:, t])
    loss = 0.5 * sum(np.vdot(layer.err, layer.err) for layer in layers)
    carry, dx = 0.0, []
    for layer in layers[::-1]:
        d, carry = layer.backward(carry)
        dx.insert(0, d)
    grads = (np.stack(dx, axis=1), carry, *params.gradients())
    own = (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    return float(loss), tuple(g.astype(a.dtype) for g, a in zip(grads, own))
