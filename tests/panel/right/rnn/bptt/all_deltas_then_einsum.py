# verdict: passed
# style: fills arrays of states and deltas, then gets every gradient with one einsum
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, _ = x.shape
    H = h0.shape[1]
    kind = np.result_type(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    h = np.empty((N, T + 1, H), kind)
    h[:, 0] = h0
    z_in = np.einsum("ntd,hd->nth", x, weight_ih) + bias_ih + bias_hh
    for t in range(T):
        h[:, t + 1] = np.tanh(z_in[:, t] + np.einsum("nj,ij->ni", h[:, t], weight_hh))
    err = h[:, 1:] - target
    slope = 1 - h[:, 1:] ** 2
    delta = np.zeros((N, T + 1, H), kind)  # the last one is delta_{T+1} = 0
    for t in range(T - 1, -1, -1):
        delta[:, t] = slope[:, t] * (err[:, t] + np.einsum("ni,ij->nj", delta[:, t + 1], weight_hh))
    d = delta[:, :T]
    return 0.5 * np.einsum("nth,nth->", err, err), (
        np.einsum("nth,hd->ntd", d, weight_ih).astype(x.dtype),
        np.einsum("ni,ij->nj", d[:, 0], weight_hh).astype(h0.dtype),
        np.einsum("nth,ntd->hd", d, x).astype(weight_ih.dtype),
        np.einsum("nti,ntj->ij", d, h[:, :T]).astype(weight_hh.dtype),
        np.einsum("nth->h", d).astype(bias_ih.dtype),
        np.einsum("nth->h", d).astype(bias_hh.dtype),
    )
