# verdict: passed
# style: the formula in one line
def sigmoid_backward(grad_output, y):
    return grad_output * y * (1 - y)
