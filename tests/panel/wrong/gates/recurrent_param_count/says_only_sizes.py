# verdict: wrong
# mistake: A bad input_size or hidden_size is reported as "sizes", so the message does not name the argument.
def recurrent_param_count(kind, input_size, hidden_size, biases=2, num_layers=1):
    blocks = {"rnn": 1, "gru": 3, "lstm": 4}
    if kind not in blocks:
        raise ValueError("kind must be 'rnn', 'gru' or 'lstm'")
    if min(input_size, hidden_size) < 1:
        raise ValueError("all sizes must be at least 1")
    if biases not in (0, 1, 2):
        raise ValueError("biases must be 0, 1 or 2")
    if num_layers < 1:
        raise ValueError("num_layers must be at least 1")
    first = hidden_size * (input_size + hidden_size + biases)
    further = hidden_size * (2 * hidden_size + biases)
    return blocks[kind] * (first + (num_layers - 1) * further)
