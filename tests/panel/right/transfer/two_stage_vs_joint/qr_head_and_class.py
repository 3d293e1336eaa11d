# verdict: passed
# style: NumPy with a small network class, head by QR, histories as lists
import numpy as np


class _Net:
    def __init__(self, weight, x, y):
        self.weight = weight.copy()
        q, r = np.linalg.qr(np.tanh(x @ weight.T))
        self.head = np.linalg.solve(r, q.T @ y)

    def error(self, x, y):
        return np.mean((np.tanh(x @ self.weight.T) @ self.head - y) ** 2)

    def step(self, x, y, lr):
        h = np.tanh(x @ self.weight.T)
        delta = 2 * (h @ self.head - y) / len(y)
        by_head = h.T @ delta
        by_weight = (np.outer(delta, self.head) * (1 - h**2)).T @ x
        self.weight = self.weight - lr * by_weight
        self.head = self.head - lr * by_head


def two_stage_vs_joint(x, target, x_val, target_val, weight, lr, steps):
    lr = x.dtype.type(lr)
    net = _Net(weight, x, target)
    train, val = [net.error(x, target)], [net.error(x_val, target_val)]
    for _ in range(steps):
        net.step(x, target, lr)
        train.append(net.error(x, target))
        val.append(net.error(x_val, target_val))
    return np.array(train, dtype=x.dtype), np.array(val, dtype=x.dtype)
