"""Hidden tests of autoencoders/mirror_sizes."""

import pytest

from grader.authoring import agree, mistake, right
from solutions.autoencoders.mirror_sizes import mirror_sizes


def sample(rng, size="small"):
    """Four different sizes that are in no order."""
    return ([1],) if size == "ones" else (rng.permutation([3, 5, 8, 13]).tolist(),)


def test_one_layer_each(yours):
    """A single layer on either side of the code: its two ends have the same size."""
    agree(yours([10, 3]), [10, 3, 10])


def test_palindrome(yours, rng):
    """The sizes read the same in both directions, the code stands in the middle, and there are 2L + 1 of them."""
    for count in (2, 3, 6):
        sizes = rng.integers(1, 50, count).tolist()
        whole = yours(sizes)
        agree(len(whole), 2 * count - 1)
        agree(whole[::-1], whole)
        agree(whole[:count], sizes)


def test_code_is_not_the_smallest(yours):
    """A code that is larger than the input is allowed: the order of the encoder is what counts, not the sizes."""
    agree(yours([4, 2, 7]), [4, 2, 7, 2, 4])


def test_single_size(yours):
    """Without any layer the input is the code, and occurs once."""
    agree(yours([5]), [5])


def test_equal_sizes(yours):
    """Layers of equal size are all kept, the code next to one included."""
    agree(yours([8, 4, 4]), [8, 4, 4, 4, 8])
    agree(yours([6, 6, 6, 6]), [6] * 7)


def test_layer_without_units(yours):
    """A size of zero or below raises a ValueError that names encoder_sizes, wherever it stands."""
    for sizes in ([4, 2, -1], [4, -2, 1], [5, 0], [0, 3, 2]):
        with pytest.raises(ValueError, match="encoder_sizes"):
            yours(sizes)


def test_no_sizes(yours):
    """An empty list raises a ValueError that names encoder_sizes."""
    with pytest.raises(ValueError, match="encoder_sizes"):
        yours([])


@mistake("The code occurs twice. It is one layer, the end of the encoder and the beginning of the decoder.")
def doubles_the_code(encoder_sizes):
    mirror_sizes(encoder_sizes)
    return encoder_sizes + encoder_sizes[::-1]


@mistake("The code is missing. Leave it out of one half, not of both.")
def drops_the_code(encoder_sizes):
    mirror_sizes(encoder_sizes)
    return encoder_sizes[:-1] + encoder_sizes[-2::-1]


@mistake("The decoder ends one layer too early. The output has the size of the input.")
def forgets_the_output(encoder_sizes):
    whole = mirror_sizes(encoder_sizes)
    return whole[:-1] if len(whole) > 1 else whole


@mistake(
    "The output is nearly as small as the code: the decoder is not turned round. It rebuilds the whole sample, so it ends with "
    "the size of the input."
)
def repeats_the_encoder(encoder_sizes):
    mirror_sizes(encoder_sizes)
    return encoder_sizes + encoder_sizes[:-1]


@mistake("The input stands in the middle and the code at both ends. The encoder comes first, and then its mirror image.")
def puts_the_decoder_first(encoder_sizes):
    mirror_sizes(encoder_sizes)
    return encoder_sizes[::-1] + encoder_sizes[1:]


@mistake("This is the decoder alone. Return the sizes of the whole network, the encoder first.")
def returns_the_decoder(encoder_sizes):
    mirror_sizes(encoder_sizes)
    return encoder_sizes[::-1]


@mistake("You sort the sizes. A hidden layer may be larger than the input: keep the order of the encoder, and turn it round.")
def sorts_the_sizes(encoder_sizes):
    return mirror_sizes(sorted(encoder_sizes, reverse=True))


@mistake("You leave out layers that are as large as the one before. Each of them is a layer of its own: leave out the code only.")
def drops_equal_neighbours(encoder_sizes):
    whole = mirror_sizes(encoder_sizes)
    return [n for k, n in enumerate(whole) if k == 0 or n != whole[k - 1]]


@mistake("You leave out the code by its value, and with it every layer of the same size. Leave it out by its place.")
def removes_the_code_by_value(encoder_sizes):
    mirror_sizes(encoder_sizes)
    return encoder_sizes + [n for n in encoder_sizes[::-1] if n != encoder_sizes[-1]]


@mistake("A single size comes back twice. It is the code too, and the code occurs once.")
def doubles_a_single_size(encoder_sizes):
    return mirror_sizes(encoder_sizes) if len(encoder_sizes) != 1 else encoder_sizes * 2


@mistake("You extend the list of the caller. Make a new list, with + for instance.")
def extends_the_list(encoder_sizes):
    encoder_sizes += mirror_sizes(encoder_sizes)[len(encoder_sizes) :]
    return encoder_sizes


@mistake("A layer without units passes. Raise a ValueError that names encoder_sizes if any size is below 1.")
def allows_empty_layers(encoder_sizes):
    mirror_sizes([abs(n) + 1 for n in encoder_sizes])
    return encoder_sizes + encoder_sizes[-2::-1]


@mistake("Only sizes below 0 are refused. A layer with 0 units makes no sense either: the least size is 1.")
def lets_zero_through(encoder_sizes):
    mirror_sizes([n or 1 for n in encoder_sizes])
    return encoder_sizes + encoder_sizes[-2::-1]


@mistake("Only the input and the code are checked. Every size has to be at least 1.")
def checks_the_ends_only(encoder_sizes):
    mirror_sizes(encoder_sizes[:1] + encoder_sizes[-1:])
    return encoder_sizes + encoder_sizes[-2::-1]


@mistake("An empty list passes. There is no network without an input: raise a ValueError that names encoder_sizes.")
def allows_an_empty_list(encoder_sizes):
    return mirror_sizes(encoder_sizes) if encoder_sizes else []


@right
def with_a_loop(encoder_sizes):
    if len(encoder_sizes) == 0 or any(n <= 0 for n in encoder_sizes):
        raise ValueError("bad encoder_sizes")
    sizes = list(encoder_sizes)
    for n in reversed(encoder_sizes[:-1]):
        sizes.append(n)
    return sizes


@right
def halves_that_share_the_code(encoder_sizes):
    if not encoder_sizes or not all(n > 0 for n in encoder_sizes):
        raise ValueError("encoder_sizes")
    *encoder, code = encoder_sizes
    return [*encoder, code, *encoder[::-1]]


@right
def by_distance_from_the_end(encoder_sizes):
    count = len(encoder_sizes)
    if count < 1 or sorted(encoder_sizes)[0] < 1:
        raise ValueError("encoder_sizes holds no network")
    return [encoder_sizes[min(k, 2 * count - 2 - k)] for k in range(2 * count - 1)]
