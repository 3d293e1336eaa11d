# verdict: wrong
# mistake: The pooled maps are flattened pixel by pixel with the channels last, while fc.weight was learnt for all of the first map, then the second.
# told: flattens_channels_last
import numpy as np


def cnn_forward(x, params):
    w = params["conv.weight"]
    kh, kw = w.shape[2:]
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    # (N, OH, OW, O)
    z = np.tensordot(windows, w, axes=([1, 4, 5], [1, 2, 3])) + params["conv.bias"]
    a = np.maximum(z, 0)
    n, oh, ow, o = a.shape
    ph, pw = oh // 2, ow // 2
    m = a[:, : ph * 2, : pw * 2].reshape(n, ph, 2, pw, 2, o).max(axis=(2, 4))
    f = m.reshape(n, ph * pw * o)
    return f @ params["fc.weight"].T + params["fc.bias"]
