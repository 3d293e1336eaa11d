# grades: convolution/sobel
import torch


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image is too small")
    if not image.is_floating_point():
        image = image.double()
    kernel = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    windows = image.unfold(0, 3, 1).unfold(1, 3, 1).flatten(2)
    gx = windows @ kernel.flatten()
    gy = windows @ kernel.T.flatten()
    return gx, gy, torch.hypot(gx, gy), torch.atan2(gy, gx)
