# verdict: passed
# style: glues [x, h, 1] and [W_ih | W_hh | b] into a single product; own tanh from expm1 that cannot overflow
import numpy as np


def _tanh(z):
    e = np.expm1(-2.0 * np.abs(z))  # in (-1, 0]
    return np.sign(z) * (-e / (2.0 + e))


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    big = np.hstack([weight_ih, weight_hh, bias_ih[:, None], bias_hh[:, None]]).T
    ones = np.ones((x.shape[0], 2), dtype=x.dtype)
    h, out = h0, []
    for t in range(x.shape[1]):
        h = _tanh(np.hstack([x[:, t, :], h, ones]) @ big)
        out.append(h)
    return np.array(out).swapaxes(0, 1).astype(x.dtype, copy=False)
