# verdict: wrong
# mistake: The buffers have NumPy's default dtype, so float32 images give float64 logits instead of the dtype of x.
# told: returns_float64
import numpy as np


def cnn_forward(x, params):
    w, b = params["conv.weight"], params["conv.bias"]
    n, c, h, wd = x.shape
    o, _, kh, kw = w.shape
    oh, ow = h - kh + 1, wd - kw + 1
    z = np.zeros((n, o, oh, ow))
    for u in range(kh):
        for v in range(kw):
            z += np.einsum("ncij,oc->noij", x[:, :, u : u + oh, v : v + ow], w[:, :, u, v])
    z += b[None, :, None, None]
    a = np.maximum(z, 0)
    ph, pw = oh // 2, ow // 2
    m = a[:, :, : 2 * ph, : 2 * pw].reshape(n, o, ph, 2, pw, 2).max(axis=(3, 5))
    return m.reshape(n, -1) @ params["fc.weight"].T + params["fc.bias"]
