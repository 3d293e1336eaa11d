# verdict: wrong
# mistake: The message of the error speaks of layers and neurons and does not name the argument, sizes.
def count_parameters(sizes, bias=True):
    if len(sizes) == 0:
        raise ValueError("a network needs at least its inputs")
    if min(sizes) < 1:
        raise ValueError("each layer must have at least one neuron")
    fan_in = sizes[:-1]
    fan_out = sizes[1:]
    weights = sum(i * o for i, o in zip(fan_in, fan_out))
    return weights + bias * sum(fan_out)
