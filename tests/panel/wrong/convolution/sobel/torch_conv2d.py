# verdict: forbidden
# mistake: It calls torch.nn.functional.conv2d, which the statement forbids.
import torch
import torch.nn.functional as F


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must be at least 3 x 3")
    x = image if image.is_floating_point() else image.double()
    kx = torch.tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=x.dtype)
    weight = torch.stack([kx, kx.t()])[:, None]
    gx, gy = F.conv2d(x[None, None], weight)[0].unbind(0)
    return gx.clone(), gy.clone(), torch.hypot(gx, gy), torch.atan2(gy, gx)
