# verdict: wrong
# mistake: the im2col indices are cached under a key without the padding, so a second call with another padding uses stale ones
import numpy as np

_INDICES = {}


def _check(g, x, w, stride, padding):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != w.shape[1]:
        raise ValueError("channels of x and weight differ")
    HP, WP = x.shape[2] + 2 * padding, x.shape[3] + 2 * padding
    if w.shape[2] > HP or w.shape[3] > WP:
        raise ValueError("kernel is larger than the padded image")
    OH, OW = (HP - w.shape[2]) // stride + 1, (WP - w.shape[3]) // stride + 1
    if tuple(g.shape) != (x.shape[0], w.shape[0], OH, OW):
        raise ValueError("grad_output has the wrong shape")
    return OH, OW


def _indices(x_shape, w_shape, stride, OH, OW):
    key = (x_shape, w_shape, stride)
    if key not in _INDICES:
        C, KH, KW = w_shape[1:]
        c, u, v = (a.reshape(-1, 1) for a in np.indices((C, KH, KW)))
        i, j = (stride * a.reshape(1, -1) for a in np.indices((OH, OW)))
        _INDICES[key] = c, u + i, v + j
    return _INDICES[key]


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    OH, OW = _check(grad_output, x, weight, stride, padding)
    N, O = grad_output.shape[:2]
    H, W = x.shape[2:]
    idx = _indices(x.shape, weight.shape, stride, OH, OW)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    cols = xp[(slice(None), *idx)]
    g = grad_output.reshape(N, O, -1)[:, :, :cols.shape[2]]
    gw = np.einsum("nol,nkl->ok", g, cols[:, :, :g.shape[2]]).reshape(weight.shape)
    gxp = np.zeros_like(xp)
    shares = np.einsum("ok,nol->nkl", weight.reshape(O, -1), g)
    np.add.at(gxp, (slice(None), idx[0], idx[1][:, :g.shape[2]], idx[2][:, :g.shape[2]]), shares)
    return gxp[:, :, padding:padding + H, padding:padding + W], gw, grad_output.sum((0, 2, 3))
