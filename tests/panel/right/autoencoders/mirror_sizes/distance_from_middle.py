# verdict: passed
# style: index arithmetic, distance from the middle
def mirror_sizes(encoder_sizes):
    if not encoder_sizes or any(n < 1 for n in encoder_sizes):
        raise ValueError("encoder_sizes needs at least one size, each at least 1")
    depth = len(encoder_sizes) - 1
    return [encoder_sizes[depth - abs(depth - i)] for i in range(2 * depth + 1)]
