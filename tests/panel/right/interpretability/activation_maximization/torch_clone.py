# verdict: passed
# style: PyTorch, clone and a plain loop without in-place changes
import torch


def activation_maximization(grad_f, x0, lr, n_steps, l2=0.0):
    x = torch.clone(x0)
    for _ in range(n_steps):
        ascent = grad_f(x) - 2 * l2 * x
        x = x + lr * ascent
    return x
