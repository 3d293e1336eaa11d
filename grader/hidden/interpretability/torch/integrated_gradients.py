"""The known mistakes of interpretability/integrated_gradients, as people write them in PyTorch."""

import torch

from solutions.interpretability.torch.integrated_gradients import integrated_gradients


def average(grad_f, x, baseline, fractions, n_steps):
    """The mean gradient at the given fractions of the way."""
    integrated_gradients(torch.zeros_like, x, baseline, n_steps)
    return sum(grad_f(baseline + fraction * (x - baseline)) for fraction in fractions) / len(fractions)


def forgets_the_way(grad_f, x, baseline, n_steps=50):
    return average(grad_f, x, baseline, [(k + 0.5) / n_steps for k in range(n_steps)], n_steps)


def multiplies_by_the_input(grad_f, x, baseline, n_steps=50):
    return x * forgets_the_way(grad_f, x, baseline, n_steps)


def looks_at_the_input_only(grad_f, x, baseline, n_steps=50):
    return (x - baseline) * average(grad_f, x, baseline, [1.0], n_steps)


def takes_the_left_ends(grad_f, x, baseline, n_steps=50):
    return (x - baseline) * average(grad_f, x, baseline, [k / n_steps for k in range(n_steps)], n_steps)


def takes_the_right_ends(grad_f, x, baseline, n_steps=50):
    return (x - baseline) * average(grad_f, x, baseline, [(k + 1) / n_steps for k in range(n_steps)], n_steps)


def takes_points_from_end_to_end(grad_f, x, baseline, n_steps=50):
    fractions = torch.linspace(0, 1, max(n_steps, 1), dtype=torch.float64).tolist()
    return (x - baseline) * average(grad_f, x, baseline, fractions, n_steps)


def uses_trapezoids(grad_f, x, baseline, n_steps=50):
    left, right = (average(grad_f, x, baseline, [(k + e) / n_steps for k in range(n_steps)], n_steps) for e in (0, 1))
    return (x - baseline) * (left + right) / 2


def begins_at_zero(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, torch.zeros_like(baseline), n_steps)


def forgets_to_start_at_the_baseline(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(lambda v: grad_f(v - baseline), x, baseline, n_steps)


def forgets_to_average(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps) * n_steps


def turns_the_sign(grad_f, x, baseline, n_steps=50):
    return -integrated_gradients(grad_f, x, baseline, n_steps)


def takes_absolute_values(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps).abs()


def adds_them_up(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps).sum()


def accepts_no_step(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps) if n_steps > 0 else torch.zeros_like(x)


def returns_float64(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps).double()


def moves_the_baseline(grad_f, x, baseline, n_steps=50):
    result = integrated_gradients(grad_f, x, baseline, n_steps)
    baseline += (x - baseline) * (n_steps - 0.5) / n_steps
    return result
