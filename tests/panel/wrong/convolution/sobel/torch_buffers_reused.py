# verdict: wrong
# mistake: The four result tensors are kept for the next image of the same shape, so a second call overwrites the first results.
import torch

_cache = {}


def sobel(image):
    h, w = image.shape
    if h < 3 or w < 3:
        raise ValueError("image must be at least 3 x 3")
    dtype = image.dtype if image.is_floating_point() else torch.float64
    key = (h, w, dtype)
    if key not in _cache:
        _cache[key] = torch.empty(4, h - 2, w - 2, dtype=dtype)
    gx, gy, magnitude, angle = _cache[key]
    x = image.detach().to(dtype)
    dx = x[:, 2:] - x[:, :-2]
    dy = x[2:] - x[:-2]
    gx.copy_(dx[:-2] + 2 * dx[1:-1] + dx[2:])
    gy.copy_(dy[:, :-2] + 2 * dy[:, 1:-1] + dy[:, 2:])
    torch.hypot(gx, gy, out=magnitude)
    torch.atan2(gy, gx, out=angle)
    return gx, gy, magnitude, angle
