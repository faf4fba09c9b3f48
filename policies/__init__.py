"""One package per regulation; each imports rulebook and nothing else."""
