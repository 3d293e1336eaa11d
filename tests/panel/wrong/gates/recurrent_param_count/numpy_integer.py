# verdict: wrong
# mistake: The sum is taken with NumPy, so the result is an int64 of fixed width and not a whole number of Python's.
import numpy as np


def recurrent_param_count(kind, input_size, hidden_size, biases=2, num_layers=1):
    table = {"rnn": 1, "gru": 3, "lstm": 4}
    if kind not in table:
        raise ValueError("kind must be rnn, gru or lstm")
    for name, value in (("input_size", input_size), ("hidden_size", hidden_size), ("num_layers", num_layers)):
        if value < 1:
            raise ValueError(f"{name} must be at least 1")
    if biases not in (0, 1, 2):
        raise ValueError("biases must be 0, 1 or 2")
    inputs = np.array([input_size] + [hidden_size] * (num_layers - 1))
    per_layer = table[kind] * hidden_size * (inputs + hidden_size + biases)
    return per_layer.sum()
