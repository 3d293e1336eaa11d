# verdict: passed
# style: PyTorch, N roots of unity looked up by k*n mod N, one matrix-vector product
import torch


def dft(x, inverse=False):
    n = x.numel()
    if n == 0:
        raise ValueError("x must have at least one sample")
    dtype = torch.complex64 if x.dtype in (torch.float32, torch.complex64) else torch.complex128
    steps = torch.arange(n, device=x.device)
    angle = 2 * torch.pi * steps.to(torch.float64) / n
    roots = torch.polar(torch.ones_like(angle), angle if inverse else -angle)
    matrix = roots[torch.outer(steps, steps) % n]
    result = matrix @ x.to(torch.complex128)
    if inverse:
        result = result / n
    return result.to(dtype)
