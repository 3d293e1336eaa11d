# verdict: passed
# style: PyTorch, left singular vectors of the transposed data, error from the residual
import torch


def pca(x, k):
    if not 1 <= k <= x.shape[1]:
        raise ValueError(f"k = {k} is not between 1 and {x.shape[1]}")
    data = x.double()
    mean = data.mean(dim=0, keepdim=True)
    centred = data - mean
    u, _, _ = torch.linalg.svd(centred.T, full_matrices=False)
    u = u[:, :k]
    peak = u.gather(0, u.abs().argmax(dim=0, keepdim=True))
    u = u * torch.sign(peak)
    residual = centred - (centred @ u) @ u.T
    mse = residual.square().mean()
    return mean[0].to(x.dtype), u.T.to(x.dtype), mse.to(x.dtype)
