"""What the app costs, measured beside its peers."""

import playground  # noqa: F401  before NumPy: it says with how many threads
