"""Hidden tests of boltzmann/som_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.som_step import som_step

independent = (
    "(lambda grid, d: torch.lerp(weight, x.expand_as(weight), lr * torch.exp(-(torch.cdist(grid, grid[d.argmin()][None]) / "
    "sigma) ** 2 / 2).reshape(*weight.shape[:2], 1)))(torch.stack(torch.meshgrid(*[torch.arange(n) for n in weight.shape[:2]], "
    "indexing='ij'), -1).reshape(-1, 2).to(weight), torch.linalg.vector_norm(weight - x, dim=-1).flatten())"
)


def sample(rng, size="small"):
    """A map of four rows and three columns whose winner sits off the diagonal, or a map of one unit."""
    if size == "ones":
        return rng.normal(size=1), rng.normal(size=(1, 1, 1)), 0.25, 1.5
    weight = rng.normal(size=(4, 3, 2)) * 3
    return weight[3, 1] + 0.1 * rng.normal(size=2), weight, 0.25, 1.5


def test_by_hand(yours):
    """On a map of two by two, two units are one step away from the winner and one is two steps around the corner."""
    weight = np.array([[[1.0], [9.0]], [[5.0], [-7.0]]])
    sigma = np.sqrt(-0.5 / np.log(0.7)).item()  # for a share of 0.7 at one step, and of 0.49 around the corner
    agree(yours(np.array([10.0]), weight, 0.5, sigma), np.array([[[4.15], [9.5]], [[6.225], [-1.05]]]))


def test_distance_on_the_sheet(yours):
    """How much a unit learns depends on its place: two units with the same prototype move by different amounts."""
    weight = np.array([[[0.0], [8.0], [8.0], [8.0]]])
    got = yours(np.array([0.0]), weight, 1.0, 1.0)
    agree(got, np.array([[[0.0], [8 - 8 * np.exp(-0.5)], [8 - 8 * np.exp(-2.0)], [8 - 8 * np.exp(-4.5)]]]))


def test_borders(yours):
    """The first and the last column are far apart: the sheet does not wrap around."""
    weight = np.array([[[0.0], [8.0], [8.0]], [[8.0], [8.0], [8.0]], [[8.0], [8.0], [8.0]]])
    moved = 8 * np.exp(-np.array([[0.0, 1.0, 4.0], [1.0, 2.0, 5.0], [4.0, 5.0, 8.0]]) / 8)
    agree(yours(np.array([0.0]), weight, 1.0, 2.0), weight - moved[..., None] * (weight > 0))


@pytest.mark.parametrize("sigma", [1e-3, 1e-200])
def test_tiny_radius(yours, rng, sigma):
    """With a tiny radius the winner moves alone, and nothing becomes NaN."""
    x, weight, lr, _ = sample(rng)
    want = weight.copy()
    want[3, 1] += lr * (x - weight[3, 1])
    agree(yours(x, weight, lr, sigma), want)


def test_huge_radius(yours, rng):
    """With a huge radius all prototypes move by the same share."""
    x, weight, lr, _ = sample(rng)
    agree(yours(x, weight, lr, 1e9), weight + lr * (x - weight))


def test_learning_rate(yours, rng):
    """A rate of 0 moves nothing, and a rate of 1 takes the winner to the input."""
    x, weight, _, sigma = sample(rng)
    agree(yours(x, weight, 0.0, sigma), weight, exact=True)
    got = yours(x, weight, 1.0, sigma)
    agree(got, som_step(x, weight, 1.0, sigma))
    agree(got[3, 1], x)


def test_ties(yours):
    """Of equally near prototypes the first one wins, row by row."""
    weight = np.array([[[6.0], [9.0]], [[2.0], [9.0]], [[6.0], [2.0]]])
    want = weight.copy()
    want[0, 0] = 5.0
    agree(yours(np.array([4.0]), weight, 0.5, 0.01), want)


def test_bad_radius(yours, rng):
    """A radius of 0 or below raises a ValueError that names sigma."""
    x, weight, lr, sigma = sample(rng)
    agree(yours(x, weight, lr, sigma), som_step(x, weight, lr, sigma))
    for bad in (-1.0, 0.0):
        with pytest.raises(ValueError, match="sigma"):
            yours(x, weight, lr, bad)


def winner(x, weight):
    table = ((weight - x) ** 2).sum(-1)
    return np.unravel_index(table.argmin(), table.shape)


def offsets(x, weight):
    """How many rows and columns each unit is away from the winner."""
    row, column = winner(x, weight)
    rows, columns = np.indices(weight.shape[:2]).astype(weight.dtype)
    return rows - row, columns - column


def move(x, weight, lr, neighbourhood):
    return weight + lr * neighbourhood[..., None].astype(weight.dtype) * (x - weight)


def squared_steps(x, weight):
    r, c = offsets(x, weight)
    return r**2 + c**2


@mistake("Your neighbourhood goes by the distance of the prototypes. It goes by the distance of the units on the sheet.")
def measures_in_the_data(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    to_the_winner = ((weight - weight[winner(x, weight)]) ** 2).sum(-1)
    return move(x, weight, lr, np.exp(-to_the_winner / sigma / sigma / 2))


@mistake("Only the winner moves. That is k-means in small steps: without the neighbours there is no map.")
def moves_the_winner_alone(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, (squared_steps(x, weight) == 0).astype(float))


@mistake("All prototypes move by the same share. Multiply by the neighbourhood, which falls off on the sheet.")
def moves_all_alike(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return weight + lr * (x - weight)


@mistake("The factor 2 is missing below the fraction line. The exponent is the squared distance divided by two sigma squared.")
def forgets_the_two(x, weight, lr, sigma):
    return som_step(x, weight, lr, sigma / np.sqrt(2).item())


@mistake("Your sigma is not squared. The exponent is the squared distance divided by two sigma squared.")
def forgets_to_square_sigma(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, np.exp(-squared_steps(x, weight) / (2 * sigma)))


@mistake("The distance on the sheet is not squared. The neighbourhood is a Gaussian: square the distance.")
def forgets_to_square_the_distance(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, np.exp(-np.sqrt(squared_steps(x, weight)) / sigma / sigma / 2))


@mistake("You add up the steps along rows and columns before you square. Square each of the two, and add up then.")
def walks_around_the_block(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    r, c = offsets(x, weight)
    return move(x, weight, lr, np.exp(-(((abs(r) + abs(c)) / sigma) ** 2) / 2))


@mistake("You count the larger of the steps along rows and columns only. Square both and add them up.")
def walks_like_a_king(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    r, c = offsets(x, weight)
    return move(x, weight, lr, np.exp(-((np.maximum(abs(r), abs(c)) / sigma) ** 2) / 2))


@mistake("Your sheet wraps around, so that its first and last column are neighbours. It has borders: take plain differences.")
def wraps_around(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    r, c = (np.minimum(abs(o), n - abs(o)) for o, n in zip(offsets(x, weight), weight.shape, strict=False))
    return move(x, weight, lr, np.exp(-((r / sigma) ** 2) / 2 - (c / sigma) ** 2 / 2))


@mistake("Your neighbourhood is a disc: full share inside sigma and none outside. It falls off smoothly, like a Gaussian.")
def takes_a_disc(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    return move(x, weight, lr, (np.sqrt(squared_steps(x, weight)) <= sigma).astype(float))


@mistake("Your neighbourhood adds up to 1, so that the winner hardly moves. It is 1 for the winner itself: do not divide it.")
def normalizes_the_neighbourhood(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    h = np.exp(-squared_steps(x, weight) / sigma / sigma / 2)
    return move(x, weight, lr, h / h.sum())


@mistake("The prototypes move away from the input. Add a share of x - w, not of w - x.")
def moves_away(x, weight, lr, sigma):
    return som_step(x, weight, -lr, sigma)


@mistake("The learning rate is missing: the winner jumps onto the input. Multiply the step by lr.")
def ignores_the_learning_rate(x, weight, lr, sigma):
    return som_step(x, weight, 1.0, sigma)


@mistake("Row and column of the winner have changed places. The first axis of the weight is the row.")
def swaps_row_and_column(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    column, row = winner(x, weight)
    r, c = np.indices(weight.shape[:2])
    return move(x, weight, lr, np.exp(-(((r - row) / sigma) ** 2 + ((c - column) / sigma) ** 2) / 2))


@mistake("The winner is the unit with the largest scalar product. It should be the one with the nearest prototype.")
def lets_long_prototypes_win(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    row, column = np.unravel_index((weight @ x).argmax(), weight.shape[:2])
    r, c = np.indices(weight.shape[:2])
    return move(x, weight, lr, np.exp(-(((r - row) / sigma) ** 2 + ((c - column) / sigma) ** 2) / 2))


@mistake("The square of a tiny sigma is rounded to 0, and the winner becomes NaN. Divide by sigma first, and square then.")
def divides_zero_by_zero(x, weight, lr, sigma):
    som_step(x, weight, lr, sigma)
    with np.errstate(all="ignore"):
        return move(x, weight, lr, np.exp(-squared_steps(x, weight) / (2 * sigma**2)))


@mistake("A radius of 0 or below passes unnoticed. Raise a ValueError that names sigma.")
def checks_nothing(x, weight, lr, sigma):
    return som_step(x, weight, lr, abs(sigma) or 1e-9)


@mistake("You change the prototypes of the caller. Return new ones: no += on an argument.")
def overwrites_weight(x, weight, lr, sigma):
    weight[...] = som_step(x, weight, lr, sigma)
    return weight


@mistake(
    "float32 prototypes come back as float64. Rows and columns are integers: give the neighbourhood the dtype of the weight."
)
def returns_float64(x, weight, lr, sigma):
    return som_step(x, weight, lr, sigma).astype(np.float64)


@right
def unit_by_unit(x, weight, lr, sigma):
    if sigma <= 0:
        raise ValueError("sigma")
    row, column = winner(x, weight)
    new = weight.copy()
    for r, c in np.ndindex(weight.shape[:2]):
        h = np.exp(-((((r - row) / sigma) ** 2 + ((c - column) / sigma) ** 2) / 2)) if (r, c) != (row, column) else 1.0
        new[r, c] += (lr * float(h) * (x - weight[r, c])).astype(weight.dtype)
    return new


@right
def by_one_gaussian_for_each_axis(x, weight, lr, sigma):
    if sigma <= 0:
        raise ValueError("bad sigma")
    place = winner(x, weight)
    with np.errstate(over="ignore"):
        along = [np.exp(-0.5 * ((np.arange(n) - at) / sigma) ** 2) for n, at in zip(weight.shape, place, strict=False)]
    share = (lr * np.outer(*along)).astype(weight.dtype)[..., None]
    return (1 - share) * weight + share * x


@right
def with_complex_places(x, weight, lr, sigma):
    if not sigma > 0:
        raise ValueError("sigma has to be positive")
    r, c = offsets(x, weight)
    with np.errstate(over="ignore"):
        h = np.exp(-((np.abs(r + 1j * c) / sigma) ** 2) / 2)
    return weight + np.einsum("rc,rcd->rcd", (lr * h).astype(weight.dtype), x - weight)
