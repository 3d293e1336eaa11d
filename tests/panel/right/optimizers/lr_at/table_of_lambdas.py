# verdict: passed
# style: dictionary of lambdas that give the factor, clamped progress
import math


def lr_at(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    factors = {
        "constant": lambda: 1.0,
        "step": lambda: gamma ** (step // step_size),
        "exponential": lambda: gamma**step,
        "linear": lambda: max(0, total_steps - step) / total_steps,
        "cosine": lambda: math.cos(0.5 * math.pi * min(step, total_steps) / total_steps) ** 2 if step < total_steps else 0.0,
    }
    if schedule not in factors:
        raise ValueError(f"unknown schedule {schedule!r}, choose one of {sorted(factors)}")
    return float(base_lr * factors[schedule]())
