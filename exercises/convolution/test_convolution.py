import pytest


@pytest.mark.exercise("convolution/conv2d")
def test_conv2d(check):
    check()
