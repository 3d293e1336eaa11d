# verdict: wrong
# mistake: image.float() makes float32 of everything, so integer images give float32 instead of float64 and float64 images lose their type.
# told: always_float32
import torch


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must be at least 3 x 3")
    x = image.float()
    dx = x[:, 2:] - x[:, :-2]
    dy = x[2:, :] - x[:-2, :]
    gx = dx[:-2] + 2 * dx[1:-1] + dx[2:]
    gy = dy[:, :-2] + 2 * dy[:, 1:-1] + dy[:, 2:]
    return gx, gy, torch.sqrt(gx**2 + gy**2), torch.atan2(gy, gx)
