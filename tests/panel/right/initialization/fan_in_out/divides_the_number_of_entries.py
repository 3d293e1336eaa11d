# verdict: passed
# style: counts all entries of the weight and divides by the other axis
def count(shape):
    total = 1
    for length in shape:
        total *= int(length)
    return total


def fan_in_out(shape):
    if len(shape) < 2:
        raise ValueError("shape must have at least 2 axes, but has %d" % len(shape))
    entries = count(shape)
    # every output owns entries / out of them, every input entries / in
    return entries // int(shape[0]), entries // int(shape[1])
