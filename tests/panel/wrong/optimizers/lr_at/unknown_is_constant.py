# verdict: wrong
# mistake: An unknown schedule falls through to the constant rate, where a ValueError must be raised.
# told: takes_any_name
import math


def lr_at(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    progress = min(1.0, step / total_steps)
    if schedule == "step":
        factor = gamma ** (step // step_size)
    elif schedule == "exponential":
        factor = gamma**step
    elif schedule == "linear":
        factor = 1.0 - progress
    elif schedule == "cosine":
        factor = (1.0 + math.cos(math.pi * progress)) / 2.0
    else:
        factor = 1.0
    return base_lr * factor
