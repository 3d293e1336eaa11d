"""Hidden tests of boltzmann/cd1_step."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.boltzmann.cd1_step import cd1_step, sigmoid

# The free energies of data and dream, averaged: contrastive divergence follows the gradient of their difference.
independent = (
    "(lambda d, F: tuple(p + lr * g for p, g in zip((weight, visible_bias, hidden_bias), torch.autograd.grad("
    "F(visible) - F(d), (weight, visible_bias, hidden_bias), create_graph=True))))("
    "(visible_uniforms < torch.sigmoid((hidden_uniforms < torch.sigmoid(visible @ weight.T + hidden_bias)).to(weight) @ weight "
    "+ visible_bias)).to(weight), "
    "lambda v: (v @ visible_bias + torch.nn.functional.softplus(v @ weight.T + hidden_bias).sum(-1)).mean())"
)


def sample(rng, size="small"):
    """Six examples of four visible units, and three hidden units."""
    n, v, h = (1, 1, 1) if size == "ones" else (6, 4, 3)
    visible = rng.integers(0, 2, (n, v)).astype(float)
    return visible, rng.normal(size=(h, v)), rng.normal(size=v), rng.normal(size=h), rng.random((n, h)), rng.random((n, v)), 0.5


def test_by_hand(yours):
    """One example of (1, 0): the hidden unit comes on with odds of 3, and the reconstruction is (1, 1)."""
    weight, b, c = np.log(np.array([[3.0, 5.0]])), np.log(np.array([1.0, 0.2])), np.array([0.0])
    got = yours(np.array([[1.0, 0.0]]), weight, b, c, np.array([[0.7]]), np.array([[0.74, 0.49]]), 2.0)
    up, again = 3 / 4, 15 / 16
    agree(got, (weight + 2 * np.array([[up - again, -again]]), b + np.array([0.0, -2.0]), c + 2 * (up - again)))


def test_perfect_reconstruction(yours, rng):
    """Where the reconstruction is the data, there is nothing to learn, and no learning with a rate of 0 either."""
    visible = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    weight, b, c = rng.normal(size=(2, 3)), rng.normal(size=3), rng.normal(size=2)
    draws = rng.random((2, 2)), np.where(visible == 1, 0.0, 0.9999999)
    agree(yours(visible, weight, b, c, *draws, 0.5), (weight, b, c))
    agree(yours(visible, weight, b, c, rng.random((2, 2)), rng.random((2, 3)), 0.0), (weight, b, c))


def test_states_go_down(yours):
    """The reconstruction hears hidden units that are on or off: one with a probability of a half is heard fully or not at all."""
    weight, b, c = np.array([[8.0, -8.0]]), np.array([-4.0, 4.0]), np.array([-4.0])
    visible, draws = np.array([[0.5, 0.0], [0.5, 0.0]]), np.array([[0.5, 0.5], [0.5, 0.5]])
    got = yours(visible, weight, b, c, np.array([[0.49], [0.51]]), draws, 1.0)
    ends = sigmoid(np.array([4.0, -12.0]))  # of the examples whose hidden unit was on, and off
    agree(got, (weight + np.array([[0.25, 0.0]]) - ends / 2, b + np.array([0.0, -0.5]), c + 0.5 - ends.mean()))


def test_batch_mean(yours, rng):
    """The update is a mean over the examples: the same batch three times over gives the same update."""
    visible, weight, b, c, u_h, u_v, lr = sample(rng)
    thrice = [np.repeat(a, 3, axis=0) for a in (visible, u_h, u_v)]
    agree(yours(thrice[0], weight, b, c, *thrice[1:], lr), cd1_step(visible, weight, b, c, u_h, u_v, lr))


def test_draws_equal_to_the_probability(yours):
    """A draw that equals the probability leaves a unit off: with sums of zero and draws of one half all stays dark."""
    args = np.array([[1.0, 0.0]]), np.array([[4.0, 6.0]]), np.zeros(2), np.array([-4.0])
    got = yours(*args, np.array([[0.5]]), np.array([[0.5, 0.5]]), 1.0)
    agree(got, (np.array([[4.5, 6.0]]), np.array([1.0, 0.0]), -3.5 - sigmoid(np.array([-4.0]))))


def test_follows_the_likelihood(yours, rng):
    """Over many draws, the update points where the exact gradient of the likelihood points, by and large."""
    data = np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    weight, b, c = 0.3 * rng.normal(size=(2, 3)), 0.3 * rng.normal(size=3), np.array([0.1, -0.2])
    args = np.repeat(data, 200, axis=0), weight, b, c, rng.random((400, 2)), rng.random((400, 3)), 1.0
    got = yours(*args)
    agree(got, cd1_step(*args))
    v = (np.arange(8)[:, None] >> np.arange(3) & 1).astype(float)
    likely = np.exp(v @ b + np.logaddexp(0, v @ weight.T + c).sum(1))
    model = (sigmoid(v @ weight.T + c).T * likely) @ v / likely.sum()
    exact = sigmoid(data @ weight.T + c).T @ data / 2 - model
    mine = got[0] - weight
    agree(bool((mine * exact).sum() > 0.7 * np.linalg.norm(mine) * np.linalg.norm(exact)), True)


def test_large_sums(yours):
    """Sums of 2000 in either direction overflow nothing."""
    weight, b, c = np.array([[2000.0, -2000.0]]), np.array([1000.0, 3000.0]), np.array([0.0])
    got = yours(np.array([[1.0, 0.0]]), weight, b, c, np.array([[0.9]]), np.array([[0.9, 0.1]]), 8.0)
    agree(got, (weight + np.array([[4.0, -4.0]]), b + np.array([0.0, -8.0]), c + 4.0))


def chain(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms):
    """The stops of the chain: p, h, the probabilities of v', v' itself, p'."""
    p = sigmoid(visible @ weight.T + hidden_bias)
    h = (hidden_uniforms < p).astype(p.dtype)
    q = sigmoid(h @ weight + visible_bias)
    dream = (visible_uniforms < q).astype(p.dtype)
    return p, h, q, dream, sigmoid(dream @ weight.T + hidden_bias)


