"""The local launcher: real servers and the platform's processes on one machine, from nothing but Python and Node.

It uses only the standard library, because it makes the environment that everything else is installed into.
"""
