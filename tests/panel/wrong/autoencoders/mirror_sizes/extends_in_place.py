# verdict: wrong
# mistake: Appends the mirror image to the list it was given, and returns that list.
# told: extends_the_list
def mirror_sizes(encoder_sizes):
    if not encoder_sizes:
        raise ValueError("encoder_sizes is empty")
    for n in encoder_sizes:
        if n < 1:
            raise ValueError("encoder_sizes must be positive")
    sizes = encoder_sizes
    sizes += sizes[:-1][::-1]
    return sizes
