# verdict: wrong
# mistake: With "biases or 2" a count of 0 biases falls back to the default of 2.
def recurrent_param_count(kind, input_size, hidden_size, biases=2, num_layers=1):
    blocks = {"rnn": 1, "gru": 3, "lstm": 4}
    if kind not in blocks:
        raise ValueError(f"kind must be one of {sorted(blocks)}")
    if input_size < 1:
        raise ValueError("input_size must be at least 1")
    if hidden_size < 1:
        raise ValueError("hidden_size must be at least 1")
    if num_layers < 1:
        raise ValueError("num_layers must be at least 1")
    biases = biases or 2
    if biases not in (1, 2):
        raise ValueError("biases must be 0, 1 or 2")
    total = 0
    size = input_size
    for _ in range(num_layers):
        total += blocks[kind] * hidden_size * (size + hidden_size + biases)
        size = hidden_size
    return total
