# verdict: wrong
# mistake: The slope is computed in place in y, so the stored output of the forward pass is destroyed.
# told: overwrites_y
def sigmoid_backward(grad_output, y):
    slope = y
    slope *= 1 - y
    return grad_output * slope
