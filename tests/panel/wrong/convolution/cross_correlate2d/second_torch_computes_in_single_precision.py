# verdict: wrong
# mistake: Everything is computed in float32 and only the result is cast back, so a float64 image keeps seven digits at most.
import torch


def cross_correlate2d(image, kernel):
    if kernel.size(0) > image.size(0) or kernel.size(1) > image.size(1):
        raise ValueError("kernel is larger than the image")
    windows = image.float().unfold(0, kernel.size(0), 1).unfold(1, kernel.size(1), 1)
    return torch.einsum("ijuv,uv->ij", windows, kernel.float()).to(image.dtype)
