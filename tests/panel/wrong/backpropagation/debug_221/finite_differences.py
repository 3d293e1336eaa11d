# verdict: wrong
# mistake: The true gradients are measured by central differences of step 1e-5, which are too rough near saturation: right entries of 1e-9 are reported as wrong.
import numpy as np


def cost(x, y, theta):
    hidden = 1 / (1 + np.exp(-(theta[:4].reshape(2, 2) @ x + theta[4:6])))
    out = 1 / (1 + np.exp(-(theta[6:8] @ hidden + theta[8])))
    return 0.5 * (out - y) ** 2


def flat(values):
    keys = ("weight1", "bias1", "weight2", "bias2")
    return np.concatenate([np.ravel(np.asarray(values[key], dtype=float)) for key in keys])


def debug_221(x, y, params, printed):
    names = [f"weight1[{i},{j}]" for i in (0, 1) for j in (0, 1)]
    names += ["bias1[0]", "bias1[1]", "weight2[0]", "weight2[1]", "bias2"]
    theta, p = flat(params), flat(printed)
    wrong = []
    for i, name in enumerate(names):
        step = np.zeros(9)
        step[i] = 1e-5
        g = (cost(x, y, theta + step) - cost(x, y, theta - step)) / 2e-5
        if not abs(p[i] - g) <= 1e-3 * abs(g):
            wrong.append(name)
    return wrong
