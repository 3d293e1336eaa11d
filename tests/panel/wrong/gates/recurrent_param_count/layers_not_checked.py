# verdict: wrong
# mistake: num_layers is never checked, so 0 layers are counted as if there were one, without an error.
def recurrent_param_count(kind, input_size, hidden_size, biases=2, num_layers=1):
    blocks = {"rnn": 1, "gru": 3, "lstm": 4}
    if kind not in blocks:
        raise ValueError(f"unknown kind: {kind}")
    if input_size < 1:
        raise ValueError(f"input_size too small: {input_size}")
    if hidden_size < 1:
        raise ValueError(f"hidden_size too small: {hidden_size}")
    if biases not in (0, 1, 2):
        raise ValueError(f"biases must be 0, 1 or 2: {biases}")

    def layer(inputs):
        return blocks[kind] * hidden_size * (inputs + hidden_size + biases)

    total = layer(input_size)
    for _ in range(1, num_layers):
        total += layer(hidden_size)
    return total
