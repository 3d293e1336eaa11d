"""Hidden tests of tensors/hflip."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.hflip import hflip

independent = "torch.stack([torch.fliplr(x[n].movedim(0, 2)).movedim(2, 0) if flags[n] else x[n] for n in range(len(x))])"


def sample(rng, size="small"):
    """Four images of three channels, two rows and five columns, half of them flagged."""
    if size == "ones":
        return rng.normal(size=(1, 1, 1, 1)), np.array([True])
    return rng.normal(size=(4, 3, 2, 5)), rng.permutation([True, False, True, False])


def test_left_and_right(yours):
    """Left and right change places in every row; top and bottom stay, and so do the colours."""
    x = np.array([[[[1, 2, 3, 4], [5, 6, 7, 8]], [[-1, -2, -3, -4], [-5, -6, -7, -8]]]], dtype=np.float64)
    want = np.array([[[[4, 3, 2, 1], [8, 7, 6, 5]], [[-4, -3, -2, -1], [-8, -7, -6, -5]]]], dtype=np.float64)
    agree(yours(x, np.array([True])), want, exact=True)


def test_only_the_flagged(yours, rng):
    """Each flag speaks of its own image, and the others stay as they are."""
    x = rng.normal(size=(3, 2, 4, 5))
    for n in range(3):
        y = yours(x, np.arange(3) == n)
        for other in range(3):
            agree(y[other], x[other, :, :, [4, 3, 2, 1, 0]].transpose(1, 2, 0) if other == n else x[other], exact=True)


def test_twice_is_once_too_many(yours, rng):
    """Flipping twice gives the batch back, whatever the flags."""
    x, flags = sample(rng)
    once = yours(x, flags)
    agree(once[~flags], x[~flags], exact=True)
    agree(yours(once, flags), x, exact=True)


def test_square_images(yours):
    """In square images, too, it is the columns that are turned around, and as many images as channels change nothing."""
    x = np.arange(24.0).reshape(2, 3, 2, 2) + 1
    want = x.copy()
    want[1] = [[[14, 13], [16, 15]], [[18, 17], [20, 19]], [[22, 21], [24, 23]]]
    agree(yours(x, np.array([False, True])), want, exact=True)


def test_no_flag_is_set(yours, rng):
    """Without a flag the batch comes back as it was, in a new array."""
    x = rng.normal(size=(2, 1, 3, 4))
    agree(yours(x, np.array([False, False])), x, exact=True)


@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_dtype_stays(yours, rng, dtype):
    """The dtype stays as it is, that of bytes as well."""
    x = rng.integers(100, 256, size=(2, 3, 2, 4)).astype(dtype)
    agree(yours(x, np.array([False, True])), hflip(x, np.array([False, True])))


def test_nothing_is_computed(yours):
    """Pixels that are NaN or infinite move like any other and spoil no neighbour."""
    x = np.array([[[[1.0, np.nan, np.inf]]], [[[-np.inf, 2.0, np.nan]]]])
    agree(yours(x, np.array([True, False])), np.array([[[[np.inf, np.nan, 1.0]]], [[[-np.inf, 2.0, np.nan]]]]))


def test_number_of_flags(yours, rng):
    """More or fewer flags than images raise a ValueError that names flags; one flag is not for all."""
    x = rng.normal(size=(3, 2, 2, 4))
    for flags in ([True], [True, False], [True, False, True, False]):
        with pytest.raises(ValueError, match="flags"):
            yours(x, np.array(flags))


def checked(x, flags):
    if len(flags) != len(x):
        raise ValueError("flags")
    return flags[:, None, None, None]


@mistake("Top and bottom have changed places. Horizontal means along the columns, which are the last axis, W.")
def flips_the_rows(x, flags):
    return np.where(checked(x, flags), x[:, :, ::-1], x)


@mistake("The images are turned by half a circle. Turn the last axis around and leave the rows where they are.")
def turns_upside_down(x, flags):
    return np.where(checked(x, flags), x[:, :, ::-1, ::-1], x)


@mistake("The channels are turned around: red becomes blue, and nothing moves. The columns are the last axis.")
def flips_the_colours(x, flags):
    return np.where(checked(x, flags), x[:, ::-1], x)


@mistake("The order of the images is turned around. Each image stays in its place of the batch and is mirrored itself.")
def flips_the_batch(x, flags):
    return np.where(checked(x, flags), x[::-1], x)


@mistake("All images are flipped. Only those are whose flag is set.")
def flips_all(x, flags):
    checked(x, flags)
    return x[..., ::-1].copy()


@mistake("The first flag decides about all images of the batch. Each flag speaks of its own image: use them all.")
def asks_the_first_flag_only(x, flags):
    checked(x, flags)
    return x[..., ::-1].copy() if flags[0] else x.copy()


@mistake("The flags are read the wrong way round: True means that the image is flipped.")
def flips_the_others(x, flags):
    return hflip(x, ~flags)


@mistake("The columns are shifted: the first one stays, since -0 is 0. Column w comes from column W - 1 - w.")
def is_off_by_one(x, flags):
    return np.where(checked(x, flags), np.roll(x[..., ::-1], 1, axis=-1), x)


@mistake(
    "You mix the two images by multiplying with 0 and 1. Zero times infinity is NaN: choose between them instead, with where or "
    "by indexing."
)
def mixes_by_arithmetic(x, flags):
    flip = checked(x, flags).astype(x.dtype)
    return flip * x[..., ::-1] + (1 - flip) * x


@mistake("NaN and infinity have been replaced. A flip moves pixels as they are and computes nothing.")
def cleans_the_pixels(x, flags):
    return np.nan_to_num(hflip(x, flags)).astype(x.dtype)


@mistake("Bytes come back as floating-point numbers. The dtype stays: allocate the result like x.")
def returns_floats(x, flags):
    y = hflip(x, flags)
    return y if y.dtype.kind == "f" else y.astype(np.float64)


@mistake("The result is always float64. The dtype stays what it was: allocate the result like x.")
def returns_float64(x, flags):
    return hflip(x, flags).astype(np.float64)


@mistake("Where no flag is set you return x itself. Return a copy: who changes the batch later would change the data set.")
def hands_back_the_batch(x, flags):
    checked(x, flags)
    return hflip(x, flags) if flags.any() else x


@mistake("A single flag is spread over all images, since it broadcasts. Compare the numbers of flags and images first.")
def lets_one_flag_broadcast(x, flags):
    if len(flags) not in (1, len(x)):
        raise ValueError("flags")
    return np.where(flags[:, None, None, None], x[..., ::-1], x)


@mistake("Too few flags are taken to mean that the other images stay. Each image has a flag: raise a ValueError instead.")
def leaves_the_rest(x, flags):
    y = x.copy()
    for n, flag in enumerate(flags[: len(x)]):
        y[n] = x[n, :, :, ::-1] if flag else x[n]
    return y


@mistake("The images are flipped in place, and x has changed after the call. Work on a copy: the original is used again.")
def overwrites_x(x, flags):
    checked(x, flags)
    x[flags] = x[flags][..., ::-1]
    return x


@right
def image_by_image(x, flags):
    if len(x) != len(flags):
        raise ValueError("one of the flags is missing, or too many")
    return np.stack([np.flip(image, -1) if flag else image for image, flag in zip(x, flags, strict=True)])


@right
def into_a_copy(x, flags):
    if flags.size != x.shape[0]:
        raise ValueError(f"{flags.size} flags")
    y = x.copy()
    y[flags] = np.take(x[flags], np.arange(x.shape[3])[::-1], axis=3)
    return y


@right
def column_by_column(x, flags):
    n, _, _, width = x.shape
    if flags.shape != (n,):
        raise ValueError("flags")
    y = np.empty_like(x)
    for image in range(n):
        for w in range(width):
            y[image, :, :, w] = x[image, :, :, width - 1 - w if flags[image] else w]
    return y
