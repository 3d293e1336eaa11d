# verdict: passed
# style: PyTorch, adds the truth value std == 0 to std before dividing
import torch


def standardize_apply(x, mean, std):
    is_constant = torch.eq(std, 0).to(std.dtype)
    divisor = std + is_constant
    return torch.div(x - mean.unsqueeze(0), divisor.unsqueeze(0))
