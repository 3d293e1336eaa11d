# verdict: passed
# style: match statement, repeated multiplication for the reductions
from math import cos, pi


def lr_at(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    lr = float(base_lr)
    match schedule:
        case "constant":
            return lr
        case "step":
            for _ in range(step_size, step + 1, step_size):
                lr *= gamma
            return lr
        case "exponential":
            for _ in range(step):
                lr *= gamma
            return lr
        case "linear" | "cosine":
            if step >= total_steps:
                return 0.0
            progress = step / total_steps
            if schedule == "linear":
                return lr - lr * progress
            return lr * (1 + cos(pi * progress)) / 2
        case other:
            raise ValueError(f"schedule: {other!r} is not known")
