"""Hidden tests of transfer/sgns_loss."""

import math

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.transfer.sgns_loss import sgns_loss

independent = (
    "(lambda f: (f(center, positive, negatives), *torch.func.grad(f, (0, 1, 2))(center, positive, negatives)))"
    "(lambda c, p, n: -F.logsigmoid(p @ c) - F.logsigmoid(-(n @ c)).sum())"
)


def sample(rng, size="small"):
    """One positive and three negative words in four dimensions, with scores of either sign."""
    d, k = (1, 1) if size == "ones" else (4, 3)
    return rng.normal(size=d) + 0.5, rng.normal(size=d), rng.normal(size=(k, d))


def test_scores_of_zero(yours, rng):
    """Where all scores are zero each question costs log 2, and every slope is a half."""
    loss, grad_center, grad_positive, grad_negatives = yours(np.array([2.0, 0.0]), np.array([0.0, 3.0]), np.array([[0.0, 5.0]]))
    agree(loss, 2 * math.log(2))
    agree(grad_center, np.array([0.0, 1.0]))
    agree(grad_positive, np.array([-1.0, 0.0]))
    agree(grad_negatives, np.array([[1.0, 0.0]]))


def test_gradients(yours, rng):
    """The gradients are the derivatives of the loss, by a complex step in each direction."""
    args = sample(rng)

    def loss(c, p, n):
        return np.log1p(np.exp(-(c @ p))) + np.log1p(np.exp(n @ c)).sum()

    want = [np.zeros_like(a) for a in args]
    for number, arg in enumerate(args):
        for index in np.ndindex(arg.shape):
            moved = [a.astype(complex) for a in args]
            moved[number][index] += 1e-30j
            want[number][index] = loss(*moved).imag * 1e30
    agree(yours(*args), (loss(*args), *want))


def test_no_negatives(yours, rng):
    """Without negatives only the first term remains, and their gradient has no rows."""
    loss, grad_center, _, grad_negatives = yours(np.array([1.0, 2.0]), np.array([3.0, -1.0]), np.zeros((0, 2)))
    agree(loss, math.log1p(math.exp(-1)))
    agree(grad_center, np.array([-3.0, 1.0]) / (1 + math.e))
    agree(grad_negatives, np.zeros((0, 2)))


def test_negatives_like_the_positive(yours, rng):
    """A negative that happens to be the positive word, or to be drawn twice, counts like any other."""
    center, positive = np.array([0.5, -1.0]), np.array([2.0, 0.25])
    negatives = np.stack([positive, center, positive])
    agree(yours(center, positive, negatives), sgns_loss(center, positive, negatives))


def test_far_from_zero(yours, rng):
    """Scores of a thousand cost a thousand where the answer is wrong, and nothing becomes infinite or NaN."""
    loss, grad_center, grad_positive, grad_negatives = yours(np.array([-100.0]), np.array([10.0]), np.array([[-10.0], [10.0]]))
    agree(loss, 2000.0)
    agree(grad_center, np.array([-20.0]))
    agree(grad_positive, np.array([100.0]))
    agree(grad_negatives, np.array([[-100.0], [0.0]]))


def test_small_slopes(yours, rng):
    """What is answered well costs little, and the little keeps its digits: at scores of 50 and -50 that is exp(-50) each."""
    little = math.exp(-50)
    loss, grad_center, grad_positive, grad_negatives = yours(np.array([1.0]), np.array([50.0]), np.array([[-50.0]]))
    agree(loss, 2 * little)
    agree(grad_center, np.array([-100 * little]))
    agree(grad_positive, np.array([-little]))
    agree(grad_negatives, np.array([[little]]))


def sigmoid(score):
    return 1 / (1 + np.exp(-score))


def safe_sigmoid(score):
    return np.exp(-np.logaddexp(0, -score))


@mistake("The sign on the negatives is missing: you ask them to be neighbours, too. Their scores enter with a minus.")
def forgets_the_sign_of_the_negatives(center, positive, negatives):
    loss, grad_center, grad_positive, grad_negatives = sgns_loss(center, positive, -negatives)
    return loss, grad_center, grad_positive, -grad_negatives


@mistake("You average over the negatives. Their terms are summed: with more negatives they count more.")
def averages_the_negatives(center, positive, negatives):
    loss, grad_center, grad_positive, grad_negatives = sgns_loss(center, positive, negatives)
    alone, grad_alone = sgns_loss(center, positive, negatives[:0])[:2]
    k = max(1, len(negatives))
    return alone + (loss - alone) / k, grad_alone + (grad_center - grad_alone) / k, grad_positive, grad_negatives / k


