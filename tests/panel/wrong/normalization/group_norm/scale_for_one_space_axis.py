# verdict: raised
# mistake: Weight and bias get a single trailing axis, so with images of shape (N, C, H, W) they meet the wrong axes and broadcasting fails.
import torch


def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c = x.shape[:2]
    if num_groups < 1 or c % num_groups != 0:
        raise ValueError(f"num_groups must divide {c}, got {num_groups}")
    g = x.reshape(n, num_groups, -1)
    g = g - g.mean(dim=2, keepdim=True)
    g = g / torch.sqrt(g.square().mean(dim=2, keepdim=True) + eps)
    return g.reshape(x.shape) * weight[:, None] + bias[:, None]
