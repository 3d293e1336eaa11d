# verdict: passed
# style: plain Python floats in a loop, halves against overflow
import math


def grad_check(analytic, numeric, tol=1e-6):
    if analytic.shape != numeric.shape:
        raise ValueError(f"numeric has shape {numeric.shape}, but analytic has {analytic.shape}")
    worst = 0.0
    for a, n in zip(analytic.ravel().tolist(), numeric.ravel().tolist()):
        if not (math.isfinite(a) and math.isfinite(n)):
            return False, math.nan
        # everything is halved, so that the sum of two huge numbers stays finite
        a, n = 0.5 * a, 0.5 * n
        relative = abs(a - n) / max(0.5e-8, abs(a) + abs(n))
        if relative > worst:
            worst = relative
    return worst <= tol, worst
