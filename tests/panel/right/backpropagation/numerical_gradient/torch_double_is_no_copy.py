# verdict: passed
# style: PyTorch, moves the entries of x itself, which x.double() is where x is float64, and puts each back exactly
import torch


def numerical_gradient(f, x, eps=1e-6):
    y = x.detach().double()
    grad = torch.zeros(y.shape, dtype=torch.float64)
    for index in torch.cartesian_prod(*[torch.arange(n) for n in y.shape]).reshape(-1, y.ndim) if y.ndim else [()]:
        i = tuple(int(k) for k in index)
        old = y[i].item()
        y[i] = old + eps
        up = float(f(y))
        y[i] = old - eps
        down = float(f(y))
        y[i] = old
        grad[i] = (up - down) / (2 * eps)
    return grad
