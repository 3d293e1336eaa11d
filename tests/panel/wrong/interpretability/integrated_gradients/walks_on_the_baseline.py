# verdict: wrong
# mistake: It walks from the baseline to x in place, so the baseline is changed and the next call starts elsewhere.
# told: moves_the_baseline
import numpy as np


def integrated_gradients(grad_f, x, baseline, n_steps=50):
    if n_steps < 1:
        raise ValueError("n_steps must be at least 1")
    way = x - baseline
    step = way / n_steps
    point = baseline
    point += step / 2
    total = grad_f(point)
    for _ in range(n_steps - 1):
        point += step
        total = total + grad_f(point)
    return way * total / n_steps
