"""Hidden tests of backpropagation/dense_backward."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.backpropagation.dense_backward import dense_backward

independent = "torch.func.vjp(torch.nn.functional.linear, x, weight, weight[:, 0])[1](grad_output)"


def sample(rng, size="small"):
    """Samples, inputs and neurons differ in number."""
    n, i, o = (1, 1, 1) if size == "ones" else (4, 3, 2)
    return rng.normal(size=(n, o)), rng.normal(size=(n, i)), rng.normal(size=(o, i))


def whole_numbers(rng, n, i, o):
    """Small integers as floats: all sums are exact."""
    return tuple(rng.integers(-9, 10, shape).astype(float) for shape in [(n, o), (n, i), (o, i)])


def test_single_sample(yours):
    """For a batch of one the gradient of the weight is an outer product: delta of the neuron times input."""
    dx, dweight, dbias = yours(np.array([[2.0, -3.0]]), np.array([[5.0, 7.0, 1.0]]), np.array([[1.0, 0.0, 4.0], [2.0, 3.0, 0.0]]))
    agree(dx, np.array([[-4.0, -9.0, 8.0]]), exact=True)
    agree(dweight, np.array([[10.0, 14.0, 2.0], [-15.0, -21.0, -3.0]]), exact=True)
    agree(dbias, np.array([2.0, -3.0]), exact=True)


def test_square_weight(yours):
    """With as many inputs as neurons, where no shape gives a slip away, each gradient stands the right way round."""
    dx, dweight, dbias = yours(
        np.array([[1.0, 10.0], [0.0, 0.0]]), np.array([[2.0, 3.0], [8.0, 9.0]]), np.array([[1.0, 2.0], [4.0, 7.0]])
    )
    agree(dx, np.array([[41.0, 72.0], [0.0, 0.0]]), exact=True)
    agree(dweight, np.array([[2.0, 3.0], [20.0, 30.0]]), exact=True)
    agree(dbias, np.array([1.0, 10.0]), exact=True)


def test_half_batches_add_up(yours, rng):
    """The gradients of weight and bias over a batch are the sums of those over its two halves."""
    grad_output, x, weight = whole_numbers(rng, 6, 4, 3)
    whole = yours(grad_output, x, weight)
    first, second = yours(grad_output[:2], x[:2], weight), yours(grad_output[2:], x[2:], weight)
    agree(whole[1], first[1] + second[1], exact=True)
    agree(whole[2], first[2] + second[2], exact=True)


def test_samples_keep_to_themselves(yours, rng):
    """Row n of the gradient by x depends on sample n alone: one without a gradient from above gets none."""
    grad_output, x, weight = whole_numbers(rng, 5, 3, 2)
    grad_output[3] = 0
    dx = yours(grad_output, x, weight)[0]
    agree(dx[3], np.zeros(3), exact=True)
    agree(dx[4], grad_output[4, 0] * weight[0] + grad_output[4, 1] * weight[1], exact=True)


def test_predicts_the_change(yours, rng):
    """Change inputs, weights or biases, and the loss changes by gradient times change, exactly: the layer is linear."""
    grad_output, x, weight = whole_numbers(rng, 5, 4, 3)
    _, more_x, more_weight = whole_numbers(rng, 5, 4, 3)
    dx, dweight, dbias = yours(grad_output, x, weight)
    agree(float(np.sum(dx * more_x)), float(np.sum(grad_output * (more_x @ weight.T))), exact=True)
    agree(float(np.sum(dweight * more_weight)), float(np.sum(grad_output * (x @ more_weight.T))), exact=True)
    agree(float(dbias @ np.array([2.0, -1.0, 3.0])), float(np.sum(grad_output * np.array([2.0, -1.0, 3.0]))), exact=True)


@mistake("The gradient of the weight is transposed. The weight is (out, in), and its gradient has the same layout.")
def transposes_dweight(grad_output, x, weight):
    dx, dweight, dbias = dense_backward(grad_output, x, weight)
    return dx, dweight.T.copy(), dbias


@mistake(
    "On the way back you multiply by the transposed weight. The forward pass had weight.T; the way back goes through weight "
    "itself."
)
def goes_back_through_the_transpose(grad_output, x, weight):
    return grad_output @ weight.T, grad_output.T @ x, np.sum(grad_output, axis=0)


@mistake("The gradient of the bias has a row for each sample. One bias serves all samples: add up grad_output over the batch.")
def keeps_dbias_per_sample(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.copy()


@mistake("The gradient of the bias is added up over the neurons. Each neuron has its own bias: add up over the batch, axis 0.")
def sums_dbias_over_the_neurons(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, np.sum(grad_output, axis=1)


@mistake("The gradient of the bias has an axis too many: it is (1, out). The bias is (out,): sum without keeping the axis.")
def keeps_an_axis_of_dbias(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, np.sum(grad_output, axis=0, keepdims=True)


@mistake(
    "You divide by the size of the batch. If the loss is a mean, grad_output has that factor already: add up over the batch."
)
def divides_by_the_batch_size(grad_output, x, weight):
    dx, dweight, dbias = dense_backward(grad_output, x, weight)
    return dx, dweight / len(x), dbias / len(x)


@mistake("The gradient of the bias is a mean over the batch. It is the sum, as for the weight: a mean's 1/N is in grad_output.")
def averages_dbias(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, np.mean(grad_output, axis=0)


@mistake(
    "The gradients of weight and bias come from the last sample alone: your loop assigns, where it has to add to what is there."
)
def keeps_the_last_sample_only(grad_output, x, weight):
    _, dweight, dbias = dense_backward(grad_output[-1:], x[-1:], weight)
    return grad_output @ weight, dweight, dbias


@mistake("The gradient by x lacks the gradient from above: these are the slopes of the layer alone. Multiply by grad_output.")
def drops_grad_output_in_dx(grad_output, x, weight):
    return np.ones_like(grad_output) @ weight, grad_output.T @ x, np.sum(grad_output, axis=0)


@mistake("The gradients stand in another order. First comes the one by x, then the one by weight, last the one by the bias.")
def returns_dx_last(grad_output, x, weight):
    dx, dweight, dbias = dense_backward(grad_output, x, weight)
    return dweight, dbias, dx


@mistake(
    "You take a step with the weights. Backpropagation computes gradients and changes nothing: moving the weights is the "
    "optimiser's business."
)
def updates_the_weight(grad_output, x, weight):
    dx, dweight, dbias = dense_backward(grad_output, x, weight)
    weight -= 0.01 * dweight
    return dx, dweight, dbias


@mistake("The gradients are float64 whatever the inputs are. Allocate results with the dtype of x: float32 stays float32.")
def returns_float64(grad_output, x, weight):
    return tuple(np.float64(gradient) for gradient in dense_backward(grad_output, x, weight))


@right
def with_einsum(grad_output, x, weight):
    dx = np.einsum("no,oi->ni", grad_output, weight)
    return dx, np.einsum("no,ni->oi", grad_output, x), np.einsum("no->o", grad_output)


@right
def sample_by_sample(grad_output, x, weight):
    dx, dweight, dbias = np.zeros_like(x), np.zeros_like(weight), np.zeros_like(weight[:, 0])
    for n, delta in enumerate(grad_output):
        dx[n] = weight.T @ delta
        dweight += np.outer(delta, x[n])
        dbias += delta
    return dx, dweight, dbias


@right
def bias_as_one_more_input(grad_output, x, weight):
    inputs = np.concatenate([x, np.ones_like(x[:, :1])], axis=1)
    both = np.tensordot(grad_output, inputs, axes=(0, 0))
    return [np.dot(weight.T, grad_output.T).T, both[:, :-1].copy(), both[:, -1].copy()]
