# verdict: wrong
# mistake: The image is cast to float32, so a float64 start gives a result of another dtype and loses its digits.
import torch


def activation_maximization(grad_f, x0, lr, n_steps, l2=0.0):
    image = x0.detach().clone().float()
    for step in range(n_steps):
        gradient = grad_f(image).float()
        image = image + lr * (gradient - 2 * l2 * image)
    return image
