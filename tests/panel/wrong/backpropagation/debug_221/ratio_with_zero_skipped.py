# verdict: wrong
# mistake: The relative error is a quotient, and where the true gradient is 0 the entry is skipped, so a value other than 0 passes there.
import numpy as np


def debug_221(x, y, params, printed):
    logistic = lambda z: 1 / (1 + np.exp(-z))
    hidden = logistic(params["weight1"].dot(x) + params["bias1"])
    y_hat = logistic(params["weight2"].dot(hidden) + params["bias2"])
    delta = (y_hat - y) * y_hat * (1 - y_hat)
    delta_hidden = params["weight2"] * delta * hidden * (1 - hidden)
    truth = np.concatenate([np.outer(delta_hidden, x).ravel(), delta_hidden, delta * hidden, [delta]])
    values = np.concatenate(
        [np.ravel(printed[key]) for key in ("weight1", "bias1", "weight2", "bias2")]
    )
    names = [f"weight1[{i},{j}]" for i in range(2) for j in range(2)]
    names += [f"{key}[{i}]" for key in ("bias1", "weight2") for i in range(2)] + ["bias2"]
    culprits = []
    for name, p, g in zip(names, values, truth):
        if g == 0:
            continue
        if not abs(p / g - 1) <= 1e-3:
            culprits.append(name)
    return culprits
