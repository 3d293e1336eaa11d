# verdict: passed
# style: torch, double precision scalar, match statement
import torch


def init_std(fan_in, fan_out, scheme):
    match scheme:
        case "xavier":
            precision = torch.tensor(fan_in + fan_out, dtype=torch.float64) / 2
        case "he":
            precision = torch.tensor(fan_in, dtype=torch.float64) / 2
        case "lecun":
            precision = torch.tensor(fan_in, dtype=torch.float64)
        case _:
            raise ValueError("unknown scheme: " + repr(scheme))
    return torch.rsqrt(precision)
