# verdict: wrong
# mistake: The span is computed from the radius kernel_size // 2 as if every kernel had a middle tap; it is too long for even kernels.
# told: takes_every_kernel_for_odd
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for key, val in dict(n=n, kernel_size=kernel_size, stride=stride, dilation=dilation).items():
        if val < 1:
            raise ValueError(f"{key} must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    radius = dilation * (kernel_size // 2)
    room = n + 2 * padding - 2 * radius
    if room < 1:
        raise ValueError(f"kernel_size {kernel_size} spans {2 * radius + 1} pixels, the padded input has only {n + 2 * padding}")
    return (room - 1) // stride + 1
