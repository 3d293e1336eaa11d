# verdict: wrong
# mistake: np.isclose keeps its absolute tolerance of 1e-8, so wrong values of tiny gradients near saturation pass.
# told: leaves_the_absolute_tolerance_on
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def debug_221(x, y, params, printed):
    w1, b1, w2, b2 = (params[k] for k in ("weight1", "bias1", "weight2", "bias2"))
    h = sigmoid(w1 @ x + b1)
    out = sigmoid(w2 @ h + b2)
    delta = (out - y) * out * (1 - out)
    back = delta * w2 * h * (1 - h)
    true = {"weight1": np.outer(back, x), "bias1": back, "weight2": delta * h, "bias2": delta}
    wrong = []
    for i in range(2):
        for j in range(2):
            if not np.isclose(printed["weight1"][i, j], true["weight1"][i, j], rtol=1e-3):
                wrong.append(f"weight1[{i},{j}]")
    for key in ("bias1", "weight2"):
        for i in range(2):
            if not np.isclose(printed[key][i], true[key][i], rtol=1e-3):
                wrong.append(f"{key}[{i}]")
    if not np.isclose(printed["bias2"], true["bias2"], rtol=1e-3):
        wrong.append("bias2")
    return wrong
