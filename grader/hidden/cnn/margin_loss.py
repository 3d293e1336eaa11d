"""Hidden tests of cnn/margin_loss."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.cnn.margin_loss import margin_loss


def sample(rng, size="small"):
    """Lengths on all sides of both margins, and margins and a weight that are not the usual ones."""
    shape = (1, 1) if size == "ones" else (3, 5)
    target = np.zeros(shape, bool) if size == "ones" else rng.permuted(np.arange(15) < 6).reshape(shape)
    return rng.uniform(0.0, 1.0, shape), target, 0.8, 0.15, 0.3


def test_on_paper(yours, rng):
    """By hand: 0.4 is 0.5 short of 0.9 and costs 0.25; 0.3 is 0.2 above 0.1 and costs half of 0.04."""
    agree(yours(np.array([[0.4, 0.0]]), np.array([[True, False]])), 0.25)
    agree(yours(np.array([[1.0, 0.3]]), np.array([[True, False]])), 0.02)
    agree(yours(np.array([[0.4, 0.3]]), np.array([[True, False]])), 0.27)


def test_inside_the_margins(yours, rng):
    """What keeps its margin costs nothing, however far inside it is; only the last image here costs something."""
    lengths = np.array([[0.97, 0.02], [0.91, 0.09], [0.0, 0.99], [0.0, 0.7]])
    target = np.array([[True, False], [True, False], [False, True], [False, True]])
    agree(yours(lengths, target), 0.01)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_number_of_classes_in_the_picture(yours, rng, n):
    """Any number of classes may be in the picture, and none may be: costs add up over the classes."""
    lengths = np.array([[0.5, 0.5, 0.5]])
    agree(yours(lengths, np.arange(3)[None] < n - 1), 0.16 * (n - 1) + 0.08 * (4 - n))


def test_mean_over_the_images(yours, rng):
    """Every image twice gives the same loss, and one image more that is perfect lowers it."""
    lengths, target, *_ = sample(rng)
    agree(yours(np.tile(lengths, (2, 1)), np.tile(target, (2, 1))), margin_loss(lengths, target))
    perfect = np.concatenate([lengths, [[1.0, 0.0, 0.0, 0.0, 0.0]]]), np.concatenate([target, [[True] + 4 * [False]]])
    agree(yours(*perfect), margin_loss(lengths, target) * 3 / 4)


def test_margins_and_weight(yours, rng):
    """Margins and weight may be given, each on its own."""
    lengths, target = np.array([[0.3, 0.6, 0.7, 0.2]]), np.array([[True, False, True, False]])
    agree(yours(lengths, target, m_pos=0.5), 0.04 + 0.5 * (0.25 + 0.01))
    agree(yours(lengths, target, m_neg=0.4), 0.36 + 0.04 + 0.5 * 0.04)
    agree(yours(lengths, target, lam=3.0), 0.36 + 0.04 + 3.0 * (0.25 + 0.01))


def test_slope(yours, rng):
    """A little more length makes a present class cheaper and an absent one dearer, each by the slope of its parabola."""
    lengths, target, step = np.array([[0.5, 0.4]]), np.array([[True, False]]), 2.0**-8
    for index, slope in [(0, -0.8), (1, 0.3)]:
        up, down = lengths.copy(), lengths.copy()
        up[0, index] += step
        down[0, index] -= step
        agree((yours(up, target) - yours(down, target)) / (2 * step), slope)


def test_long_capsules(yours, rng):
    """A length above 1 is no matter for a class that is there, and an expensive one for a class that is not."""
    agree(yours(np.array([[5.0, 2.1]]), np.array([[True, False]])), 2.0)


def costs(input, target, m_pos, m_neg):
    """Both costs where they apply, zero elsewhere."""
    return target * np.maximum(m_pos - input, 0) ** 2, ~target * np.maximum(input - m_neg, 0) ** 2


def mean(per_class):
    return per_class.sum(axis=1).mean()


@mistake("The squares are missing. Cut the difference off at zero, and square what is left.")
def forgets_the_squares(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return mean(np.where(target, np.maximum(m_pos - input, 0), lam * np.maximum(input - m_neg, 0)))


@mistake("The factor lam stands at the classes that are there. It belongs to those that are not.")
def weights_the_present_classes(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return mean(lam * present + absent)


@mistake("The factor lam multiplies everything. It belongs to the absent classes only.")
def weights_all_classes(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return lam * mean(present + absent)


@mistake("The factor lam is missing. Multiply the cost of the absent classes by it.")
def forgets_lam(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg, 1.0)


@mistake("You write 0.5 where lam belongs. Use the argument.")
def always_takes_one_half(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg)


@mistake("You write 0.9 and 0.1 where the margins belong. Use the arguments m_pos and m_neg.")
def always_takes_the_usual_margins(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, lam=lam)


@mistake("The loss is summed over the images. Divide by their number.")
def sums_over_the_images(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg, lam) * len(input)


@mistake("You take the mean over the classes as well. Sum over the classes; the mean is over the images only.")
def averages_over_the_classes(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg, lam) / input.shape[1]


@mistake("There is one loss for each image. Take their mean.")
def returns_a_loss_for_each_image(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return (present + lam * absent).sum(axis=1)


@mistake("Present and absent have changed places: you expect long capsules where the class is not there.")
def turns_the_target(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, ~target, m_pos, m_neg, lam)


@mistake("Nothing is cut off, so a class that keeps its margin is punished too. Take the larger of the difference and 0 first.")
def punishes_the_good_side(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return mean(np.where(target, (m_pos - input) ** 2, lam * (input - m_neg) ** 2))


@mistake("You cut off the difference of the squares. The square is taken of the difference, after it was cut off at zero.")
def takes_differences_of_squares(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = np.maximum(m_pos**2 - input**2, 0), np.maximum(input**2 - m_neg**2, 0)
    return mean(np.where(target, present, lam * absent))


@mistake("Absent classes cost nothing. A long capsule of a class that is not there is an error, too.")
def ignores_absent_classes(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg, 0.0)


@mistake("Only the longest of the absent classes costs something. All of them do: sum up.")
def takes_the_worst_absent_class(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return np.mean(present.sum(axis=1) + lam * absent.max(axis=1))


@mistake("You square the sum over the classes. Each class has a parabola of its own: square first.")
def squares_the_sum(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = (np.sqrt(cost).sum(axis=1) for cost in costs(input, target, m_pos, m_neg))
    return np.mean(present**2 + lam * absent**2)


@mistake("There is one half too many: these are parabolas without a factor of one half.")
def halves_the_squares(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg, lam) / 2


@mistake("You write the costs into the input. Make a new array: the caller still needs the lengths.")
def overwrites_the_input(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    loss = margin_loss(input, target, m_pos, m_neg, lam)
    np.maximum(m_pos - input, 0, out=input)
    return loss


@right
def class_by_class(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    total = 0.0
    for lengths, there in zip(input, target, strict=True):
        for length, here in zip(lengths.tolist(), there.tolist(), strict=True):
            if here and length < m_pos:
                total += (m_pos - length) ** 2
            elif not here and length > m_neg:
                total += lam * (length - m_neg) ** 2
    return total / input.shape[0]


@right
def as_it_is_printed(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    t = target.astype(input.dtype)
    present, absent = np.clip(m_pos - input, 0, None), np.clip(input - m_neg, 0, None)
    return np.mean(np.sum(t * present**2 + lam * (1 - t) * absent**2, axis=1))


@right
def by_masks(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    short, long = m_pos - input[target], input[~target] - m_neg
    return ((short[short > 0] ** 2).sum() + lam * (long[long > 0] ** 2).sum()) / len(input)
