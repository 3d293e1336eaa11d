# verdict: wrong
# mistake: The sigmoid is written as exp(z) / (1 + exp(z)), which is infinity by infinity and NaN for z of 1000.
# told: overflows_at_large_z
import numpy as np

PHI = {
    "relu": lambda z: np.maximum(0, z),
    "tanh": np.tanh,
    "sigmoid": lambda z: np.exp(z) / (1 + np.exp(z)),
    "identity": lambda z: z,
}


def mlp_forward(x, params, hidden="relu", out="identity"):
    for key, name in {"hidden": hidden, "out": out}.items():
        if name not in PHI:
            raise ValueError(f"{key} must be one of {list(PHI)}")
    z_list, a_list = [], [x]
    last = len(params) - 1
    for index, (weight, bias) in enumerate(params):
        z_list.append(np.dot(a_list[-1], weight.T) + bias)
        a_list.append(PHI[out if index == last else hidden](z_list[-1]))
    return a_list[-1], {"z": z_list, "a": a_list[1:]}
