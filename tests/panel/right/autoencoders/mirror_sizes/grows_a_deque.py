# verdict: passed
# style: a deque that grows on both sides from the code
from collections import deque


def mirror_sizes(encoder_sizes):
    if len(encoder_sizes) == 0:
        raise ValueError("encoder_sizes must not be empty")
    if min(encoder_sizes) < 1:
        raise ValueError("all encoder_sizes must be at least 1")
    *outer, code = encoder_sizes
    sizes = deque([code])
    for size in reversed(outer):
        sizes.appendleft(size)
        sizes.append(size)
    return list(sizes)
