# verdict: passed
# style: PyTorch, Householder reflectors by geqrf, multiplied out, signs of the diagonal applied by copysign
import torch


def orthogonal_init(gaussian, gain=1.0):
    if gaussian.dim() != 2:
        raise ValueError(f"gaussian needs exactly two axes, got the shape {tuple(gaussian.shape)}")
    wide = gaussian.shape[0] < gaussian.shape[1]
    a = gaussian.T if wide else gaussian
    a = (a / a.abs().max()).contiguous()
    packed, tau = torch.geqrf(a)
    q = torch.linalg.householder_product(packed, tau)
    ones = torch.ones(a.shape[1], dtype=a.dtype, device=a.device)
    q = q * torch.copysign(ones, packed.diagonal())
    if wide:
        q = q.T
    return (float(gain) * q).contiguous()
