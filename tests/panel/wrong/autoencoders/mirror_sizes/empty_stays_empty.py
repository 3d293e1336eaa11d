# verdict: wrong
# mistake: An empty list is not refused: no size is below 1, and an empty list comes back.
# told: allows_an_empty_list
def mirror_sizes(encoder_sizes):
    bad = [n for n in encoder_sizes if n < 1]
    if bad:
        raise ValueError(f"encoder_sizes has sizes below 1: {bad}")
    return encoder_sizes[:] + encoder_sizes[-2::-1]
