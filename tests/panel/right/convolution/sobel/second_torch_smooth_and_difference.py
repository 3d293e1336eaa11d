# verdict: passed
# style: torch, separable: binomial smoothing along one axis and a central difference along the other
import torch


def _smooth(a, dim):
    n = a.shape[dim] - 2
    return a.narrow(dim, 0, n) + 2 * a.narrow(dim, 1, n) + a.narrow(dim, 2, n)


def _slope(a, dim):
    n = a.shape[dim] - 2
    return a.narrow(dim, 2, n) - a.narrow(dim, 0, n)


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image needs at least 3 rows and 3 columns")
    a = image if image.is_floating_point() else image.to(torch.float64)
    gx = _slope(_smooth(a, 0), 1)
    gy = _slope(_smooth(a, 1), 0)
    return gx, gy, torch.hypot(gx, gy), torch.atan2(gy, gx)
