"""Hidden tests of boltzmann/som_bmu."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.som_bmu import som_bmu

independent = (
    "(lambda k: (k // weight.shape[1], k % weight.shape[1]))"
    "(torch.linalg.vector_norm(weight.flatten(0, 1) - x, dim=1).topk(1, largest=False).indices[0])"
)


def sample(rng, size="small"):
    """An input near one of the later units of a map with two rows and five columns, or the only unit there is."""
    if size == "ones":
        return rng.normal(size=1), rng.normal(size=(1, 1, 1))
    weight = rng.normal(size=(2, 5, 3)) * np.array([3.0, 1.0, 2.0]) + 1
    x = weight[1, rng.integers(1, 4)] + 0.1 * rng.normal(size=3)
    weight[0, 1], weight[0, 3], weight[0, 4] = 9 * x + 0.3, 4 * x, -20 * x  # long, in the same direction, and far away
    return x, weight


@pytest.mark.parametrize("at", [(0, 0), (0, 2), (2, 1), (3, 0), (3, 2)], ids=str)
def test_finds_its_own_prototype(yours, at):
    """An input that equals a prototype is answered by this very unit, also on a map with more rows than columns."""
    weight = np.array([5.0, 3.0, 1.0, 4.0, 0.0, 2.0, 11.0, 7.0, 9.0, 6.0, 8.0, 10.0]).reshape(4, 3, 1) * np.array([1.0, -2.0])
    agree(yours(weight[at], weight), at)


def test_ties(yours):
    """Of equally near prototypes the first one answers: row by row, and from left to right."""
    weight = np.array([[[9.0], [9.0], [3.0]], [[5.0], [3.0], [5.0]]])
    got = [yours(np.array([4.0]), weight), yours(np.array([5.0]), weight), yours(np.array([0.0]), np.full((3, 2, 1), 7.0))]
    agree(got, [(0, 2), (1, 0), (0, 0)])


def test_euclid_decides(yours):
    """(3, 3) is nearer to the origin than (0, 5), in the sense of Euclid; its longest side and its direction decide nothing."""
    weight = np.array([[[0.0, 5.0], [5.0, 0.0]], [[4.0, 4.0], [3.0, 3.0]]])
    other = np.array([[[1.0, 5.0], [2.5, 2.5]], [[2.1, 0.8], [9.0, 9.0]]])
    agree([yours(np.array([0.0, 0.0]), weight), yours(np.array([0.5, 2.5]), other)], [(1, 1), (0, 1)])


def test_long_prototypes_do_not_win(yours):
    """A long prototype in the same direction is no better match than a short one at the right place."""
    weight = np.array([[[1.0, 1.0], [10.0, 10.0]], [[2.0, 1.0], [20.0, -5.0]]])
    agree(yours(np.array([2.0, 1.5]), weight), (1, 0))


def test_far_from_the_origin(yours):
    """Moved far away together, input and prototypes match as before."""
    weight = np.array([[[3.0, 0.0], [0.0, 2.0], [1.0, 1.0]]])
    agree(yours(np.array([0.0, 1.5]) + 2.0**30, weight + 2.0**30), (0, 1))


def distances(x, weight):
    return ((weight - x) ** 2).sum(-1)


def place(table):
    return np.unravel_index(table.argmin(), table.shape)


@mistake("You take the largest scalar product, and long prototypes win. Take the smallest distance.")
def compares_scalar_products(x, weight):
    return place(-(weight @ x))


@mistake("You take the smallest angle, and the length does not count. Take the smallest distance.")
def compares_angles(x, weight):
    lengths = np.sqrt((weight**2).sum(-1))
    return place(-(weight @ x) / np.maximum(lengths, 1e-9))


@mistake("You add up absolute differences. The nearest is meant in the sense of Euclid: add up squares.")
def adds_up_absolute_differences(x, weight):
    return place(np.abs(weight - x).sum(-1))


@mistake("You compare the largest differences only. Add up the squares of all of them.")
def compares_the_largest_difference(x, weight):
    return place(np.abs(weight - x).max(-1))


@mistake("You sum the differences before you square, and they cancel. Square each of them first.")
def squares_the_sum(x, weight):
    return place((weight - x).sum(-1) ** 2)


@mistake("Row and column have changed places in your result. The first axis of the weight is the row.")
def returns_the_column_first(x, weight):
    row, column = som_bmu(x, weight)
    return column, row


@mistake("You divide the flat number by the number of rows. Rows have as many entries as there are columns: divide by that.")
def divides_by_the_number_of_rows(x, weight):
    flat = distances(x, weight).argmin()
    return flat // len(weight), flat % len(weight)


@mistake("This is the number of the unit, counted through. Turn it into a row and a column.")
def returns_the_flat_number(x, weight):
    return distances(x, weight).argmin()


@mistake("You take the smallest row and the smallest column by themselves. Look for the smallest entry of the whole table.")
def minimizes_each_axis_alone(x, weight):
    table = distances(x, weight)
    return table.sum(1).argmin(), table.sum(0).argmin()


@mistake("Your unit is the one that is farthest away. Take the smallest distance.")
def finds_the_worst(x, weight):
    return place(-distances(x, weight))


@mistake("At a tie the last unit answers. Take the first one, row by row.")
def gives_ties_to_the_last(x, weight):
    table = distances(x, weight)
    return tuple(np.argwhere(table == table.min())[-1])


@mistake("At a tie you go down the columns. Read the map like a page: row by row.")
def reads_column_by_column(x, weight):
    column, row = place(distances(x, weight).T)
    return row, column


@mistake("You expand the square into three terms, which cancel far from the origin. Subtract first and square then.")
def expands_the_square(x, weight):
    return place((weight**2).sum(-1) - 2 * weight @ x + (x**2).sum())


@right
def by_divmod(x, weight):
    flat = np.linalg.norm(weight.reshape(-1, len(x)) - x, axis=1).argmin()
    return divmod(int(flat), weight.shape[1])


@right
def unit_by_unit(x, weight):
    best, where = np.inf, (0, 0)
    for row, column in np.ndindex(weight.shape[:2]):
        distance = sum((float(a) - float(b)) ** 2 for a, b in zip(x, weight[row, column], strict=True))
        if distance < best:
            best, where = distance, (row, column)
    return where


@right
def by_listing_the_minima(x, weight):
    difference = weight - x
    table = np.einsum("rcd,rcd->rc", difference, difference)
    rows, columns = np.nonzero(table == table.min())
    return rows[0], columns[0]
