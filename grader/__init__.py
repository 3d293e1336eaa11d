"""gradlings: small exercises that get you used to writing and defending deep-learning code.

This package is the engine.  Authors import from `grader.authoring`; everything else is reached through
pytest (`pytest exercises/convolution`) or the command line (`gradlings --help`).
"""

__version__ = "0.1.0"
