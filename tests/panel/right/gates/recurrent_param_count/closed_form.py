# verdict: passed
# style: one closed formula after a table-driven check
def recurrent_param_count(kind, input_size, hidden_size, biases=2, num_layers=1):
    if kind == "rnn":
        k = 1
    elif kind == "gru":
        k = 3
    elif kind == "lstm":
        k = 4
    else:
        raise ValueError("kind must be one of 'rnn', 'gru', 'lstm'")
    checks = (
        ("input_size", input_size, lambda v: v >= 1),
        ("hidden_size", hidden_size, lambda v: v >= 1),
        ("biases", biases, lambda v: 0 <= v <= 2),
        ("num_layers", num_layers, lambda v: v >= 1),
    )
    for name, value, fits in checks:
        try:
            good = fits(value) and int(value) == value
        except (TypeError, ValueError, OverflowError):
            good = False
        if not good:
            raise ValueError(f"bad value for {name}: {value!r}")
    i, h, b, n = int(input_size), int(hidden_size), int(biases), int(num_layers)
    return k * h * (i + (2 * n - 1) * h + n * b)
