# verdict: wrong
# mistake: The step number is cut off at total_steps before the schedule is chosen, so "step" and "exponential" stop falling there although they must ignore that argument.
import math


def lr_at(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    step = min(step, total_steps)
    schedules = {
        "constant": base_lr,
        "step": base_lr * gamma ** (step // step_size),
        "exponential": base_lr * gamma**step,
        "linear": base_lr * (1 - step / total_steps),
        "cosine": 0.5 * base_lr * (1 + math.cos(math.pi * step / total_steps)),
    }
    if schedule not in schedules:
        raise ValueError(f"schedule must be one of {list(schedules)}, got {schedule!r}")
    return float(schedules[schedule])
