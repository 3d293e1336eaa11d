"""Hidden tests of convolution/receptive_field."""

import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.receptive_field import receptive_field


def sample(rng, size="small"):
    """Layers in an order that matters, with strides and a dilation."""
    return ([(1, 1, 1)],) if size == "ones" else ([(7, 2, 1), (3, 3, 1), (4, 1, 5), (2, 2, 3), (3, 1, 2)],)


def seen(layers):
    """First and last pixel that units 0 and 1 of the last layer depend on, found by following every tap down to the image."""
    units = {0: {0}, 1: {1}}
    for kernel_size, stride, dilation in reversed(layers):
        units = {
            unit: {stride * below + dilation * tap for below in fields for tap in range(kernel_size)}
            for unit, fields in units.items()
        }
    return max(units[0]) - min(units[0]) + 1, min(units[1]) - min(units[0])


def test_no_layers(yours):
    """Without layers a unit is a pixel: it sees itself, and its neighbour is one pixel away."""
    agree(yours([]), (1, 1))


def test_one_layer(yours):
    """One layer sees its kernel, with the gaps of its dilation, whatever its stride is."""
    agree(yours([(5, 1, 1)]), (5, 1))
    agree(yours([(5, 3, 1)]), (5, 3))
    agree(yours([(3, 2, 4)]), (9, 2))
    agree(yours([(1, 2, 7)]), (1, 2))


def test_small_kernels(yours):
    """A stack of n kernels of three taps sees 2 n + 1 pixels, like a single kernel of that size."""
    for n in (1, 2, 3, 10):
        agree(yours([(3, 1, 1)] * n), (2 * n + 1, 1))


def test_strides_multiply(yours):
    """Every stride counts for all the layers above it, and the jumps multiply."""
    agree(yours([(3, 2, 1), (3, 2, 1), (3, 2, 1)]), (15, 8))
    agree(yours([(1, 4, 1), (1, 3, 1), (2, 1, 1)]), (13, 12))
    agree(yours([(2, 2, 1)] * 70) == (2**70, 2**70), True)


def test_order_matters(yours):
    """A stride below a large kernel makes the field larger than one above it."""
    agree(yours([(2, 2, 1), (5, 1, 1)]), (10, 2))
    agree(yours([(5, 1, 1), (2, 2, 1)]), (6, 2))


def test_dilations_that_double(yours):
    """With dilations 1, 2, 4 and so on the field grows exponentially, as in WaveNet."""
    agree(yours([(2, 1, 2**i) for i in range(10)]), (1024, 1))


def test_known_networks(yours):
    """The layers of LeNet see 16 pixels before the fully connected ones, those of AlexNet 195."""
    agree(yours([(5, 1, 1), (2, 2, 1), (5, 1, 1), (2, 2, 1)]), (16, 4))
    agree(yours([(11, 4, 1), (3, 2, 1), (5, 1, 1), (3, 2, 1), (3, 1, 1), (3, 1, 1), (3, 1, 1), (3, 2, 1)]), (195, 32))


def test_following_every_tap(yours, rng):
    """Following the taps of every unit down to the image gives the same numbers."""
    for depth in (2, 3, 4):
        layers = [(int(rng.integers(2, 5)), int(rng.integers(1, 4)), int(rng.integers(1, 4))) for _ in range(depth)]
        agree(yours(layers), seen(layers))


def test_bad_layers(yours):
    """A number below 1 in any layer raises a ValueError that names it."""
    for argument, layer in [
        ("kernel_size", (-3, 1, 1)),
        ("kernel_size", (0, 1, 1)),
        ("stride", (3, 0, 1)),
        ("stride", (3, -2, 1)),
        ("dilation", (3, 1, 0)),
    ]:
        for layers in ([layer], [(3, 2, 1), layer], [layer, (3, 2, 1)]):
            with pytest.raises(ValueError, match=argument):
                yours(layers)


def grow(layers, size=1, jump=1, gaps=lambda k, s, d: (k - 1) * d, step=lambda jump, s: jump * s):
    """The reference with another rule for what a kernel spans, or for the jump."""
    receptive_field(layers)
    for k, s, d in layers:
        size, jump = size + gaps(k, s, d) * jump, step(jump, s)
    return size, jump


@mistake("Each layer adds its whole kernel. Of k taps the first one is there already: the field grows by k - 1 gaps.")
def adds_the_whole_kernel(layers):
    return grow(layers, gaps=lambda k, s, d: k * d)


