# verdict: passed
# style: PyTorch, Tensor.unfold twice, permute and one matrix product
import torch


def patch_embedding(x, weight, bias, cls_token, position):
    N, C, H, W = x.shape
    D, P = weight.shape[0], weight.shape[-1]
    if H % P != 0 or W % P != 0:
        raise ValueError("x must have a height and a width that are multiples of the patch size")
    patches = x.unfold(2, P, P).unfold(3, P, P)  # N, C, H/P, W/P, P, P
    patches = patches.permute(0, 2, 3, 1, 4, 5).reshape(N, (H // P) * (W // P), C * P * P)
    z = patches @ weight.reshape(D, -1).T + bias
    cls = cls_token.expand(N, 1, D)
    return torch.cat([cls, z], dim=1) + position