def update(args, up, data, again, dream):
    """The update with these averages."""
    _, weight, visible_bias, hidden_bias, _, _, lr = args
    return (
        weight + lr * (up.T @ data - again.T @ dream) / len(data),
        visible_bias + lr * (data - dream).mean(0),
        hidden_bias + lr * (up - again).mean(0),
    )


@mistake("The signs are turned round: you make the data less likely. Add what the data say, and subtract the reconstruction.")
def descends(*args):
    return cd1_step(*args[:-1], -args[-1])


@mistake("You sum over the batch. Take the mean: divide by the number of examples.")
def sums_over_the_batch(*args):
    return cd1_step(*args[:-1], len(args[0]) * args[-1])


@mistake("The mean is taken for the weight only. The biases are updated by a mean over the examples, too.")
def sums_for_the_biases(*args):
    return cd1_step(*args)[:1] + sums_over_the_batch(*args)[1:]


@mistake("The learning rate is missing. Multiply all three updates by lr.")
def ignores_the_learning_rate(*args):
    return cd1_step(*args[:-1], 1.0)


@mistake("You count hidden states in the first average. Use the probabilities there: less noise. The states only drive v'.")
def counts_hidden_states(*args):
    _, h, _, dream, again = chain(*args[:-1])
    return update(args, h, args[0], again, dream)


@mistake("The hidden probabilities drive your reconstruction. Throw the coins first: h is 0 or 1 by its draw.")
def drives_with_probabilities(*args):
    visible, weight, visible_bias, hidden_bias, _, visible_uniforms, _ = args
    p = sigmoid(visible @ weight.T + hidden_bias)
    dream = (visible_uniforms < sigmoid(p @ weight + visible_bias)).astype(p.dtype)
    return update(args, p, visible, sigmoid(dream @ weight.T + hidden_bias), dream)


@mistake("Your reconstruction holds probabilities. Here v' is a state: compare the probabilities with visible_uniforms.")
def reconstructs_with_probabilities(*args):
    p, _, q, _, _ = chain(*args[:-1])
    return update(args, p, args[0], sigmoid(q @ args[1].T + args[3]), q)


@mistake("You draw the hidden units once more at the end. There the probabilities p' enter the average, and no draw is left.")
def draws_once_more(*args):
    p, _, _, dream, again = chain(*args[:-1])
    return update(args, p, args[0], (args[4] < again).astype(p.dtype), dream)


