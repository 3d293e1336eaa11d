# verdict: passed
# style: guard clauses, cosine as the real part of a rotating complex number
import cmath


def cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    if warmup_steps < 0:
        raise ValueError("warmup_steps must not be negative")
    remaining = total_steps - warmup_steps
    if remaining <= 0:
        raise ValueError("warmup_steps must be less than the number of all steps")
    if step >= total_steps:
        return float(min_lr)
    if step < warmup_steps:
        return float(base_lr * step / warmup_steps)
    centre = (base_lr + min_lr) / 2
    radius = (base_lr - min_lr) / 2
    angle = cmath.pi * (step - warmup_steps) / remaining
    return float(centre + radius * cmath.exp(1j * angle).real)
