# verdict: passed
# style: complex step with h = 1e-100 (no cancellation) on the stable sigmoid
import numpy as np

H = 1e-100


def sigmoid(z):
    if z.real >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def output(x, theta):
    w, b, v, c = theta[:4].reshape(2, 2), theta[4:6], theta[6:8], theta[8]
    hidden = np.array([sigmoid(z) for z in w @ x + b])
    return sigmoid(v @ hidden + c)


def backward_221(x, y, params):
    theta = np.concatenate([np.ravel(params[k]).astype(complex) for k in ("weight1", "bias1", "weight2", "bias2")])
    x64 = x.astype(np.float64)
    error = output(x64, theta).real - y
    slopes = np.array([output(x64, theta + 1j * H * e).imag / H for e in np.eye(9)])
    g = error * slopes
    parts = np.split(g.astype(x.dtype), [4, 6, 8])
    return {"weight1": parts[0].reshape(2, 2).copy(), "bias1": parts[1].copy(), "weight2": parts[2].copy(), "bias2": float(g[8])}
