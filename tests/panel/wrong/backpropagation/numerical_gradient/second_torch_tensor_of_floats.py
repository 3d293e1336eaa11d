# verdict: wrong
# mistake: the slopes are joined by torch.tensor, whose default for Python floats is float32 and not float64.
# told: returns_float32
import torch


def numerical_gradient(f, x, eps=1e-6):
    base = x.detach().to(torch.float64).reshape(-1)
    slopes = []
    for i in range(base.numel()):
        up, down = base.clone(), base.clone()
        up[i] += eps
        down[i] -= eps
        slopes.append((float(f(up.reshape(x.shape))) - float(f(down.reshape(x.shape)))) / (2 * eps))
    return torch.tensor(slopes).reshape(x.shape)
