"""The fence: a child process that may do its job and nothing else.

In:    jobs, open descriptors, memory made by the service.
Out:   answers that were compared with what was asked; errors when a child lied or died.
Never: trusts a child, or lets it reach a file, the network or another process.
Start: `sandbox.py` for the service's side, `child.py` for the child's, `messages.py` between.
"""
