# verdict: wrong
# mistake: When the mask is all ones grad_output itself is returned, although the result must be a new array.
# told: hands_back_what_does_not_change
import torch


def dropout_backward(grad_output, mask):
    if mask.shape != grad_output.shape:
        raise ValueError(f"mask: shape {tuple(mask.shape)} is not {tuple(grad_output.shape)}")
    if bool(torch.all(mask == 1)):
        return grad_output
    return grad_output * mask
