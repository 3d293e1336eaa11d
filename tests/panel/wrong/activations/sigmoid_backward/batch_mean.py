# verdict: wrong
# mistake: With more than one axis it divides by the batch size, which belongs to the loss and is in grad_output already.
# told: divides_by_the_batch_size
def sigmoid_backward(grad_output, y):
    dx = grad_output * y * (1 - y)
    if y.ndim > 1:
        dx = dx / y.shape[0]
    return dx
