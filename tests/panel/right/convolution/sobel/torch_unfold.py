# verdict: passed
# style: PyTorch, Tensor.unfold and a sum over the window, computed in float64 and cast at the end
import torch

KX = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]], dtype=torch.float64)


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image has fewer than 3 rows or columns")
    out = image.dtype if image.dtype.is_floating_point else torch.float64
    windows = image.to(torch.float64).unfold(0, 3, 1).unfold(1, 3, 1)
    gx = (windows * KX).sum(dim=(-2, -1))
    gy = (windows * KX.t()).sum(dim=(-2, -1))
    magnitude = (gx.square() + gy.square()).sqrt()
    return tuple(t.to(out) for t in (gx, gy, magnitude, torch.atan2(gy, gx)))
