# verdict: passed
# style: dtype-careful, ufuncs with out= into preallocated buffers
import numpy as np


def rmsprop_step(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    s = np.empty_like(square_avg)
    np.multiply(grad, grad, out=s)
    s *= 1 - alpha
    s += alpha * square_avg

    theta = np.empty_like(param)
    np.sqrt(s, out=theta)
    theta += eps
    np.divide(grad, theta, out=theta)
    theta *= -lr
    theta += param
    return theta, s
