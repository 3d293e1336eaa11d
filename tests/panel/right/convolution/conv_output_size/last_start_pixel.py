# verdict: passed
# style: pixel indices, subtracts the remainder to find the last start
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    args = (n, kernel_size, stride, padding, dilation)
    names = "n kernel_size stride padding dilation".split()
    least = (1, 1, 1, 0, 1)
    bad = [name for name, a, low in zip(names, args, least) if a < low]
    if bad:
        raise ValueError("too small: " + ", ".join(bad))
    last_pixel = padding + n + padding - 1
    last_tap = (kernel_size - 1) * dilation
    if last_tap > last_pixel:
        raise ValueError("kernel_size %d with dilation %d needs %d pixels, there are %d"
                         % (kernel_size, dilation, last_tap + 1, last_pixel + 1))
    room = last_pixel - last_tap
    last_start = room - room % stride
    return int(last_start // stride) + 1
