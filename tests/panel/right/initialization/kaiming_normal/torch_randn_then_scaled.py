# verdict: passed
# style: torch, standard normal draw scaled in place, fan from the strides of the draw
import torch


def kaiming_normal(shape, rng, a=0.0, mode="fan_in"):
    if len(shape) < 2:
        raise ValueError(f"shape must have two axes or more: {tuple(shape)}")
    if mode != "fan_in" and mode != "fan_out":
        raise ValueError(f"mode must be 'fan_in' or 'fan_out': {mode!r}")
    z = torch.randn(*shape, generator=rng, dtype=torch.float64, device=rng.device)
    fan = z[0].numel() if mode == "fan_in" else z[:, 0].numel()
    return z.mul_((2 / (1 + a * a) / fan) ** 0.5)
