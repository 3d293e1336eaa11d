# verdict: raised
# mistake: Nothing is checked, so a kernel that is too large ends in torch's RuntimeError and not in a ValueError that names the kernel.
# told: leaves_the_check_to_the_library
import torch


def cross_correlate2d(image, kernel):
    patches = image.unfold(0, kernel.shape[0], 1).unfold(1, kernel.shape[1], 1)
    return torch.einsum("ijuv,uv->ij", patches, kernel)
