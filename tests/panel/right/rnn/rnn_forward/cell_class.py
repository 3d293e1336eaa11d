# verdict: passed
# style: object-style cell with its weights and state, float64 inside and cast at the end
import numpy as np


class Cell:
    def __init__(self, w_in, w_rec, b):
        self.w_in, self.w_rec, self.b = w_in, w_rec, b
        self.state = None

    def reset(self, state):
        self.state = np.array(state, dtype=np.float64)

    def __call__(self, inp):
        pre = self.w_in.dot(inp) + self.w_rec.dot(self.state) + self.b
        self.state = np.tanh(pre)
        return self.state


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    as64 = lambda a: np.asarray(a, dtype=np.float64)
    cell = Cell(as64(weight_ih), as64(weight_hh), as64(bias_ih) + as64(bias_hh))
    batch, steps = x.shape[:2]
    result = np.empty((batch, steps, h0.shape[1]))
    for n, sequence in enumerate(as64(x)):
        cell.reset(h0[n])
        for t, inp in enumerate(sequence):
            result[n, t] = cell(inp)
    return result.astype(x.dtype)
