r"""How much of the image does one unit deep in the network see?

A stack of convolution and pooling layers, the first one next to the image, works along one axis. Each layer has a kernel size
$k$, a stride $s$ and a dilation $d$ (1 where taps are neighbours). A unit of a layer is computed from $k$ units of the layer
below, $d$ units apart; these are computed from units below them, and so on down to the pixels. The **receptive field** of a
unit is the stretch of the image from the first to the last pixel that can change it.

Count two numbers on the way up, both in pixels of the image:

* its **size** $r$, how many pixels from the first to the last, both included. The image itself is layer 0, where a unit is a
  pixel and sees itself: $r = 1$.
* its **jump** $j$, how far the field moves from one unit to the next one beside it. For pixels $j = 1$.

Both follow from the layer below by drawing a picture: the fields of the first and of the last tap have the same size and are
some jumps apart. A stride does not enlarge the field of its own layer. It makes the units of the layer sparser, and so it
enlarges what every later kernel adds. Three 3x3 layers see 7 pixels, which one 7x7 layer sees as well; the three need 27
weights in place of 49.

Padding does not matter: the size is that of a unit far from the border. No layers at all leave the pixel: (1, 1). The results are
whole numbers.

Source: Araujo, Norris and Sim 2019, *Computing receptive fields of convolutional neural networks*, Distill, section 2; the
argument for small kernels is that of Simonyan and Zisserman 2015, section 2.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = About(
    title="Receptive field",
    difficulty=2,
    points=10,
    needs=("convolution/conv_output_size",),
    questions=("How much of the image does one unit of a deep layer see, and why stack small kernels?",),
    hints=(
        "Draw nine pixels in a row. Above them, seven units of a first layer with three taps each, and above these, five "
        "units of a second layer like it. Take the unit in the middle of the top row and mark everything that it depends on, "
        "downwards. Now draw it again with a first layer of stride 2. What has changed, and for which of the two layers?",
        "A layer of k taps has k minus 1 gaps, and the field grows by what the gaps span, not by the taps. A dilation "
        "stretches every gap. How many pixels a gap spans depends on how far apart two neighbouring units of the layer below "
        "look: this is the second number that you carry along. At the image it is one pixel.",
        "One pass over the layers from the image upwards is enough, with two running numbers. At each layer first let the "
        "field grow, with the jump of the layer below, and only then update the jump. Jumps multiply: every second unit of "
        "something that already stands four pixels apart stands eight pixels apart. Sizes never multiply.",
    ),
    skip={
        "independent": "No library of ours computes receptive fields; a hidden test follows the taps of every unit to the pixels."
    },
)


def receptive_field(layers: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """Find size and jump of the receptive field of a unit in the last layer.

    Parameters
    ----------
    layers : one tuple (kernel_size, stride, dilation) of whole numbers for each layer, from the image upwards.

    Returns
    -------
    The tuple (size, jump), in pixels of the image.

    Raises
    ------
    ValueError
        If a number is below 1. The message names it: kernel_size, stride, dilation.

    Examples
    --------
    >>> receptive_field([(3, 1, 1), (3, 1, 1), (3, 1, 1)])
    (7, 1)
    >>> receptive_field([(5, 2, 1), (3, 3, 1), (2, 1, 4)])
    (33, 6)
    """
    size = jump = 1
    for kernel_size, stride, dilation in layers:
        for name, value in {"kernel_size": kernel_size, "stride": stride, "dilation": dilation}.items():
            if value < 1:
                raise ValueError(f"{name} must be at least 1, got {value}")
        size += (kernel_size - 1) * dilation * jump
        jump *= stride
    return size, jump
