# verdict: passed
# style: PyTorch, gradients at all midpoints stacked and averaged
import torch


def integrated_gradients(grad_f, x, baseline, n_steps=50):
    if n_steps < 1:
        raise ValueError(f"n_steps must be at least 1, not {n_steps}")
    way = x - baseline
    gradients = [grad_f(baseline + (2 * k + 1) / (2 * n_steps) * way) for k in range(n_steps)]
    return way * torch.stack(gradients).mean(dim=0)
