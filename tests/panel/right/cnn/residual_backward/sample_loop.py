# verdict: passed
# style: NumPy, one sample after the other with outer products, identity matrix as the default projection
import numpy as np


def residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    dtype = x.dtype
    P = np.eye(x.shape[1], dtype=dtype) if proj is None else proj
    dx = np.zeros_like(x)
    dW1, db1 = np.zeros_like(weight1), np.zeros_like(bias1)
    dW2, db2 = np.zeros_like(weight2), np.zeros_like(bias2)
    dP = np.zeros_like(P)
    for n in range(x.shape[0]):
        z1 = weight1 @ x[n] + bias1
        h = np.where(z1 > 0, z1, 0).astype(dtype)
        z2 = P @ x[n] + weight2 @ h + bias2
        d2 = np.where(z2 > 0, grad_output[n], 0).astype(dtype)
        d1 = np.where(z1 > 0, weight2.T @ d2, 0).astype(dtype)
        dW2 += np.outer(d2, h)
        db2 += d2
        dW1 += np.outer(d1, x[n])
        db1 += d1
        dP += np.outer(d2, x[n])
        dx[n] = P.T @ d2 + weight1.T @ d1
    result = (dx, dW1, db1, dW2, db2)
    return result if proj is None else result + (dP,)
