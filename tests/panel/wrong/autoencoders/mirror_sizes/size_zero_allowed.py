# verdict: wrong
# mistake: Only refuses negative sizes; a size of 0 passes.
# told: lets_zero_through
def mirror_sizes(encoder_sizes):
    if len(encoder_sizes) < 1 or min(encoder_sizes) < 0:
        raise ValueError("encoder_sizes must hold positive sizes")
    decoder = list(reversed(encoder_sizes))
    return list(encoder_sizes) + decoder[1:]
