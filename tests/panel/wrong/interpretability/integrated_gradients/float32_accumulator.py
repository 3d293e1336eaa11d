# verdict: wrong
# mistake: The gradients are summed up in a float32 tensor whatever the dtype of x, so float64 attributions are right to seven digits only.
import torch


def integrated_gradients(grad_f, x, baseline, n_steps=50):
    if n_steps < 1:
        raise ValueError("n_steps must be >= 1")
    total = torch.zeros(x.shape)
    for k in range(n_steps):
        alpha = (k + 0.5) / n_steps
        total += grad_f(baseline + alpha * (x - baseline))
    return (x - baseline) * (total / n_steps)
