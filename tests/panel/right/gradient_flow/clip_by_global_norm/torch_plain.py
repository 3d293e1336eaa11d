# verdict: passed
# style: PyTorch, explicit loop with an accumulator and if-statements
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm")
    total = torch.zeros((), dtype=torch.float64)
    for g in grads:
        h = g.to(torch.float64)
        total = total + (h * h).sum()
    norm = torch.sqrt(total)
    ratio = max_norm / (norm + eps)
    new_grads = []
    for g in grads:
        if ratio >= 1:
            new_grads.append(g.clone())
        else:
            new_grads.append((g.to(torch.float64) * ratio).to(g.dtype))
    return new_grads, norm
