# verdict: wrong
# mistake: A single size comes back twice, as input and output, where the input is its own code.
# told: doubles_a_single_size
def mirror_sizes(encoder_sizes):
    if not encoder_sizes or min(encoder_sizes) < 1:
        raise ValueError("encoder_sizes must be non-empty, with sizes of at least 1")
    n_in = encoder_sizes[0]
    middle = encoder_sizes[1:]
    return [n_in] + middle + middle[:-1][::-1] + [n_in]
