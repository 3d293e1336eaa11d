"""Hand in a file with no code at all.

verdict: raised
stopped by: loading
raw: yes
"""