@mistake(
    "Only the data are learnt: the second average is missing. Subtract what the reconstruction says, or weights grow for ever."
)
def forgets_the_reconstruction(*args):
    p = chain(*args[:-1])[0]
    return update(args, p, args[0], 0 * p, 0 * args[0])


@mistake("The second average has the hidden units of the data. Go up once more, from the reconstruction, and use p'.")
def does_not_go_up_again(*args):
    p, _, _, dream, _ = chain(*args[:-1])
    return update(args, p, args[0], p, dream)


@mistake("The biases stay as they were. They are updated as well, by the mean differences of visible and of hidden units.")
def leaves_the_biases(*args):
    return cd1_step(*args)[0], args[2].copy(), args[3].copy()


@mistake("The biases have changed places in your result. Return weight, visible bias, hidden bias.")
def returns_hidden_bias_first(*args):
    weight, visible_bias, hidden_bias = cd1_step(*args)
    return weight, hidden_bias, visible_bias


@mistake("You switch on where the draw is above the probability. A uniform number lies below p with probability p.")
def compares_the_wrong_way(*args):
    return cd1_step(*args[:4], *(np.nextafter(1 - u, 0) for u in args[4:6]), args[-1])


@mistake("A draw that equals the probability switches the unit on. Compare with <, not with <=.")
def counts_equality(*args):
    return cd1_step(*args[:4], *(np.nextafter(u, -1) for u in args[4:6]), args[-1])


@mistake("You update the weight before you compute the reconstruction. Use the old weight and biases throughout.")
def updates_in_between(*args):
    visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr = args
    p = sigmoid(visible @ weight.T + hidden_bias)
    new = weight + lr * p.T @ visible / len(visible)
    _, _, _, dream, again = chain(visible, new, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms)
    return update(args, p, visible, again, dream)


@mistake("Your sigmoid overflows: infinity divided by infinity is NaN. Use an exponential of a negative number.")
def overflows(*args):
    result = cd1_step(*args)
    sums = args[0] @ args[1].T + args[3]
    return tuple(r + 0 * (np.exp(sums) / (1 + np.exp(sums))).mean() for r in result)


@mistake("You change the parameters of the caller. Return new arrays: no += on an argument.")
def overwrites_weight(*args):
    result = cd1_step(*args)
    args[1][...] = result[0]
    return result


@mistake("float32 parameters come back as float64. Keep their dtype: give the states that dtype, too.")
def returns_float64(*args):
    return tuple(r.astype(np.float64) for r in cd1_step(*args))


@right
def example_by_example(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    new = [weight.copy(), visible_bias.copy(), hidden_bias.copy()]
    for v, u_h, u_v in zip(visible, hidden_uniforms, visible_uniforms, strict=True):
        p = sigmoid(weight @ v + hidden_bias)
        dream = np.where(u_v < sigmoid(np.where(u_h < p, 1, 0).astype(v.dtype) @ weight + visible_bias), 1, 0).astype(v.dtype)
        again = sigmoid(weight @ dream + hidden_bias)
        new[0] += lr * (np.outer(p, v) - np.outer(again, dream)) / len(visible)
        new[1] += lr * (v - dream) / len(visible)
        new[2] += lr * (p - again) / len(visible)
    return tuple(new)


@right
def with_the_biases_in_one_matrix(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    full = np.block([[weight, hidden_bias[:, None]], [visible_bias[None], np.zeros((1, 1), dtype=weight.dtype)]])
    one = np.ones((len(visible), 1), dtype=weight.dtype)

    def up(v):
        return np.hstack([sigmoid(np.hstack([v, one]) @ full[:-1].T), one])

    p = up(visible)
    h = np.hstack([hidden_uniforms < p[:, :-1], one])
    dream = (visible_uniforms < sigmoid(h.astype(weight.dtype) @ full[:, :-1])).astype(weight.dtype)
    change = p.T @ np.hstack([visible, one]) - up(dream).T @ np.hstack([dream, one])
    full = full + lr / len(visible) * change
    return full[:-1, :-1].copy(), full[-1, :-1].copy(), full[:-1, -1].copy()


@right
def by_einsum(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    p, _, _, dream, again = chain(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms)
    share = lr / len(visible)
    change = np.einsum("nj,ni->ji", p, visible) - np.einsum("nj,ni->ji", again, dream)
    return weight + share * change, visible_bias + share * (visible - dream).sum(0), hidden_bias + share * (p - again).sum(0)
