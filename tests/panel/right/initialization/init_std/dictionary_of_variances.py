# verdict: passed
# style: dictionary of the terms in the denominator, lookup by key
def init_std(fan_in, fan_out, scheme):
    denominators = {
        "xavier": (fan_in + fan_out) / 2,
        "he": fan_in / 2,
        "lecun": fan_in,
    }
    if scheme not in denominators:
        raise ValueError(f"scheme must be one of {sorted(denominators)}, got {scheme!r}")
    return (1.0 / denominators[scheme]) ** 0.5
