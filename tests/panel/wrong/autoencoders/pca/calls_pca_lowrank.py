# verdict: forbidden
# mistake: Calls torch.pca_lowrank, which the statement does not allow.
import torch


def pca(x, k):
    if k < 1 or k > x.shape[1]:
        raise ValueError("k must be between 1 and D")
    mean = x.mean(dim=0)
    _, s, v = torch.pca_lowrank(x, q=min(x.shape), center=True, niter=4)
    v = v[:, :k].T
    idx = v.abs().argmax(dim=1, keepdim=True)
    v = v * torch.sign(torch.gather(v, 1, idx))
    mse = (s[k:] ** 2).sum() / x.numel()
    return mean, v, mse
