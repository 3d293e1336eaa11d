# verdict: wrong
# mistake: An entry is reported where the difference is larger than the tolerance, and no comparison with NaN is true, so a NaN counts as right.
# told: lets_nan_go
import numpy as np


def debug_221(x, y, params, printed):
    def sigma(z):
        return 1.0 / (1.0 + np.exp(-z))

    a1 = sigma(params["weight1"] @ x + params["bias1"])
    a2 = sigma(params["weight2"] @ a1 + params["bias2"])
    d2 = (a2 - y) * a2 * (1 - a2)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    checks = []
    for i in range(2):
        for j in range(2):
            checks.append((f"weight1[{i},{j}]", printed["weight1"][i, j], d1[i] * x[j]))
    for i in range(2):
        checks.append((f"bias1[{i}]", printed["bias1"][i], d1[i]))
    for i in range(2):
        checks.append((f"weight2[{i}]", printed["weight2"][i], d2 * a1[i]))
    checks.append(("bias2", printed["bias2"], d2))
    return [name for name, p, g in checks if abs(p - g) > 1e-3 * abs(g)]
