"""One Neuron."""

import os

# Products here are small: more threads make none of them quicker, but wait for the next one with the processor busy,
# which other visitors need. OpenBLAS reads this when NumPy is imported for the first time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
