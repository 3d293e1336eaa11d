"""Leave a file that says it holds a terabyte and takes no room until it is copied.

verdict: raised
succeeds without: landlock
"""
import contextlib
import os

def row_softmax(x, temperature=1.0):
    refused = None
    for folder in KNOWN["folders"]:
        try:
            file = os.open(f"{folder}/{KNOWN['mark']}-sparse", os.O_CREAT | os.O_WRONLY, 0o666)
        except OSError as error:
            refused = error
            continue
        with contextlib.suppress(OSError):
            os.ftruncate(file, 2**40)
        os.close(file)
    raise refused or OSError("left")
