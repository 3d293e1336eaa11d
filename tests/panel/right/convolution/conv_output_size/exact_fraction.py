# verdict: passed
# style: fractions.Fraction and math.floor, exact for any size
import math
from fractions import Fraction


def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    if not n >= 1:
        raise ValueError("n")
    if not kernel_size >= 1:
        raise ValueError("kernel_size")
    if not stride >= 1:
        raise ValueError("stride")
    if not padding >= 0:
        raise ValueError("padding")
    if not dilation >= 1:
        raise ValueError("dilation")
    numerator = n + 2 * padding - dilation * (kernel_size - 1) - 1
    out = math.floor(Fraction(int(numerator), int(stride)) + 1)
    if out < 1:
        raise ValueError("kernel_size: no valid output, the formula gives %d" % out)
    return out
