# verdict: wrong
# mistake: Raises only if height and width both fail to be multiples of P; if just one does, pixels are cut off silently.
# told: crops_the_picture
import torch
import torch.nn.functional as F


def patch_embedding(x, weight, bias, cls_token, position):
    N, C, H, W = x.shape
    D, _, P, _ = weight.shape
    if H % P and W % P:
        raise ValueError("x: height and width must be multiples of P")
    patches = F.unfold(x, kernel_size=P, stride=P).transpose(1, 2)
    z = patches @ weight.flatten(1).t() + bias
    tokens = torch.cat([cls_token.view(1, 1, D).repeat(N, 1, 1), z], dim=1)
    return tokens + position
