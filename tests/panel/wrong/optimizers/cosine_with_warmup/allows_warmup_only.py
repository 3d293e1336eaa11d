# verdict: wrong
# mistake: warmup_steps equal to total_steps is let through, where a ValueError must be raised.
import math


def cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    if warmup_steps < 0 or warmup_steps > total_steps:
        raise ValueError(f"warmup_steps must be between 0 and total_steps, got {warmup_steps}")
    if step >= total_steps:
        return float(min_lr)
    if step < warmup_steps:
        return float(base_lr * step / warmup_steps)
    progress = (step - warmup_steps) / max(1, total_steps - warmup_steps)
    return min_lr + (base_lr - min_lr) / 2 * (1 + math.cos(math.pi * progress))
