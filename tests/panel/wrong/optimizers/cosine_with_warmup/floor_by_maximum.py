# verdict: wrong
# mistake: The cosine falls to 0 and is cut off at min_lr with max, instead of being scaled to end at min_lr.
# told: ignores_the_smallest_rate
import math


def cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    if warmup_steps < 0 or warmup_steps >= total_steps:
        raise ValueError(f"warmup_steps must be in [0, total_steps), got {warmup_steps}")
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    progress = min(1.0, (step - warmup_steps) / (total_steps - warmup_steps))
    return max(float(min_lr), 0.5 * base_lr * (1 + math.cos(math.pi * progress)))
