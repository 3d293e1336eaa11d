# verdict: passed
# style: torch, as_strided patches flattened to a matrix, addmm-like baddbmm
import torch


def conv2d(x, weight, bias, stride=1, padding=0):
    if not stride >= 1:
        raise ValueError("bad stride")
    if not padding >= 0:
        raise ValueError("bad padding")
    N, C, H, W = x.shape
    O, D, KH, KW = weight.shape
    if D != C:
        raise ValueError("bad channels")
    PH, PW = H + 2 * padding, W + 2 * padding
    if KH > PH or KW > PW:
        raise ValueError("bad weight: larger than the padded image")
    xp = torch.zeros(N, C, PH, PW, dtype=x.dtype, device=x.device)
    xp[:, :, padding:padding + H, padding:padding + W] = x
    OH, OW = (PH - KH) // stride + 1, (PW - KW) // stride + 1
    sn, sc, sh, sw = xp.stride()
    cols = xp.as_strided((N, C, KH, KW, OH, OW), (sn, sc, sh, sw, sh * stride, sw * stride))
    cols = cols.reshape(N, C * KH * KW, OH * OW)
    out = torch.matmul(weight.reshape(O, C * KH * KW), cols)
    return (out + bias[:, None]).reshape(N, O, OH, OW)
