# verdict: wrong
# mistake: Integer images are smoothed and differenced in 32 bits and converted afterwards, so large 32-bit or 64-bit pixels overflow.
# told: computes_in_int32
import torch


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    whole = not image.is_floating_point()
    a = image.to(torch.int32) if whole else image
    cols = a[:-2] + 2 * a[1:-1] + a[2:]
    rows = a[:, :-2] + 2 * a[:, 1:-1] + a[:, 2:]
    gx, gy = cols[:, 2:] - cols[:, :-2], rows[2:] - rows[:-2]
    if whole:
        gx, gy = gx.double(), gy.double()
    return gx, gy, torch.hypot(gx, gy), torch.atan2(gy, gx)
