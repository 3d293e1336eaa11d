# verdict: passed
# style: paints the square into x and puts the pixels back afterwards
import torch


def occlusion_map(f, x, patch, stride=1, fill=0.0):
    C, H, W = x.shape
    if patch > H or patch > W:
        raise ValueError("patch is larger than the image")
    OH, OW = (H - patch) // stride + 1, (W - patch) // stride + 1
    out = torch.zeros(OH, OW, dtype=x.dtype)
    base = f(x)
    for i in range(OH):
        for j in range(OW):
            rows = slice(i * stride, i * stride + patch)
            cols = slice(j * stride, j * stride + patch)
            saved = x[:, rows, cols].clone()
            x[:, rows, cols] = fill
            out[i, j] = base - f(x)
            x[:, rows, cols] = saved
    return out
