# verdict: raised
# mistake: bad arguments are caught with assert, which raises AssertionError where a ValueError is demanded
# told: checks_by_assert
import torch
import torch.nn.functional as F


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    assert stride >= 1, "stride must be at least 1"
    assert padding >= 0, "padding must be at least 0"
    assert C == C2, "channels differ"
    assert KH <= H + 2 * padding and KW <= W + 2 * padding, "kernel too large"
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    assert grad_output.shape == (N, O, OH, OW), "grad_output has a wrong shape"
    xp = F.pad(x, [padding] * 4)
    gxp, gw = torch.zeros_like(xp), torch.zeros_like(weight)
    for u in range(KH):
        for v in range(KW):
            at = (..., slice(u, u + (OH - 1) * stride + 1, stride), slice(v, v + (OW - 1) * stride + 1, stride))
            gw[:, :, u, v] = torch.einsum("noij,ncij->oc", grad_output, xp[at])
            gxp[at] += torch.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
    gx = gxp[:, :, padding:padding + H, padding:padding + W].clone()
    return gx, gw, grad_output.sum(dim=(0, 2, 3))
