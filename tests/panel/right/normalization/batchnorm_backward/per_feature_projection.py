# verdict: passed
# style: feature by feature, subtracting the mean and the part along x_hat, double precision inside
import numpy as np


def _centre(v):
    v = v - v[0]
    return v - v.sum() / v.size


def batchnorm_backward(grad_output, x, weight, eps=1e-5):
    n, d = x.shape
    dx = np.zeros((n, d), dtype=x.dtype)
    dweight = np.zeros(d, dtype=x.dtype)
    dbias = np.zeros(d, dtype=x.dtype)
    for j in range(d):
        g = grad_output[:, j].astype(np.float64)
        c = _centre(x[:, j].astype(np.float64))
        s = np.sqrt(c @ c / n + eps)
        u = c / s
        along = g @ u
        dbias[j] = g.sum()
        dweight[j] = along
        dx[:, j] = float(weight[j]) / s * (g - g.mean() - u * (along / n))
    return dx, dweight, dbias
