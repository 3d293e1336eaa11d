# verdict: wrong
# mistake: Step 0 is not counted, so the step schedule makes its reductions one step late: the first in step s + 1 and not in step s.
# told: reduces_one_step_late
import math


def lr_at(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    t = min(step, total_steps)
    if schedule == "constant":
        return float(base_lr)
    elif schedule == "step":
        return float(base_lr * gamma ** (max(step - 1, 0) // step_size))
    elif schedule == "exponential":
        return float(base_lr * gamma**step)
    elif schedule == "linear":
        return float(base_lr * (1 - t / total_steps))
    elif schedule == "cosine":
        return float(base_lr * 0.5 * (1 + math.cos(math.pi * t / total_steps)))
    raise ValueError(f"schedule {schedule!r} is unknown")
