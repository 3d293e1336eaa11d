"""Hidden tests of attention/positional_encoding."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.positional_encoding import positional_encoding


def sample(rng, size="small"):
    """Positions and features differ in number, and there are several pairs."""
    return (1, 2) if size == "ones" else (int(rng.integers(4, 9)), 10)


@pytest.mark.parametrize("d_model", [2, 6, 7])
def test_position_zero(yours, rng, d_model):
    """At position 0 all angles are 0: the row reads 0, 1, 0, 1 and so on."""
    agree(yours(1, d_model)[0], np.arange(d_model) % 2.0)


def test_two_pairs(yours, rng):
    """With four features the second pair turns a hundred times slower than the first."""
    want = [math.sin(7), math.cos(7), math.sin(0.07), math.cos(0.07)]
    agree(yours(9, 4)[7], np.array(want))


def test_each_pair_lies_on_a_circle(yours, rng):
    """Sine and cosine of a pair have squares that add up to 1, so every row of 2 d features has the squared norm d."""
    rows = yours(50, 12)
    agree(rows[:, ::2] ** 2 + rows[:, 1::2] ** 2, np.ones((50, 6)))


@pytest.mark.parametrize("step", [1, 5])
def test_a_step_is_a_rotation(yours, rng, step):
    """A step turns each pair by the same angle wherever it starts."""
    rows = yours(20, 6)
    angle = step / 10000.0 ** (np.arange(3) / 3)
    sin, cos = rows[:-step, ::2], rows[:-step, 1::2]
    agree(rows[step:, ::2], sin * np.cos(angle) + cos * np.sin(angle))
    agree(rows[step:, 1::2], cos * np.cos(angle) - sin * np.sin(angle))


def test_dot_products_depend_on_the_distance(yours, rng):
    """The dot product of two positions is the sum of the cosines of what lies between them."""
    rows = yours(12, 8)
    distance = np.arange(12)[:, None] - np.arange(12)
    agree(rows @ rows.T, sum(np.cos(distance / 10.0**i) for i in range(4)))


def test_odd_number_of_features(yours, rng):
    """With an odd number of features the last column is a sine, and the exponents have that odd number below."""
    rows = yours(6, 5)
    agree(rows[:, 4], np.sin(np.arange(6) / 10000**0.8))
    agree(rows[:, 3], np.cos(np.arange(6) / 10000**0.4))
    agree(yours(4, 1), np.sin(np.arange(4.0))[:, None])


def test_a_long_text(yours, rng):
    """Far positions are as accurate as near ones."""
    row = yours(5001, 4)[5000]
    agree(row, np.array([math.sin(5000), math.cos(5000), math.sin(50), math.cos(50)]))


def from_angles(angle):
    """Sines in the even columns, cosines in the odd ones."""
    return np.where(np.arange(angle.shape[1]) % 2, np.cos(angle), np.sin(angle))


def angles(length, d_model, exponent, first=0):
    return (np.arange(length) + first)[:, None] / 10000.0**exponent


@mistake("Each column has an exponent of its own. Sine and cosine of a pair share an angle: column 2i+1 uses 2i, too.")
def uses_the_number_of_the_column(length, d_model):
    return from_angles(angles(length, d_model, np.arange(d_model) / d_model))


@mistake("The 2 in the exponent is missing, so all wavelengths are too short. For pair i the exponent is 2i / d.")
def forgets_the_two_in_the_exponent(length, d_model):
    return from_angles(angles(length, d_model, np.arange(d_model) // 2 / d_model))


@mistake(
    "The last pair is meant to turn by 1 / 10000 exactly, as in some libraries. Here the exponent is 2i / d, not i / (d/2 - 1)."
)
def spreads_the_exponents_to_the_end(length, d_model):
    return from_angles(angles(length, d_model, np.arange(d_model) // 2 / max((d_model + 1) // 2 - 1, 1)))


@mistake("You count positions from 1. The first position is 0, and its row is 0, 1, 0, 1 and so on.")
def counts_from_one(length, d_model):
    return from_angles(angles(length, d_model, np.arange(d_model) // 2 * 2 / d_model, 1))


@mistake("Sine and cosine have changed places. Even columns, the first one among them, hold sines.")
def begins_with_the_cosine(length, d_model):
    angle = angles(length, d_model, np.arange(d_model) // 2 * 2 / d_model)
    return np.where(np.arange(d_model) % 2, np.sin(angle), np.cos(angle))


@mistake(
    "All sines come first and then all cosines, as in some libraries. Here they alternate: each sine has its cosine next to it."
)
def puts_the_cosines_behind(length, d_model):
    rows = positional_encoding(length, d_model)
    return np.concatenate([rows[:, ::2], rows[:, 1::2]], axis=1)


@mistake("The angle is multiplied by the power of 10000 and grows from pair to pair. Divide by it: later pairs turn slower.")
def multiplies_by_the_power(length, d_model):
    return from_angles(angles(length, d_model, -(np.arange(d_model) // 2 * 2 / d_model)))


@mistake("The angles have a factor of 2 pi. A position is used as it is, in radians: the first pair turns by 1 in each step.")
def counts_whole_turns(length, d_model):
    return from_angles(2 * math.pi * angles(length, d_model, np.arange(d_model) // 2 * 2 / d_model))


@mistake("For an odd number of features you round it up in the exponent. Divide by d_model as it is.")
def rounds_an_odd_number_up(length, d_model):
    return positional_encoding(length, d_model + d_model % 2)[:, :d_model].copy()


@mistake("With an odd number of features the last column is lost. It is a sine whose cosine is left out: keep it.")
def drops_the_last_column(length, d_model):
    return positional_encoding(length, d_model)[:, : max(d_model // 2 * 2, 1)].copy()


@mistake("With an odd number of features your cosines do not fit into the columns. There is one cosine less than sines.")
def fails_for_an_odd_number(length, d_model):
    rows = np.zeros((length, d_model))
    angle = angles(length, d_model, np.arange(0, d_model, 2) / d_model)
    rows[:, 0::2], rows[:, 1::2] = np.sin(angle), np.cos(angle)
    return rows


@mistake("The table lies on its side: positions are rows, features are columns.")
def returns_features_first(length, d_model):
    return positional_encoding(length, d_model).T.copy()


@mistake("You return float32, which loses half of the digits. Return float64; whoever needs less can round.")
def returns_float32(length, d_model):
    return positional_encoding(length, d_model).astype(np.float32)


@right
def by_slices(length, d_model):
    rows = np.zeros((length, d_model))
    angle = np.outer(np.arange(length), np.exp(-math.log(10000) * np.arange(0, d_model, 2) / d_model))
    rows[:, 0::2] = np.sin(angle)
    rows[:, 1::2] = np.cos(angle[:, : d_model // 2])
    return rows


@right
def number_by_number(length, d_model):
    table = [[0.0] * d_model for _ in range(length)]
    for t in range(length):
        for j in range(d_model):
            angle = t / math.pow(10000, (j - j % 2) / d_model)
            table[t][j] = math.cos(angle) if j % 2 else math.sin(angle)
    return np.array(table)


@right
def by_complex_numbers(length, d_model):
    turn = np.exp(1j * np.arange(length)[:, None] * 10000.0 ** (-np.arange(0, d_model, 2) / d_model))
    return np.stack([turn.imag, turn.real], axis=-1).reshape(length, -1)[:, :d_model].copy()


@right
def by_a_shifted_phase(length, d_model):
    j = np.arange(d_model)
    return np.cos(np.arange(length)[:, None] * 1e4 ** -((j - j % 2) / d_model) - (j % 2 == 0) * math.pi / 2)
