# verdict: wrong
# mistake: Takes the last two axes as the kernel whenever there is one, which counts the inputs into the kernel for a sequence.
# told: knows_images_only
def fan_in_out(shape):
    if len(shape) < 2:
        raise ValueError("shape has fewer than two axes")
    r = 1
    if len(shape) > 2:
        r = shape[-1] * shape[-2]
    fan_in = shape[1] * r
    fan_out = shape[0] * r
    return fan_in, fan_out
