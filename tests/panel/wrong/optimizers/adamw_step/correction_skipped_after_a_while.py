# verdict: wrong
# mistake: From step 1000 on the bias correction is left out as if it were 1, while 1 - 0.999^1000 is only 0.63.
import numpy as np


def adamw_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")
    m = beta1 * exp_avg + (1 - beta1) * grad
    v = beta2 * exp_avg_sq + (1 - beta2) * grad**2
    c1 = c2 = 1.0
    if step < 1000:  # the correction has died out by then
        c1, c2 = 1 - beta1**step, 1 - beta2**step
    new = (1 - lr * weight_decay) * param - lr * (m / c1) / (np.sqrt(v / c2) + eps)
    return np.asarray(new), np.asarray(m), np.asarray(v)
