# -*- coding: rot13 -*-
"""Claim the encoding rot13, so that the file reads as nothing until Python decodes it.

verdict: raised
stopped by: loading
raw: yes
"""
vzcbeg bf
