# verdict: passed
# style: lists the shape of every parameter array and multiplies them out
import math
import operator


def _whole(name, value, least):
    try:
        number = operator.index(value)
    except TypeError:
        raise ValueError(f"{name} must be a whole number") from None
    if number < least:
        raise ValueError(f"{name} must be at least {least}, got {number}")
    return number


def recurrent_param_count(kind, input_size, hidden_size, biases=2, num_layers=1):
    names = ["rnn", "gru", "lstm"]
    if kind not in names:
        raise ValueError(f"unknown kind {kind!r}")
    blocks = [1, 3, 4][names.index(kind)]
    fan_in = _whole("input_size", input_size, 1)
    hidden = _whole("hidden_size", hidden_size, 1)
    biases = _whole("biases", biases, 0)
    if biases > 2:
        raise ValueError("biases must be 0, 1 or 2")
    shapes = []
    for _ in range(_whole("num_layers", num_layers, 1)):
        shapes.append((blocks * hidden, fan_in))
        shapes.append((blocks * hidden, hidden))
        shapes.extend([(blocks * hidden,)] * biases)
        fan_in = hidden
    return sum(math.prod(shape) for shape in shapes)
