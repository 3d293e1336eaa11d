# verdict: passed
# style: plain loop over flattened copies, written entry by entry
import numpy as np


def momentum_step(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    if not 0 <= momentum < 1:
        raise ValueError(f"momentum must lie in [0, 1), got {momentum}")
    theta = np.array(param, copy=True)
    buf = np.array(momentum_buffer, copy=True)
    for i in np.ndindex(theta.shape):
        g = grad[i]
        buf[i] = momentum * buf[i] + g
        if nesterov:
            move = g + momentum * buf[i]
        else:
            move = buf[i]
        theta[i] = theta[i] - lr * move
    return theta, buf
