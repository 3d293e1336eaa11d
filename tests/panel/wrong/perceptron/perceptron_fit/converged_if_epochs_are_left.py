# verdict: wrong
# mistake: It takes stopping before max_epochs for convergence, so a clean epoch that happens to be the last allowed one is reported as not converged.
import numpy as np


def perceptron_fit(x, target, max_epochs=100):
    if np.any((target != 1) & (target != -1)):
        raise ValueError("target must be -1 or +1")
    w = np.zeros(x.shape[1], dtype=x.dtype)
    b = 0.0
    per_epoch = []
    for _ in range(max_epochs):
        m = 0
        for xi, yi in zip(x, target.tolist()):
            if yi * (w @ xi + b) <= 0:
                w = w + yi * xi
                b += yi
                m += 1
        per_epoch.append(m)
        if m == 0:
            break
    return {"weight": w, "bias": b, "mistakes_per_epoch": per_epoch, "converged": len(per_epoch) < max_epochs}
