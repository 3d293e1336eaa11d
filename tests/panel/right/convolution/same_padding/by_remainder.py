# verdict: passed
# style: closed form by the remainder of n, arguments checked in a loop over their names
def same_padding(n, kernel_size, stride=1, dilation=1):
    for name, number in {"n": n, "kernel_size": kernel_size, "stride": stride, "dilation": dilation}.items():
        if number < 1:
            raise ValueError(f"{name} must be at least 1, got {number}")
    span = dilation * (kernel_size - 1) + 1
    rest = n % stride or stride
    total = max(span - rest, 0)
    return total // 2, (total + 1) // 2
