# verdict: passed
# style: torch, channels last and flattened to a matrix, then the dense formula, then back
import torch


def _normalize_columns(m, eps):
    m = m - m[0]
    m = m - m.mean(dim=0)
    return m / torch.sqrt((m * m).mean(dim=0) + eps)


def batchnorm2d_forward(x, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    if n * h * w < 2:
        raise ValueError(f"x has {n * h * w} number(s) per channel, two are needed")
    matrix = x.permute(0, 2, 3, 1).reshape(-1, c)
    out = _normalize_columns(matrix, eps) * weight + bias
    return out.reshape(n, h, w, c).permute(0, 3, 1, 2).contiguous()
