# verdict: passed
# style: PyTorch, rows of an identity matrix as steps, stack at the end
import torch


def numerical_gradient(f, x, eps=1e-6):
    p = x.detach().double()
    if p.numel() == 0:
        return torch.zeros(p.shape, dtype=torch.float64)
    steps = eps * torch.eye(p.numel(), dtype=torch.float64)
    values = []
    for row in steps:
        step = row.view(p.shape)
        difference = torch.as_tensor(f(p + step), dtype=torch.float64) - torch.as_tensor(f(p - step), dtype=torch.float64)
        values.append(difference.detach() / (2 * eps))
    return torch.stack(values).reshape(p.shape)
