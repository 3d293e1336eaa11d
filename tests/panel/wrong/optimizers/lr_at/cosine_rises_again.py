# verdict: wrong
# mistake: After the last step the cosine is not held at 0 but goes up again; only the linear schedule is cut off.
# told: climbs_after_the_end
import math


def lr_at(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    if schedule == "constant":
        return float(base_lr)
    if schedule == "step":
        return base_lr * gamma ** (step // step_size)
    if schedule == "exponential":
        return base_lr * gamma**step
    if schedule == "linear":
        return base_lr * max(0.0, 1 - step / total_steps)
    if schedule == "cosine":
        # abs() guards against tiny negative values at the end
        return abs(0.5 * base_lr * (1 + math.cos(math.pi * min(step, 2 * total_steps) / total_steps)))
    raise ValueError(f"unknown schedule: {schedule}")