@mistake("The field starts from nothing. A pixel sees itself: start from a size of 1.")
def starts_from_zero(layers):
    return grow(layers, size=0)


@mistake("Strides have no effect on the field. They make units sparser, so that each later kernel spans more pixels.")
def ignores_the_strides(layers):
    _, jump = receptive_field(layers)
    return sum((k - 1) * d for k, _, d in layers) + 1, jump


@mistake("Only the stride of the layer right below counts. Those of all layers below do, multiplied together.")
def forgets_earlier_strides(layers):
    return grow(layers, step=lambda jump, s: s)


@mistake("The strides are added up. Jumps multiply: every second of units four pixels apart stands eight pixels apart.")
def adds_the_strides(layers):
    return grow(layers, step=lambda jump, s: jump + s - 1)


@mistake(
    "A layer's own stride enlarges its field. It only moves the next window: let the field grow first, then update the jump."
)
def counts_the_stride_of_its_own_layer(layers):
    return grow(layers, gaps=lambda k, s, d: (k - 1) * d * s)


@mistake("Dilation has no effect. It stretches every gap between two taps.")
def ignores_dilation(layers):
    return grow(layers, gaps=lambda k, s, d: k - 1)


@mistake("A dilated kernel comes out too long: k taps have k - 1 gaps, so it spans d * (k - 1) + 1 units and not d * k.")
def multiplies_the_kernel_by_the_dilation(layers):
    return grow(layers, gaps=lambda k, s, d: k * d - 1)


@mistake("Dilation is taken for a stride: it spreads the layers above as well. It stretches the gaps of its own layer only.")
def takes_dilation_for_a_stride(layers):
    size, jump = 1, 1
    _, strides = receptive_field(layers)
    for k, s, d in layers:
        size, jump = size + (k - 1) * d * jump, jump * s * d
    return size, strides


@mistake("The layers are read from the top. The first one in the list is next to the image: strides count for those after it.")
def reads_from_the_top(layers):
    return receptive_field(layers[::-1])


@mistake("The kernel sizes are multiplied, as if windows did not overlap. Each layer adds its gaps to the field.")
def multiplies_the_kernels(layers):
    _, jump = receptive_field(layers)
    product = 1
    for k, _, d in layers:
        product *= (k - 1) * d + 1
    return product, jump


@mistake("You return the stride of the last layer. The jump is measured in pixels of the image: multiply all strides.")
def returns_the_last_stride(layers):
    size, _ = receptive_field(layers)
    return size, layers[-1][1] if layers else 1


@mistake("Only the size is returned. Return the tuple (size, jump).")
def returns_the_size_only(layers):
    return receptive_field(layers)[0]


@mistake("The tuple is the wrong way round. The size comes first, then the jump.")
def returns_the_jump_first(layers):
    return receptive_field(layers)[::-1]


@mistake(
    "Numbers that make no sense pass unnoticed. Check each layer, and raise a ValueError that says which of the three it is."
)
def checks_nothing(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size, jump = size + (k - 1) * d * jump, jump * s
    return size, jump


@mistake("Zero passes where the least value is 1: only what is negative is refused. Refuse everything below 1.")
def lets_zero_through(layers):
    receptive_field([[value or 1 for value in layer] for layer in layers])
    return checks_nothing(layers)


@mistake("You take layers out of the list that you were given. The caller still needs it: go through it and leave it alone.")
def empties_the_list(layers):
    result = receptive_field(layers)
    layers.clear()
    return result


def refuse(layers):
    for layer in layers:
        for name, value in zip(("kernel_size", "stride", "dilation"), layer, strict=True):
            if value <= 0:
                raise ValueError(f"{name} is {value}")


@right
def from_the_top_down(layers):
    refuse(layers)
    size = jump = 1
    for kernel_size, stride, dilation in reversed(layers):
        size = (size - 1) * stride + dilation * (kernel_size - 1) + 1
        jump = jump * stride
    return size, jump


@right
def by_a_sum_of_products(layers):
    refuse(layers)
    jumps = [1]
    for _, stride, _ in layers:
        jumps.append(jumps[-1] * stride)
    spans = [jump * dilation * (kernel - 1) for jump, (kernel, _, dilation) in zip(jumps, layers, strict=False)]
    return 1 + sum(spans), jumps[-1]


@right
def by_two_neighbours(layers):
    refuse(layers)
    (first, last), beside = (0, 0), 1
    for kernel_size, stride, dilation in layers[::-1]:
        first, last, beside = first * stride, last * stride + dilation * (kernel_size - 1), beside * stride
    return last - first + 1, beside
