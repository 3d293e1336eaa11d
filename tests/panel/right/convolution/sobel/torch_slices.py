# verdict: passed
# style: PyTorch, slices, torch.hypot, keeps the floating type
import torch


def sobel(image):
    h, w = image.shape
    if h < 3 or w < 3:
        raise ValueError("image must be at least 3 by 3")
    x = image if image.is_floating_point() else image.to(torch.float64)
    dx = x[:, 2:] - x[:, :-2]
    dy = x[2:] - x[:-2]
    gx = dx[:-2] + 2 * dx[1:-1] + dx[2:]
    gy = dy[:, :-2] + 2 * dy[:, 1:-1] + dy[:, 2:]
    return gx, gy, torch.hypot(gx, gy), torch.atan2(gy, gx)
