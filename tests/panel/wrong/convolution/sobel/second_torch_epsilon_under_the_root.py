# verdict: wrong
# mistake: A small number is added under the square root, so the magnitude of a flat image is 0.001 instead of 0.
# told: adds_a_little_under_the_root
import torch


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    a = image if torch.is_floating_point(image) else image.double()
    kx = torch.tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=a.dtype)
    win = a.unfold(0, 3, 1).unfold(1, 3, 1)
    gx = (win * kx).sum((-2, -1))
    gy = (win * kx.t()).sum((-2, -1))
    return gx, gy, torch.sqrt(gx**2 + gy**2 + 1e-6), torch.atan2(gy, gx)
