# verdict: wrong
# mistake: Computes in torch's default float32, but the result must have the precision of float64.
import torch


def init_std(fan_in, fan_out, scheme):
    fan_in = torch.tensor(float(fan_in))
    fan_out = torch.tensor(float(fan_out))
    if scheme == "xavier":
        return torch.sqrt(2 / (fan_in + fan_out))
    if scheme == "he":
        return torch.sqrt(2 / fan_in)
    if scheme == "lecun":
        return torch.sqrt(1 / fan_in)
    raise ValueError(f"scheme must be 'xavier', 'he' or 'lecun', got {scheme!r}")
