# verdict: wrong
# mistake: torch.zeros is float32 by default, so the gradient is rounded to float32 instead of being float64.
# told: returns_float32
import torch


def numerical_gradient(f, x, eps=1e-6):
    base = x.detach().to(torch.float64).flatten()
    grad = torch.zeros(base.numel())
    for i in range(base.numel()):
        up, down = base.clone(), base.clone()
        up[i] += eps
        down[i] -= eps
        grad[i] = (float(f(up.reshape(x.shape))) - float(f(down.reshape(x.shape)))) / (2 * eps)
    return grad.reshape(x.shape)
