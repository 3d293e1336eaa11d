"""Hidden tests of cnn/dynamic_routing."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.cnn.dynamic_routing import dynamic_routing


def sample(rng, size="small"):
    """Every axis has its own length; three rounds, in which the votes move but do not all go to one capsule."""
    return rng.normal(size=(1, 1, 1, 1) if size == "ones" else (2, 5, 3, 4)), 3


def squashed(s):
    length = np.linalg.norm(s, axis=-1, keepdims=True)
    return s * (length / (1 + length**2))


def softmax(b, axis=2):
    e = np.exp(b - b.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def test_one_round(yours, rng):
    """After one round every capsule has divided its vote evenly, and the result is squashed."""
    u_hat = rng.normal(size=(2, 5, 4, 3))
    agree(yours(u_hat, 1), (squashed(u_hat.sum(axis=1) / 4), np.full((2, 5, 4), 0.25)))


def test_two_rounds_on_paper(yours, rng):
    """By hand: votes 2, 0 and 2, 1 lead to capsules 0.8 and 0.2 in the first round, and to logits 1.6, 0 and 1.6, 0.2."""
    first, second = 1 / (1 + np.exp(-1.6)), 1 / (1 + np.exp(-1.4))
    s = np.array([2 * first + 2 * second, 1 - second])
    u_hat = np.array([[[[2.0], [0.0]], [[2.0], [1.0]]]])
    agree(yours(u_hat, 1), (np.array([[[0.8], [0.2]]]), np.full((1, 2, 2), 0.5)))
    c = np.array([[[first, 1 - first], [second, 1 - second]]])
    agree(yours(u_hat, 2), ((s**2 / (1 + s**2)).reshape(1, 2, 1), c))


def test_many_rounds(yours, rng):
    """More rounds go on where the earlier ones left off; without a word about it there are three."""
    u_hat = rng.normal(size=(2, 3, 4, 2))
    for n_iters in (4, 2, 7):
        agree(yours(u_hat, n_iters=n_iters), dynamic_routing(u_hat, n_iters))
    agree(yours(u_hat), dynamic_routing(u_hat, 3))


def test_each_capsule_has_one_vote(yours, rng):
    """The coupling coefficients of a capsule below sum to one over the capsules above."""
    _, c = yours(rng.normal(scale=2.0, size=(2, 5, 3, 4)), 3)
    agree(c.sum(axis=2), np.full((2, 5), 1.0))


def test_agreement_attracts(yours, rng):
    """Three capsules that predict the same face send more and more of their votes there; one that does not, sends less."""
    same, other = np.array([1.5, -1.0]), np.array([-1.2, 0.4])
    u_hat = np.zeros((1, 4, 2, 2))
    u_hat[0, :3, 0], u_hat[0, 3, 0], u_hat[0, :, 1] = same, other, 0.1 * other
    shares = np.stack([yours(u_hat, n_iters)[1][0, :, 0] for n_iters in (1, 2, 3, 4)])
    agree(np.diff(shares, axis=0) > 0, np.tile(np.array([True, True, True, False]), (3, 1)))


def test_images_on_their_own(yours, rng):
    """The votes in one image do not depend on what else is in the batch."""
    u_hat = rng.normal(size=(3, 4, 2, 3))
    v, c = yours(u_hat)
    agree((v[1:2], c[1:2]), dynamic_routing(u_hat[1:2]))


def test_renumbered_capsules(yours, rng):
    """Renumbering the capsules on both sides renumbers the results, and changes nothing else."""
    u_hat = rng.normal(size=(2, 4, 3, 2))
    below, above = [2, 0, 3, 1], [1, 2, 0]
    v, c = dynamic_routing(u_hat)
    agree(yours(u_hat[:, below][:, :, above]), (v[:, above], c[:, below][:, :, above]))


def test_strong_predictions(yours, rng):
    """Very long predictions make very large logits, and coefficients of 0 and 1."""
    u_hat = np.array([[[[3000.0, 0.0], [0.0, 10.0]], [[2000.0, 0.0], [0.0, -20.0]]]])
    agree(yours(u_hat, 2)[1], np.array([[[1.0, 0.0], [1.0, 0.0]]]))


def test_silent_capsules(yours, rng):
    """Where nothing is predicted the capsules are zeros, and the votes stay divided evenly."""
    agree(yours(np.zeros((1, 2, 4, 3))), (np.zeros((1, 4, 3)), np.full((1, 2, 4), 0.25)))


def test_no_round(yours, rng):
    """Fewer than one round raises a ValueError that names n_iters."""
    for n_iters in (0, -1):
        with pytest.raises(ValueError, match="n_iters"):
            yours(np.full((1, 2, 3, 2), 0.5), n_iters)


def route(u_hat, n_iters, over=softmax, squash=squashed, update=lambda b, agreement: b + agreement, measured=squashed):
    """Routing with its parts exchanged."""
    dynamic_routing(u_hat, n_iters)
    b = np.zeros(u_hat.shape[:3], u_hat.dtype)
    for _ in range(n_iters):
        c = over(b)
        s = np.einsum("nij,nijd->njd", c, u_hat)
        b = update(b, np.einsum("nijd,njd->nij", u_hat, measured(s)))
    return squash(s), c


@mistake(
    "The softmax runs over the capsules below. Each of them has one vote: its coefficients sum to one over the capsules above."
)
def lets_capsules_above_choose(u_hat, n_iters=3):
    return route(u_hat, n_iters, over=lambda b: softmax(b, axis=1))


@mistake("The softmax runs over all pairs at once. Take it for each capsule below on its own, over the capsules above.")
def divides_one_vote_among_all(u_hat, n_iters=3):
    return route(u_hat, n_iters, over=lambda b: softmax(b, axis=(1, 2)))


@mistake("The coefficients come from a softmax after the last update: they are not those that made v. Return those of the round.")
def returns_the_next_coefficients(u_hat, n_iters=3):
    return dynamic_routing(u_hat, n_iters)[0], dynamic_routing(u_hat, n_iters + 1)[1]


@mistake("There is one round too many. With n_iters = 1 the votes are divided evenly.")
def does_one_round_more(u_hat, n_iters=3):
    dynamic_routing(u_hat, n_iters)
    return dynamic_routing(u_hat, n_iters + 1)


@mistake("You always do three rounds. The number of rounds is n_iters.")
def always_does_three_rounds(u_hat, n_iters=3):
    dynamic_routing(u_hat, n_iters)
    return dynamic_routing(u_hat, 3)


@mistake("The agreement replaces the logits. Add it to what the earlier rounds have left there.")
def forgets_earlier_rounds(u_hat, n_iters=3):
    return route(u_hat, n_iters, update=lambda b, agreement: agreement)


@mistake("The agreement is subtracted, so capsules turn away from those that they agree with. Add it.")
def turns_away(u_hat, n_iters=3):
    return route(u_hat, n_iters, update=lambda b, agreement: b - agreement)


@mistake("The agreement is measured with s. Squash it first: long vectors would decide everything otherwise.")
def measures_before_squashing(u_hat, n_iters=3):
    return route(u_hat, n_iters, measured=lambda s: s)


@mistake("The agreement is measured with directions of length 1. Use v, whose length says how sure the capsule above is.")
def measures_with_directions(u_hat, n_iters=3):
    return route(u_hat, n_iters, measured=lambda s: s / np.maximum(np.linalg.norm(s, axis=-1, keepdims=True), 1e-300))


@mistake("The capsules are not squashed at the end. Their length is a probability, and cannot be above 1.")
def forgets_the_last_squash(u_hat, n_iters=3):
    return route(u_hat, n_iters, squash=lambda s: s)


@mistake("A capsule is squashed number by number. The length is that of the whole vector, along the last axis.")
def squashes_number_by_number(u_hat, n_iters=3):
    def each(s):
        return s * np.abs(s) / (1 + s**2)

    return route(u_hat, n_iters, squash=each, measured=each)


@mistake("Capsules of length zero become NaN, because you divide by the length. Multiply by length / (1 + length**2) instead.")
def divides_by_zero(u_hat, n_iters=3):
    def divided(s):
        length = np.linalg.norm(s, axis=-1, keepdims=True)
        return length**2 / (1 + length**2) * s / length

    return route(u_hat, n_iters, squash=divided, measured=divided)


@mistake("All images share their logits, because the agreement is averaged over the batch. Route each image on its own.")
def shares_logits_in_the_batch(u_hat, n_iters=3):
    return route(u_hat, n_iters, update=lambda b, agreement: b + agreement.mean(axis=0, keepdims=True))


@mistake("You take the mean over the capsules below. The coefficients are the weights already: sum up.")
def averages_the_predictions(u_hat, n_iters=3):
    def divided(s):
        return squashed(s / u_hat.shape[1])

    return route(u_hat, n_iters, squash=divided, measured=divided)


@mistake("Large logits overflow in the softmax. Subtract the largest logit of each row before you take exponentials.")
def overflows(u_hat, n_iters=3):
    return route(u_hat, n_iters, over=lambda b: np.exp(b) / np.exp(b).sum(axis=2, keepdims=True))


@mistake("With no round at all you return something. There are no capsules then: raise a ValueError that names n_iters.")
def accepts_no_round(u_hat, n_iters=3):
    return dynamic_routing(u_hat, max(n_iters, 1))


@mistake("float32 predictions come back as float64. Make the logits with dtype=u_hat.dtype.")
def returns_float64(u_hat, n_iters=3):
    return tuple(part.astype(np.float64) for part in dynamic_routing(u_hat, n_iters))


@mistake("You weight the predictions in place. Make a new array: the next round, and the caller, need them as they were.")
def overwrites_the_input(u_hat, n_iters=3):
    v, c = dynamic_routing(u_hat, n_iters)
    u_hat *= c[..., None]
    return v, c


@right
def image_by_image(u_hat, n_iters=3):
    if n_iters <= 0:
        raise ValueError("n_iters must be positive")
    capsules, coefficients = [], []
    for u in u_hat:
        b = np.zeros_like(u[:, :, 0])
        for _ in range(n_iters):
            c = np.stack([np.exp(row - max(row)) / np.exp(row - max(row)).sum() for row in b])
            s = np.stack([c[:, k] @ u[:, k] for k in range(u.shape[1])])
            square = (s * s).sum(axis=1, keepdims=True)
            v = np.sqrt(square) * s / (1 + square)
            b = b + np.stack([u[:, k] @ v[k] for k in range(u.shape[1])], axis=1)
        capsules.append(v)
        coefficients.append(c)
    return np.stack(capsules), np.stack(coefficients)


@right
def by_broadcasting(u_hat, n_iters=3):
    if n_iters < 1:
        raise ValueError(f"n_iters = {n_iters}")
    b = 0 * u_hat.sum(axis=3, keepdims=True)
    for number in range(1, n_iters + 1):
        shifted = b - b.max(axis=2, keepdims=True)
        c = np.exp(shifted - np.log(np.exp(shifted).sum(axis=2, keepdims=True)))
        v = squashed((c * u_hat).sum(axis=1))
        if number < n_iters:
            b = b + (u_hat * v[:, None]).sum(axis=3, keepdims=True)
    return v, c[..., 0].copy()
