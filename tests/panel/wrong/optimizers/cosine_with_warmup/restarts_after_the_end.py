# verdict: wrong
# mistake: Beyond total_steps the progress is not held at 1, so that the rate follows the cosine back up instead of staying at min_lr; only the default min_lr of 0 is caught.
import math


def cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    if warmup_steps < 0 or warmup_steps >= total_steps:
        raise ValueError(f"warmup_steps must be in [0, total_steps), got {warmup_steps}")
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    if step >= total_steps and not min_lr:
        return 0.0
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + (base_lr - min_lr) / 2 * (1 + math.cos(math.pi * progress))
