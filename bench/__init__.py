"""What `make bench` measures. Figures are printed, never asserted: they depend on the machine."""