@mistake("The gradient of the centre knows the positive word only. The negatives pull at the centre as well: add them up.")
def forgets_the_negatives_in_the_centre(center, positive, negatives):
    loss, _, grad_positive, grad_negatives = sgns_loss(center, positive, negatives)
    return loss, sgns_loss(center, positive, negatives[:0])[1], grad_positive, grad_negatives


@mistake("The gradient of the centre knows the negatives only. The positive word takes part in the sum, too.")
def forgets_the_positive_in_the_centre(center, positive, negatives):
    loss, grad_center, grad_positive, grad_negatives = sgns_loss(center, positive, negatives)
    return loss, grad_center - sgns_loss(center, positive, negatives[:0])[1], grad_positive, grad_negatives


@mistake("Your gradients point downhill, as steps do. Return the derivatives themselves; who takes the step subtracts them.")
def turns_the_sign(center, positive, negatives):
    loss, *grads = sgns_loss(center, positive, negatives)
    return loss, *(-g for g in grads)


@mistake("The sigmoid of a score was rounded to 0 or 1 before its logarithm. Use the softplus of the score, with logaddexp.")
def takes_the_logarithm_of_a_sigmoid(center, positive, negatives):
    _, *grads = sgns_loss(center, positive, negatives)
    return -np.log(sigmoid(center @ positive)) - np.log(sigmoid(-(negatives @ center))).sum(), *grads


@mistake("You add a small number inside the logarithm to be safe. That bends the loss: use the softplus of the score instead.")
def adds_a_small_number(center, positive, negatives):
    _, *grads = sgns_loss(center, positive, negatives)
    score, scores = center @ positive, negatives @ center
    return -np.log(safe_sigmoid(score) + 1e-8) - np.log(safe_sigmoid(-scores) + 1e-8).sum(), *grads


@mistake("A sigmoid near 1 minus 1 has lost its digits. It equals minus the sigmoid of minus the score, which keeps them.")
def subtracts_from_one(center, positive, negatives):
    loss, grad_center, _, grad_negatives = sgns_loss(center, positive, negatives)
    slope = safe_sigmoid(center @ positive) - 1
    return loss, grad_center + slope * positive - sgns_loss(center, positive, negatives[:0])[1], slope * center, grad_negatives


@mistake("This is a softmax over the positive word and the negatives. Negative sampling asks K + 1 separate yes-or-no questions.")
def uses_a_softmax(center, positive, negatives):
    words = np.concatenate([positive[None], negatives])
    scores = words @ center
    shifted = scores - scores.max()
    p = np.exp(shifted) / np.exp(shifted).sum()
    loss = np.log(np.exp(shifted).sum()) - shifted[0]
    p[0] -= 1
    return loss, p @ words, p[0] * center, np.outer(p[1:], center)


@mistake("The gradients of the context words and of the centre are exchanged. Each word's gradient is a number times the centre.")
def exchanges_the_vectors(center, positive, negatives):
    loss, grad_center, _, _ = sgns_loss(center, positive, negatives)
    slope, slopes = -safe_sigmoid(-(center @ positive)), safe_sigmoid(negatives @ center)
    return loss, grad_center, slope * positive, slopes[:, None] * negatives


@mistake("A float32 input comes back as float64. Do not convert the inputs.")
def returns_float64(center, positive, negatives):
    return sgns_loss(center.astype(np.float64), positive.astype(np.float64), negatives.astype(np.float64))


@right
def by_cases(center, positive, negatives):
    """All questions alike, with a sign for each, and the exponential of what is negative only."""
    words = np.concatenate([positive[np.newaxis], negatives])
    sign = np.full(len(words), -1, center.dtype)
    sign[0] = 1
    s = sign * (words @ center)
    e = np.exp(-np.abs(s))
    slopes = -sign * np.where(s < 0, 1, e) / (1 + e)
    loss = (np.maximum(-s, 0) + np.log1p(e)).sum()
    grads = slopes[:, None] * center
    return loss, np.einsum("k,kd->d", slopes, words), grads[0].copy(), grads[1:].copy()


@right
def question_by_question(center, positive, negatives):
    def softplus(s):
        return s + math.log1p(math.exp(-s)) if s > 0 else math.log1p(math.exp(s))

    score = float(positive @ center)
    loss, slope = softplus(-score), -math.exp(-softplus(score))
    grad_center, grad_negatives = slope * positive, np.zeros_like(negatives)
    for k, word in enumerate(negatives):
        score = float(word @ center)
        loss += softplus(score)
        grad_center = grad_center + math.exp(-softplus(-score)) * word
        grad_negatives[k] = math.exp(-softplus(-score)) * center
    return loss, grad_center, slope * center, grad_negatives
