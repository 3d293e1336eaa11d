# verdict: passed
# style: PyTorch, look up every entry by the difference of pixel coordinates, masked with where
import torch


def conv_as_matrix(weight, height, width):
    kh, kw = weight.shape
    if kh > height or kw > width:
        raise ValueError(f"weight of shape {(kh, kw)} is larger than the image {(height, width)}")
    oh, ow = height - kh + 1, width - kw + 1
    dev = weight.device
    du = torch.arange(height, device=dev)[None, :] - torch.arange(oh, device=dev)[:, None]  # OH H
    dv = torch.arange(width, device=dev)[None, :] - torch.arange(ow, device=dev)[:, None]  # OW W
    du = du[:, None, :, None]
    dv = dv[None, :, None, :]
    inside = (du >= 0) & (du < kh) & (dv >= 0) & (dv < kw)
    values = weight[du.clamp(0, kh - 1), dv.clamp(0, kw - 1)]
    matrix = torch.where(inside, values, torch.zeros_like(values))
    return matrix.reshape(oh * ow, height * width)
