# verdict: passed
# style: loop from the end, popping a copy, plain integers
def count_parameters(sizes, bias=True):
    remaining = [int(width) for width in sizes]
    if not remaining:
        raise ValueError("sizes must hold at least the number of inputs")
    for width in remaining:
        if width < 1:
            raise ValueError(f"sizes: every width must be at least 1, got {width}")
    extra = 1 if bias else 0
    total = 0
    fan_out = remaining.pop()
    while remaining:
        fan_in = remaining.pop()
        total += fan_out * (fan_in + extra)
        fan_out = fan_in
    return total
