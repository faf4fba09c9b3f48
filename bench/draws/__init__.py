"""The library's portfolios beside sortition-algorithms, in CPU seconds of one core, on the same pools in one run."""
