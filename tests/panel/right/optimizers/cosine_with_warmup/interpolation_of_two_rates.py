# verdict: passed
# style: a generic blend between two rates, its share from a clamped progress, by sin squared
import math


def _blend(a, b, share):
    return a * (1.0 - share) + b * share


def cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    if not 0 <= warmup_steps < total_steps:
        raise ValueError(f"warmup_steps must be in [0, {total_steps}), got {warmup_steps}")
    if step < warmup_steps:
        return _blend(0.0, float(base_lr), step / warmup_steps)
    progress = min(1.0, (step - warmup_steps) / (total_steps - warmup_steps))
    return _blend(float(base_lr), float(min_lr), math.sin(progress * math.pi / 2) ** 2)
