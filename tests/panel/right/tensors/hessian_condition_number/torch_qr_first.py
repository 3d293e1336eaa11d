# verdict: passed
# style: PyTorch, QR decomposition first and the singular values of the small triangle
import torch


def hessian_condition_number(x):
    rows, columns = x.shape
    infinite = torch.full((), float("inf"), dtype=x.dtype, device=x.device)
    if rows < columns:
        return infinite
    _, triangle = torch.linalg.qr(x)
    sigma = torch.linalg.svdvals(triangle)
    if sigma[-1] <= rows * torch.finfo(x.dtype).eps * sigma[0]:
        return infinite
    return (sigma[0] / sigma[-1]).square()
