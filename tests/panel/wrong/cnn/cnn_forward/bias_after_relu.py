# verdict: wrong
# mistake: The bias of the convolution is added after the ReLU instead of before it.
import numpy as np


def cnn_forward(x, params):
    w, b = params["conv.weight"], params["conv.bias"]
    N, C, H, W = x.shape
    O, _, KH, KW = w.shape
    OH, OW = H - KH + 1, W - KW + 1
    a = np.zeros((N, O, OH, OW), dtype=x.dtype)
    for i in range(OH):
        for j in range(OW):
            patch = x[:, :, i : i + KH, j : j + KW].reshape(N, -1)
            z = patch @ w.reshape(O, -1).T
            a[:, :, i, j] = np.maximum(0, z) + b
    PH, PW = OH // 2, OW // 2
    m = np.zeros((N, O, PH, PW), dtype=x.dtype)
    for i in range(PH):
        for j in range(PW):
            m[:, :, i, j] = a[:, :, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2].max(axis=(2, 3))
    return m.reshape(N, -1) @ params["fc.weight"].T + params["fc.bias"]
