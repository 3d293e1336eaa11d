# verdict: wrong
# mistake: double() returns x itself when it is float64 already, and adding and subtracting the step leaves x changed by rounding.
# told: restores_by_arithmetic
import torch


def numerical_gradient(f, x, eps=1e-6):
    point = x.detach().double()
    flat = point.reshape(-1)
    grad = torch.zeros_like(flat)
    for i in range(flat.numel()):
        flat[i] += eps
        up = float(f(flat.reshape(x.shape)))
        flat[i] -= 2 * eps
        down = float(f(flat.reshape(x.shape)))
        flat[i] += eps
        grad[i] = (up - down) / (2 * eps)
    return grad.reshape(x.shape)
