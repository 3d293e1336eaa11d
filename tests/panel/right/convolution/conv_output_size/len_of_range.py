# verdict: passed
# style: the starts of the windows are a range; its length is the answer
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name in ("n", "kernel_size", "stride", "dilation"):
        if locals_get(name, n, kernel_size, stride, dilation) < 1:
            raise ValueError(name + " must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    span = kernel_size + (kernel_size - 1) * (dilation - 1)
    starts = range(0, n + 2 * padding - span + 1, stride)
    if not starts:
        raise ValueError("kernel_size does not fit: it needs %d pixels" % span)
    return len(starts)


def locals_get(name, n, kernel_size, stride, dilation):
    return {"n": n, "kernel_size": kernel_size, "stride": stride, "dilation": dilation}[name]
