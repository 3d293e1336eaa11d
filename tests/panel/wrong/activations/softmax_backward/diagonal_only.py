# verdict: wrong
# mistake: It uses only the diagonal y(1-y) of the Jacobian, as if softmax worked element by element.
# told: uses_the_diagonal_only
def softmax_backward(grad_output, y, dim=-1):
    return grad_output * y * (1 - y)
