# verdict: wrong
# mistake: It writes y(1-y) as 1/4 - (y - 1/2)^2, which cancels near 0 and 1: in float32 a y of 1e-8 gives exactly zero.
def sigmoid_backward(grad_output, y):
    centred = y - 0.5
    return grad_output * (0.25 - centred * centred)
