# verdict: wrong
# mistake: A mirror as wide as the image itself is accepted (> for >=); it must be an error, and the result even comes out too small.
import torch


def pad2d(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = padding
    if mode not in ("constant", "reflect", "replicate"):
        raise ValueError(f"mode {mode} is not known")
    if min(padding) < 0:
        raise ValueError("padding must be >= 0")
    n, c, h, w = x.shape
    if mode == "constant":
        y = torch.full((n, c, h + top + bottom, w + left + right), value, dtype=x.dtype)
        y[:, :, top : top + h, left : left + w] = x
        return y
    if mode == "replicate":
        rows = torch.arange(-top, h + bottom).clamp(0, h - 1)
        cols = torch.arange(-left, w + right).clamp(0, w - 1)
        return x[:, :, rows][:, :, :, cols]
    if left > w or right > w or top > h or bottom > h:
        raise ValueError("padding is larger than the image")
    y = x.clone()
    y = torch.cat([y[..., 1 : left + 1].flip(-1), y, y[..., max(w - 1 - right, 0) : w - 1].flip(-1)], dim=-1)
    y = torch.cat([y[:, :, 1 : top + 1].flip(2), y, y[:, :, max(h - 1 - bottom, 0) : h - 1].flip(2)], dim=2)
    return y
